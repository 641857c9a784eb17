import { RoleKind } from "../../roles/role.entity";
import type { ImportSink } from "../import-sink";
import type { ImportInput, InputFile } from "../input/import-input";
import { named } from "./named";
import { readRows } from "./read-rows";
import { given, OCCUPATION, type Occupations, occupationOf, wholeOf } from "./row-values";

/** Where further titles of occupations stand: files, their columns, and what the rows are. */
const TITLES = [
  {
    file: "Alternate Titles.txt",
    entity: "alternate titles",
    columns: ["Alternate Title", "Short Title"],
  },
  {
    file: "Sample of Reported Titles.txt",
    entity: "reported titles",
    columns: ["Reported Job Title"],
  },
] as const;
const JOB_ZONES = "Job Zones.txt";

export const OCCUPATION_DATA = "Occupation Data.txt";
export const OCCUPATION_FILES = [OCCUPATION_DATA, ...TITLES.map(({ file }) => file), JOB_ZONES];

interface Occupation {
  title: string;
  description: string;
  otherTitles: Set<string>;
  jobZone: number | null;
}

/** States the occupations with all of their titles, and answers their codes. `data`: the file Occupation Data. */
export async function stateOccupations(
  data: InputFile,
  input: ImportInput,
  sink: ImportSink,
): Promise<Occupations> {
  const occupations = await readOccupations(data, sink);
  for (const { file, entity, columns } of TITLES)
    await readRows(input.file(file), [OCCUPATION, columns[0]], sink, (row) => {
      const about = occupationOf(row, occupations);
      const titles = columns.map((column) => given(row, column)).filter(Boolean);
      if ("reason" in about) sink.skip(entity, about.reason, row, about.note);
      else if (titles.length === 0) sink.skip(entity, "MISSING_VALUE", row, "there is no title");
      else {
        for (const title of titles) occupations.get(about.occupation)?.otherTitles.add(title);
        sink.row(entity, sink.idOf("ROLE", about.occupation));
      }
    });
  await readJobZones(input.file(JOB_ZONES), occupations, sink);

  for (const [code, { title, description, otherTitles, jobZone }] of occupations)
    sink.node("occupations", {
      kind: "ROLE",
      key: code,
      fields: { role_kind: RoleKind.OCCUPATION, job_zone: jobZone },
      ...named(title, description, otherTitles),
    });
  return new Set(occupations.keys());
}

async function readOccupations(
  data: InputFile,
  sink: ImportSink,
): Promise<Map<string, Occupation>> {
  const occupations = new Map<string, Occupation>();
  await readRows(data, [OCCUPATION, "Title"], sink, (row) => {
    const code = given(row, OCCUPATION);
    const title = given(row, "Title");
    if (code === "" || title === "")
      sink.skip("occupations", "MISSING_VALUE", row, "a code and a title are needed");
    else if (occupations.has(code)) sink.skip("occupations", "DUPLICATE_ROW", row);
    else
      occupations.set(code, {
        title,
        description: given(row, "Description"),
        otherTitles: new Set(),
        jobZone: null,
      });
  });
  return occupations;
}

async function readJobZones(
  file: InputFile | null,
  occupations: ReadonlyMap<string, Occupation>,
  sink: ImportSink,
): Promise<void> {
  await readRows(file, [OCCUPATION, "Job Zone"], sink, (row) => {
    const about = occupationOf(row, occupations);
    if ("reason" in about) return sink.skip("job zones", about.reason, row, about.note);
    const occupation = occupations.get(about.occupation);
    const zone = wholeOf(row, "Job Zone", [1, 5]);
    if (zone === null) sink.skip("job zones", "INVALID_VALUE", row, "expected a zone from 1 to 5");
    else if (occupation?.jobZone !== null) sink.skip("job zones", "DUPLICATE_ROW", row);
    else {
      occupation.jobZone = zone;
      sink.row("job zones", sink.idOf("ROLE", about.occupation));
    }
  });
}
