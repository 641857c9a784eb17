import { RecordingSink } from "../../testing/recording-sink";
import { InputFolder } from "../testing/input-folder";
import { LADDER } from "./ladder";

/** A job family of one level, one theme and three competencies. */
const WAITERS = `
levels: [{ id: waiter, name: Waiter }]
themes: [{ id: team, name: Team }]
competencies:
  - { id: w1, level: waiter, theme: team, summary: Carries plates, proficiency: Expert }
  - { id: w2, level: waiter, theme: team, summary: Knows the menu, proficiency: Expert }
  - { id: w3, level: waiter, theme: team, summary: Smiles, proficiency: Expert }
`;

const folder = new InputFolder();
let inputs = 0;

async function read(files: Record<string, string>): Promise<RecordingSink> {
  inputs++;
  const input = await folder.open(folder.put(`ladder ${inputs}`, files));
  const sink = new RecordingSink(LADDER.scheme);
  const readLinks = await LADDER.readNodes(input, sink);
  await readLinks();
  return sink;
}

it("says of every item that it cannot take why, and counts it", async () => {
  const sink = await read({
    "a.yml": `levels:
  - { id: 1, name: One }
  - { id: 1, name: Uno }
  - { id: 2 }
  - name: Three
themes:
  - { id: t, name: T }
  - just text
competencies:
  - { id: a, level: 1, theme: t, summary: S, proficiency: expert }
  - { id: a, level: 1, theme: t, summary: S, proficiency: Expert }
  - { id: b, level: 2, theme: t, summary: S, proficiency: Expert }
  - { id: c, level: 1, theme: u, summary: S, proficiency: Expert }
  - { id: d, level: 1, theme: t, summary: S, proficiency: Guru }
  - { id: e, level: 1, theme: t, proficiency: Expert }
  - { level: 1, theme: t, summary: S, proficiency: Expert }
`,
  });
  expect(
    sink.skipped.map(({ entity, reason, place, note }) => [entity, reason, place.line, note]),
  ).toEqual([
    ["levels", "DUPLICATE_ROW", 3, undefined],
    ["levels", "MISSING_VALUE", 4, "has no name"],
    ["levels", "MISSING_VALUE", 5, "has no id"],
    ["themes", "MISSING_VALUE", 8, "has no id"],
    ["competencies", "DUPLICATE_ROW", 11, "has the id of an earlier one"],
    ["competencies", "UNKNOWN_CONCEPT", 12, '"2" is none of the levels'],
    ["competencies", "UNKNOWN_CONCEPT", 13, '"u" is none of the themes'],
    [
      "competencies",
      "INVALID_VALUE",
      14,
      '"Guru" is no proficiency; expected Awareness, Foundational, Working knowledge, Practitioner, Expert',
    ],
    ["competencies", "MISSING_VALUE", 15, "has no summary"],
    ["competencies", "MISSING_VALUE", 16, "has no id"],
  ]);
  expect([sink.rows.get("levels"), sink.rows.get("themes"), sink.rows.get("competencies")]).toEqual(
    [4, 2, 7],
  );
  expect(sink.skipped[5]?.place.values).toEqual({
    id: "b",
    level: 2,
    theme: "t",
    summary: "S",
    proficiency: "Expert",
  });
});

it("cuts a name that is too long to be indexed, and keeps the whole as text", async () => {
  const long = "Cooks and waiters. ".repeat(60).trim();
  const sink = await read({ "a.yml": WAITERS.replace("Smiles", long) });
  const node = sink.nodeOf("RESPONSIBILITY", "a/w3");
  expect(node.labels[0]?.text).toMatch(/^Cooks and waiters\. .*[a-z.] …$/);
  expect(Buffer.byteLength(node.labels[0]?.text ?? "")).toBeLessThan(620);
  expect(node.texts?.[0]?.text).toBe(long);
});

it("leaves other YAML files out", async () => {
  const sink = await read({
    "waiters.yml": WAITERS,
    "levels.yml": "- one\n- two\n",
    "empty.yml": "",
    "workflow.yaml": "on: push\njobs: {}\nname: test\n",
    "README.md": "# Cooks",
  });
  expect(sink.leftOut).toEqual([
    { file: "empty.yml", rows: 0 },
    { file: "levels.yml", rows: 2 },
    { file: "workflow.yaml", rows: 3 },
  ]);
});

it("names file and line of what is no YAML, or of another shape", async () => {
  await expect(read({ "waiters.yml": "name: Cooks\nlevels:\n  - id: a\n bad" })).rejects.toThrow(
    /^waiters\.yml, line 4: is no valid YAML: /,
  );
  await expect(read({ "waiters.yml": WAITERS.replace("themes:", "areas:") })).rejects.toThrow(
    /^waiters\.yml, line 1: lacks "themes"; a job family has levels, themes, competencies$/,
  );
  await expect(
    read({ "waiters.yml": "levels:\n  a: 1\nthemes: []\ncompetencies: []\n" }),
  ).rejects.toThrow(/^waiters\.yml, line 2: expected a list under "levels"/);
});

it("refuses a ladder with more steps than the graph has ranks", async () => {
  const levels = Array.from({ length: 21 }, (_, index) => `  - { id: l${index}, name: L${index} }`);
  const text = `levels:\n${levels.join("\n")}\nthemes: []\ncompetencies: []\n`;
  await expect(read({ "tower.yml": text })).rejects.toThrow(/^tower\.yml, line 22: /);
});

it("says what it looked for when there is no job family", async () => {
  await expect(read({ "notes.txt": "", "levels.yml": "- one" })).rejects.toThrow(
    /looked for: <job family>\.yml with levels, themes and competencies, .*; it holds levels\.yml, notes\.txt$/,
  );
});

it("refuses two files of one family", async () => {
  await expect(read({ "waiters.yml": WAITERS, "waiters.yaml": WAITERS })).rejects.toThrow(
    /^waiters\.yml: is the same job family as waiters\.yaml/,
  );
});
