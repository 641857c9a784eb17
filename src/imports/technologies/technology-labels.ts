import { LabelKind, TextKind } from "../../labels/label.types";
import type { LabelRecord, TextRecord } from "../../merge/records";

const LOCALE = "en";

/**
 * The labels of a technology, none but for capitals equal to one before. `names`: what it is called as well; they show, and nodes
 * of other sources are found to be the same by them. `hidden`: what else people may look for; it proves nothing.
 */
export function labelsOf(
  name: string,
  names: readonly string[] = [],
  hidden: readonly string[] = [],
): LabelRecord[] {
  const labels = new Map<string, LabelRecord>();
  const add = (kind: LabelKind, text: string) => {
    const folded = text.toLowerCase();
    if (!labels.has(folded)) labels.set(folded, { locale: LOCALE, kind, text });
  };
  add(LabelKind.PREFERRED, name);
  for (const text of names) add(LabelKind.ALTERNATIVE, text);
  for (const text of hidden) add(LabelKind.HIDDEN, text);
  return [...labels.values()];
}

export function descriptionOf(text: string | null): TextRecord[] {
  return text === null ? [] : [{ locale: LOCALE, kind: TextKind.DESCRIPTION, text }];
}
