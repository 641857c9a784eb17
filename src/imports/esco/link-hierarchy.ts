import type { ImportSink } from "../import-sink";
import type { InputFile } from "../input/import-input";
import { CSV, type Row, readTable } from "../tables/read-table";
import type { Concepts } from "./concepts";
import type { EscoFiles } from "./esco-files";
import type { Hierarchy } from "./hierarchy";

/** States what the broader relations of both pillars say, then what the table of the skills hierarchy adds to them. */
export async function linkHierarchy(
  files: EscoFiles,
  concepts: Concepts,
  hierarchy: Hierarchy,
  sink: ImportSink,
): Promise<void> {
  const pillars = [
    ["broader occupations", files.shared("broaderRelationsOccPillar")],
    ["broader skills", files.shared("broaderRelationsSkillPillar")],
  ] as const;
  for (const [entity, file] of pillars) {
    if (!file) continue;
    for await (const rows of readTable(file, CSV, ["conceptUri", "broaderUri"])) {
      for (const row of rows)
        hierarchy.relate(entity, row, row.get("conceptUri"), row.get("broaderUri"));
      await sink.drain();
    }
  }
  await linkSkillsHierarchy(files.shared("skillsHierarchy"), concepts, hierarchy, sink);
}

/**
 * Each row is a path from a top group down to one group, and repeats what the broader relations say of its last two. Where
 * they do not say it, the row does.
 */
async function linkSkillsHierarchy(
  file: InputFile | null,
  concepts: Concepts,
  hierarchy: Hierarchy,
  sink: ImportSink,
): Promise<void> {
  const entity = "skills hierarchy";
  if (!file) return;
  for await (const rows of readTable(file, CSV, [uriColumn(0)])) {
    for (const row of rows) {
      const [uri = "", broader] = pathOf(row).reverse();
      const concept = concepts.get(uri);
      if (uri === "") sink.skip(entity, "MISSING_VALUE", row, "names no group");
      else if (!concept) sink.skip(entity, "UNKNOWN_CONCEPT", row, uri);
      else if (broader === undefined || hierarchy.stated(uri, broader))
        sink.row(entity, concept.id);
      else hierarchy.relate(entity, row, uri, broader);
    }
    await sink.drain();
  }
}

/** Codes of the groups by their addresses, as the skills hierarchy gives them. */
export async function readHierarchyCodes(
  file: InputFile | null,
): Promise<ReadonlyMap<string, string>> {
  const codes = new Map<string, string>();
  if (file)
    for await (const rows of readTable(file, CSV, [uriColumn(0)]))
      for (const row of rows)
        for (const level of LEVELS) {
          const code = row.get(`Level ${level} code`);
          if (code !== "") codes.set(row.get(uriColumn(level)), code);
        }
  return codes;
}

/** ESCO has four levels of groups so far. */
const LEVELS = [0, 1, 2, 3, 4, 5] as const;

function uriColumn(level: number): string {
  return `Level ${level} URI`;
}

/** The addresses from the top group down. */
function pathOf(row: Row): string[] {
  return LEVELS.map((level) => row.get(uriColumn(level))).filter((uri) => uri !== "");
}
