import { TechnologyKind } from "../../technologies/technology.entity";
import type { ImportSink } from "../import-sink";
import type { InputFile } from "../input/import-input";
import type { Row } from "../tables/read-table";
import { named } from "./named";
import { readRows } from "./read-rows";
import { given } from "./row-values";

export const UNSPSC = "UNSPSC Reference.txt";

const ENTITY = "commodities";

/** What UNSPSC has above a commodity. Its segments are left out: all technologies lie in one. */
const ABOVE = ["Class", "Family"] as const;

/** Codes of UNSPSC that are stated as categories, each with the code above it if there is one. */
export type Commodities = ReadonlyMap<string, string | null>;

/**
 * States the commodities that technologies are sorted under, and the classes and families above them. `used`: their titles
 * by code, "" where no row gives one; a commodity without a title is not stated.
 */
export async function stateCommodities(
  file: InputFile | null,
  used: ReadonlyMap<string, string>,
  sink: ImportSink,
): Promise<Commodities> {
  const stated = new Map<string, string | null>();
  await readRows(file, ["Commodity Code", "Commodity Title"], sink, (row) => {
    const code = given(row, "Commodity Code");
    const title = given(row, "Commodity Title");
    if (code === "" || title === "")
      sink.skip(ENTITY, "MISSING_VALUE", row, "a code and a title are needed");
    else if (!used.has(code)) sink.skip(ENTITY, "NOT_USED", row);
    else if (stated.has(code)) sink.skip(ENTITY, "DUPLICATE_ROW", row);
    else {
      const path = [{ code, title }, ...classesAbove(row, code)];
      for (const [index, each] of path.entries()) {
        if (stated.has(each.code)) break;
        stated.set(each.code, path[index + 1]?.code ?? null);
        stateCategory(each.code, each.title, index === 0 ? 1 : 0, sink);
      }
    }
  });
  for (const [code, title] of used)
    if (title !== "" && !stated.has(code)) {
      stated.set(code, null);
      stateCategory(code, title, 0, sink);
    }
  return stated;
}

function classesAbove(row: Row, commodity: string): { code: string; title: string }[] {
  return ABOVE.map((level) => ({
    code: given(row, `${level} Code`),
    title: given(row, `${level} Title`),
  })).filter(({ code, title }) => code !== "" && title !== "" && code !== commodity);
}

function stateCategory(code: string, title: string, rows: number, sink: ImportSink): void {
  sink.node(
    ENTITY,
    {
      kind: "TECHNOLOGY",
      key: code,
      fields: { technology_kind: TechnologyKind.CATEGORY },
      ...named(title, ""),
    },
    rows,
  );
}
