import { TechnologyKind } from "../../technologies/technology.entity";
import type { ImportSink } from "../import-sink";
import type { ImportInput, InputFile } from "../input/import-input";
import type { Row } from "../tables/read-table";
import { OccupationOrder, PairsByOccupation } from "./by-occupation";
import { named } from "./named";
import { readRows } from "./read-rows";
import type { Occupations } from "./row-values";
import { type Commodities, stateCommodities, UNSPSC } from "./state-commodities";
import { otherNames } from "./technology-names";
import {
  either,
  readTechnologyUse,
  TECHNOLOGY_COLUMNS,
  TECHNOLOGY_SKILLS,
} from "./technology-uses";

/** The nearest to what O*NET's examples are, software that people work with; it does not sort them by what they are. */
const EXAMPLE_KIND = TechnologyKind.TOOL;

/** What the links need to know of the technologies. */
export interface Technologies {
  file: InputFile | null;
  /** Whether the rows of each occupation stand one after the other. */
  isTogether: boolean;
  /** Codes that each technology is sorted under, by its name. */
  sorted: ReadonlyMap<string, ReadonlySet<string>>;
  commodities: Commodities;
}

/** States the technologies by their names, and what they are sorted under. Rows are accounted for by the links. */
export async function stateTechnologies(
  input: ImportInput,
  occupations: Occupations,
  sink: ImportSink,
): Promise<Technologies> {
  const file = input.file(TECHNOLOGY_SKILLS);
  const order = new OccupationOrder();
  const sorted = new Map<string, Set<string>>();
  const hot = new Map<string, boolean | null>();
  const titles = new Map<string, string>();
  await readRows(file, TECHNOLOGY_COLUMNS, sink, (row) => {
    const use = readTechnologyUse(row, occupations);
    if ("reason" in use) return;
    const { example, commodity } = use;
    order.see(use.occupation);
    hot.set(example, either(hot.get(example) ?? null, use.isHot));
    const codes = sorted.get(example) ?? new Set();
    sorted.set(example, codes);
    if (commodity === "") return;
    codes.add(commodity);
    titles.set(commodity, titles.get(commodity) || use.commodityTitle);
  });
  const commodities = await stateCommodities(input.file(UNSPSC), titles, sink);
  for (const [example, isHot] of hot)
    sink.node(
      "technologies",
      {
        kind: "TECHNOLOGY",
        key: example,
        fields: { technology_kind: EXAMPLE_KIND, is_hot: isHot },
        ...named(example, "", otherNames(example)),
        concept: null,
      },
      0,
    );
  return { file, isTogether: order.isTogether, sorted, commodities };
}

/** What the rows say of one occupation and one technology. */
interface Pair {
  isInDemand: boolean | null;
  commodities: Set<string>;
  rows: number;
  /** The first of the rows. */
  place: Row;
}

/** States which technologies each occupation uses, and what technologies and commodities are sorted under. */
export async function linkTechnologies(
  { file, isTogether, sorted, commodities }: Technologies,
  occupations: Occupations,
  sink: ImportSink,
): Promise<void> {
  const entity = "occupation technologies";
  const pairs = new PairsByOccupation<Pair>(
    isTogether,
    (occupation, example, { isInDemand, place, rows }) =>
      sink.edge(
        entity,
        {
          kind: "REQUIREMENT",
          fromId: sink.idOf("ROLE", occupation),
          toId: sink.idOf("TECHNOLOGY", example),
          fields: { in_demand: isInDemand },
        },
        place,
        rows,
      ),
  );
  await readRows(file, TECHNOLOGY_COLUMNS, sink, (row) => {
    const use = readTechnologyUse(row, occupations);
    if ("reason" in use) return sink.skip(entity, use.reason, row, use.note);
    const { occupation, example, commodity, isInDemand } = use;
    const known = pairs.of(occupation);
    const pair = known.get(example);
    if (!pair)
      known.set(example, { isInDemand, commodities: new Set([commodity]), rows: 1, place: row });
    else if (pair.commodities.has(commodity)) sink.skip(entity, "DUPLICATE_ROW", row);
    else {
      // Sorted under a further commodity: one use, said twice.
      pair.commodities.add(commodity);
      pair.isInDemand = either(pair.isInDemand, isInDemand);
      pair.rows++;
    }
  });
  await pairs.end(sink);

  const broader = (key: string, code: string) => {
    const [fromId, toId] = [sink.idOf("TECHNOLOGY", key), sink.idOf("TECHNOLOGY", code)];
    sink.edge("technology classes", { kind: "BROADER", fromId, toId }, null, 0);
  };
  for (const [example, codes] of sorted)
    for (const code of codes) if (commodities.has(code)) broader(example, code);
  for (const [code, above] of commodities) if (above !== null) broader(code, above);
  await sink.drain();
}
