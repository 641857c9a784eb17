import { basename } from "node:path";
import type { ImportSink } from "../import-sink";
import type { ImportSource, ReadLinks } from "../import-source";
import type { ImportInput, InputFile } from "../input/import-input";
import { noSuchFile } from "../tables/find-table";
import { CSV, readTable } from "../tables/read-table";
import { readFramework } from "./read-framework";
import { stateLinks } from "./state-links";
import { stateRoles } from "./state-roles";
import { stateSkills } from "./state-skills";

/** The Capability Framework of the UK government: families, roles, role levels, and the skills each asks for. */
export const UK_GDD: ImportSource = {
  name: "uk-gdd",
  scheme: "UK_GDD",
  title: "Government Digital and Data Profession Capability Framework",
  description:
    "Digital and data roles of the UK government: role families, roles, role levels, and the skills that each level requires with their levels.",
  publisher: "UK Government (Government Digital Service)",
  licence: "Open Government Licence v3.0",
  attribution:
    "Contains public sector information licensed under the Open Government Licence v3.0. (Government Digital and Data Profession Capability Framework, © Crown copyright.)",
  url: "https://ddat-capability-framework.service.gov.uk/download",
  versions: "the CSV files of September 2025",
  files: ["roles.csv", "skills.csv (may be missing)"],

  async readVersion(input: ImportInput): Promise<string | null> {
    const names = [basename(input.path), ...input.files.map(({ name }) => name)];
    const dates = names.flatMap((name) => DATE.exec(name)?.[0] ?? []);
    return dates[0] ?? null;
  },

  async readNodes(input: ImportInput, sink: ImportSink): Promise<ReadLinks> {
    const tables = input.matching(/\.csv$/i);
    const roles = input.file("roles.csv") ?? named(tables, /\broles?\b/i);
    if (!roles) throw noSuchFile(input, UK_GDD.files);
    const others = tables.filter((table) => table !== roles);
    const skills = input.file("skills.csv") ?? named(others, /\bskills?\b/i);
    for (const table of others) if (table !== skills) await leaveOut(table, sink);

    const framework = await readFramework(roles);
    stateRoles(framework, sink);
    const pairs = await stateSkills(skills, framework, sink);
    return () => stateLinks(roles, framework, pairs, sink);
  },
};

/** `2025-09` or `2025-09-25`. */
const DATE = /(?<!\d)20\d\d-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?(?!\d)/;

/** Downloads come as `Role content - Capability Framework.csv` and the like. */
function named(tables: readonly InputFile[], pattern: RegExp): InputFile | null {
  return tables.find(({ name }) => pattern.test(name)) ?? null;
}

async function leaveOut(table: InputFile, sink: ImportSink): Promise<void> {
  let count = 0;
  for await (const rows of readTable(table, CSV, [])) count += rows.length;
  sink.leaveOut(table.path, count);
}
