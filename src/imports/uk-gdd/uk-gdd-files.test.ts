import { RecordingSink } from "../../testing/recording-sink";
import type { ImportInput } from "../input/import-input";
import { InputFolder } from "../testing/input-folder";
import { UK_GDD } from "./uk-gdd";

const header = "Role,Role Level,Skill Name,Skill Level";
const ROLES = `${header}\nBaker,Baker,Kneading,Working\n`;

const folder = new InputFolder();
let inputs = 0;

function inputOf(files: Record<string, string>): Promise<ImportInput> {
  inputs++;
  return folder.open(folder.put(`framework ${inputs}`, files));
}

async function read(files: Record<string, string>): Promise<RecordingSink> {
  const sink = new RecordingSink(UK_GDD.scheme);
  const readLinks = await UK_GDD.readNodes(await inputOf(files), sink);
  await readLinks();
  return sink;
}

it("does without skills.csv and without all optional columns", async () => {
  const sink = await read({ "roles.csv": ROLES });
  expect([...sink.nodes.values()].map(({ kind, key }) => [kind, key])).toEqual([
    ["ROLE", "Baker"],
    ["CAREER_LEVEL", "standard"],
    ["ROLE_LEVEL", "Baker/Baker"],
    ["SKILL", "Kneading"],
  ]);
  expect(
    [...sink.nodes.values()].every(({ texts }) => texts === undefined || texts.length === 0),
  ).toBe(true);
  expect([...sink.rows.values()].reduce((sum, rows) => sum + rows)).toBe(1);
});

it("says of every row that it cannot take why, and counts it", async () => {
  const sink = await read({
    "roles.csv": [
      header,
      "Baker,Baker,Kneading,Working",
      "Baker,Baker,Kneading,Working",
      "Baker,Baker,Kneading,Expert",
      "Baker,Baker,Sieving,Grand master",
      ",Baker,Sieving,Expert",
      "Baker,Junior baker,,",
      "Baker,,Sieving,",
      "Baker,Baker,Tasting,",
    ].join("\n"),
    "skills.csv": "Skill Name,Working\nKneading,You can knead\nKneading,You can\n,You can\n",
  });
  expect(
    sink.skipped.map(({ entity, reason, place, note }) => [entity, reason, place.line, note]),
  ).toEqual([
    ["skills", "DUPLICATE_ROW", 3, undefined],
    ["skills", "MISSING_VALUE", 4, "names no skill"],
    ["role level skills", "DUPLICATE_ROW", 3, undefined],
    ["role level skills", "INVALID_VALUE", 4, "an earlier row says Working"],
    [
      "role level skills",
      "INVALID_VALUE",
      5,
      '"Grand master" is no skill level; expected Awareness, Working, Practitioner, Expert',
    ],
    ["role level skills", "MISSING_VALUE", 6, "names no role"],
  ]);
  expect(sink.rows.get("role level skills")).toBe(8);
  expect(sink.rows.get("skills")).toBe(3);
  const requirements = [...sink.edges.values()].map(({ fromId, toId, fields }) => [
    sink.nodes.get(fromId)?.key,
    sink.nodes.get(String(toId))?.key,
    fields?.proficiency,
  ]);
  expect(requirements).toEqual([
    ["Baker/Baker", "Kneading", 2],
    ["Baker", "Sieving", undefined],
    ["Baker/Baker", "Tasting", undefined],
  ]);
  expect(sink.nodeOf("ROLE_LEVEL", "Baker/Junior baker")).toMatchObject({
    fields: { level_order: 1 },
  });
});

it("goes by the skill levels where titles do not tell: a repeated row counts once", async () => {
  const sink = await read({
    "roles.csv": [
      header,
      "Baker,Bread baker,Kneading,Expert",
      "Baker,Bread baker,Sieving,Awareness",
      "Baker,Bread baker,Sieving,Awareness",
      "Baker,Bread baker,Sieving,Awareness",
      "Baker,Cake baker,Kneading,Working",
      "Baker,Cake baker,Sieving,Working",
    ].join("\n"),
  });
  const order = (title: string) => sink.nodeOf("ROLE_LEVEL", `Baker/${title}`).fields?.level_order;
  expect([order("Cake baker"), order("Bread baker")]).toEqual([1, 2]);
});

it("knows the names that the downloads come with, and leaves other tables out", async () => {
  const sink = await read({
    "Role content - Capability Framework.csv": ROLES,
    "Skill description content - Capability Framework.csv":
      "Skill Name,Working\nKneading,You knead\n",
    "Change notes.csv": 'Date,Note\n2025,"one\ntwo"\n2024,three\n',
    "README.txt": "nothing",
  });
  expect(sink.nodeOf("SKILL", "Kneading").qualifiers).toEqual([
    { name: "Working", value: "You knead" },
  ]);
  expect(sink.leftOut).toEqual([{ file: "Change notes.csv", rows: 2 }]);
});

it("says what it looked for when the roles are not there", async () => {
  await expect(read({ "skills.csv": "Skill Name\nKneading\n", "notes.txt": "" })).rejects.toThrow(
    /looked for: roles\.csv, skills\.csv \(may be missing\); it holds notes\.txt, skills\.csv$/,
  );
});

it("says which column is missing", async () => {
  await expect(
    read({ "roles.csv": "Role,Role Level,Skill Name\nBaker,Baker,Kneading\n" }),
  ).rejects.toThrow(
    /roles\.csv, line 1: lacks the column "Skill Level"; it has "Role", "Role Level", "Skill Name"/,
  );
  await expect(read({ "roles.csv": ROLES, "skills.csv": "Name\nKneading\n" })).rejects.toThrow(
    /skills\.csv, line 1: lacks the column "Skill Name"/,
  );
});

it("takes the release from a date in the names, if there is one", async () => {
  const dated = await inputOf({ "roles-2025-09-25.csv": ROLES });
  expect(await UK_GDD.readVersion(dated)).toBe("2025-09-25");
  const undated = await inputOf({ "roles.csv": ROLES });
  expect(await UK_GDD.readVersion(undated)).toBeNull();
});
