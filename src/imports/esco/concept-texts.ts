import { LabelKind, TextKind } from "../../labels/label.types";
import type { LabelRecord, TextRecord } from "../../merge/records";
import { splitList } from "../tables/split-list";
import type { LanguageRow } from "./align-languages";

/** Links to other concepts stand as marked-up text in scope notes; other angle brackets belong to the text. */
const MARKUP = /<\/?(?:a|span)\b[^<>]*>/gi;
const ENTITY = /&(amp|lt|gt|quot|apos|#39);/g;
const CHARACTERS: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  "#39": "'",
};

/** What a reader sees of a cell. */
function plainText(cell: string): string {
  const text = cell.includes("<") ? cell.replace(MARKUP, "").trim() : cell;
  return text.includes("&") ? text.replace(ENTITY, (_, name) => CHARACTERS[name] ?? "") : text;
}

/**
 * The labels of a concept in each language: the preferred one, then alternative and hidden ones. A text that recurs in
 * its language counts once, as the first of these; ESCO repeats most preferred labels among the alternative ones.
 */
export function labelsOf(rows: readonly LanguageRow[]): LabelRecord[] {
  return rows.flatMap(({ locale, row }) => {
    const kinds = new Map([[plainText(row.get("preferredLabel")), LabelKind.PREFERRED]]);
    for (const text of splitList(row.get("altLabels")))
      if (!kinds.has(plainText(text))) kinds.set(plainText(text), LabelKind.ALTERNATIVE);
    for (const text of splitList(row.get("hiddenLabels")))
      if (!kinds.has(plainText(text))) kinds.set(plainText(text), LabelKind.HIDDEN);
    return [...kinds].flatMap(([text, kind]) => (text === "" ? [] : [{ locale, kind, text }]));
  });
}

const TEXTS = [
  ["description", TextKind.DESCRIPTION],
  ["definition", TextKind.DEFINITION],
  ["scopeNote", TextKind.SCOPE_NOTE],
] as const;

/** Description, definition and scope note in each language, as far as they are there. */
export function textsOf(rows: readonly LanguageRow[]): TextRecord[] {
  return rows.flatMap(({ locale, row }) =>
    TEXTS.flatMap(([column, kind]) => {
      const text = plainText(row.get(column));
      return text === "" ? [] : [{ locale, kind, text }];
    }),
  );
}
