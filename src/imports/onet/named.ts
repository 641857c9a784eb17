import { LabelKind, TextKind } from "../../labels/label.types";
import type { ImportedNode } from "../import-sink";

const LOCALE = "en";

/** Labels and description of a node. Other names that equal the name or each other are left out. */
export function named(
  name: string,
  description: string,
  others: Iterable<string> = [],
): Pick<ImportedNode, "labels" | "texts"> {
  const alternatives = new Set(others);
  alternatives.delete(name);
  return {
    labels: [
      { locale: LOCALE, kind: LabelKind.PREFERRED, text: name },
      ...[...alternatives].map((text) => ({ locale: LOCALE, kind: LabelKind.ALTERNATIVE, text })),
    ],
    texts: description ? [{ locale: LOCALE, kind: TextKind.DESCRIPTION, text: description }] : [],
  };
}
