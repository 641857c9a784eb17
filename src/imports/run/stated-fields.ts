import { LabelKind } from "../../labels/label.types";
import type { LabelRecord } from "../../merge/records";

/** What is unknown is not stated. */
export function withoutNulls(
  fields: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const stated: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(fields))
    if (value !== null && value !== undefined) stated[column] = value;
  return stated;
}

/** Each text once in its language, by its strongest kind; the first preferred one stays the only one. */
export function labelsOnce(labels: readonly LabelRecord[]): LabelRecord[] {
  const once = new Map<string, LabelRecord>();
  const preferred = new Set<string>();
  for (const kind of [LabelKind.PREFERRED, LabelKind.ALTERNATIVE, LabelKind.HIDDEN])
    for (const label of labels) {
      if (label.kind !== kind) continue;
      const place = `${label.locale} ${label.text}`;
      if (once.has(place)) continue;
      const isSecond = kind === LabelKind.PREFERRED && preferred.has(label.locale);
      if (kind === LabelKind.PREFERRED) preferred.add(label.locale);
      once.set(place, isSecond ? { ...label, kind: LabelKind.ALTERNATIVE } : label);
    }
  return [...once.values()];
}
