import { RelatedOccupationTier } from "../../related-occupations/related-occupation.entity";
import type { ImportSink } from "../import-sink";
import type { ImportInput, InputFile } from "../input/import-input";
import { readRows } from "./read-rows";
import { given, OCCUPATION, type Occupations, occupationOf, wholeOf } from "./row-values";

const RELATED = "Related Occupations.txt";
/** Releases before 26.3 had two lists of up to ten instead: for people with experience, and for those without. */
const MATRICES = ["Career Changers Matrix.txt", "Career Starters Matrix.txt"] as const;
const RELATED_CODE = "Related O*NET-SOC Code";

const TIERS: Readonly<Record<string, RelatedOccupationTier>> = {
  "Primary-Short": RelatedOccupationTier.PRIMARY_SHORT,
  "Primary-Long": RelatedOccupationTier.PRIMARY_LONG,
  Supplemental: RelatedOccupationTier.SUPPLEMENTAL,
};

/** The lists that are read: the older ones only where there is no newer one. */
export function relatedFiles(input: ImportInput): InputFile[] {
  const file = input.file(RELATED);
  return file ? [file] : MATRICES.flatMap((name) => input.file(name) ?? []);
}

/**
 * States which occupations are near to one, in the order of the list. What both of the older lists say is said again by
 * the second one.
 */
export async function linkRelated(
  files: readonly InputFile[],
  occupations: Occupations,
  sink: ImportSink,
): Promise<void> {
  const entity = "related occupations";
  for (const file of files) {
    const list = MATRICES.find((name) => name.toLowerCase() === file.name.toLowerCase());
    const qualifiers = list && [{ name: "list", value: list.replace(/ Matrix\.txt$/, "") }];
    await readRows(file, [OCCUPATION, RELATED_CODE, "Index"], sink, (row) => {
      const from = occupationOf(row, occupations);
      if ("reason" in from) return sink.skip(entity, from.reason, row, from.note);
      const to = occupationOf(row, occupations, RELATED_CODE);
      if ("reason" in to) return sink.skip(entity, to.reason, row, to.note);
      sink.edge(
        entity,
        {
          kind: "RELATED_OCCUPATION",
          fromId: sink.idOf("ROLE", from.occupation),
          toId: sink.idOf("ROLE", to.occupation),
          fields: {
            tier: TIERS[given(row, "Relatedness Tier")] ?? null,
            position: wholeOf(row, "Index", [1, 20]),
          },
          qualifiers,
        },
        row,
      );
    });
  }
}
