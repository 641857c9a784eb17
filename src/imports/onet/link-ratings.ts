import type { QualifierRecord } from "../../merge/records";
import type { ImportSink } from "../import-sink";
import type { Row } from "../tables/read-table";
import { PairsByOccupation } from "./by-occupation";
import {
  importanceOf,
  proficiencyOf,
  RATING_COLUMNS,
  type Rating,
  type RatingScale,
  readRating,
} from "./ratings";
import { readRows } from "./read-rows";
import type { Occupations, Refusal } from "./row-values";
import type { Elements, RatingFile } from "./state-elements";

/** How the raw values are called beside the link, with their scales. */
const RAW = {
  IM: { name: "importance", unit: "O*NET IM 1..5" },
  LV: { name: "level", unit: "O*NET LV 0..7" },
} as const;

/** What the rows say of one occupation and one element. */
interface Pair {
  values: Map<RatingScale, number>;
  rows: number;
  /** The first of the rows. */
  place: Row;
}

/** States what each occupation asks for: one link for each pair of occupation and element, from its two rows. */
export async function linkRatings(
  { source, file, isTogether }: RatingFile,
  { skills }: Elements,
  occupations: Occupations,
  sink: ImportSink,
): Promise<void> {
  const pairs = new PairsByOccupation<Pair>(isTogether, (occupation, element, pair) =>
    stateRequirement(source.entity, occupation, element, pair, sink),
  );
  await readRows(file, RATING_COLUMNS, sink, (row) => {
    const rating = readRating(row, occupations);
    const refusal = "reason" in rating ? rating : add(pairs, rating, row, skills);
    if (refusal) sink.skip(source.entity, refusal.reason, row, refusal.note);
  });
  await pairs.end(sink);
}

function add(
  pairs: PairsByOccupation<Pair>,
  { occupation, element, scale, value }: Rating,
  row: Row,
  skills: ReadonlySet<string>,
): Refusal | null {
  if (!skills.has(element))
    return { reason: "UNKNOWN_CONCEPT", note: `element ${element} has no name` };
  const known = pairs.of(occupation);
  const pair = known.get(element);
  if (!pair) known.set(element, { values: new Map([[scale, value]]), rows: 1, place: row });
  else if (pair.values.has(scale)) return { reason: "DUPLICATE_ROW" };
  else {
    pair.values.set(scale, value);
    pair.rows++;
  }
  return null;
}

function stateRequirement(
  entity: string,
  occupation: string,
  element: string,
  { values, rows, place }: Pair,
  sink: ImportSink,
): void {
  const importance = values.get("IM");
  const level = values.get("LV");
  const qualifiers: QualifierRecord[] = [];
  if (importance !== undefined) qualifiers.push({ ...RAW.IM, value: importance });
  if (level !== undefined) qualifiers.push({ ...RAW.LV, value: level });
  sink.edge(
    entity,
    {
      kind: "REQUIREMENT",
      fromId: sink.idOf("ROLE", occupation),
      toId: sink.idOf("SKILL", element),
      fields: {
        importance: importance === undefined ? null : importanceOf(importance),
        proficiency: level === undefined ? null : proficiencyOf(level),
      },
      qualifiers,
    },
    place,
    rows,
  );
}
