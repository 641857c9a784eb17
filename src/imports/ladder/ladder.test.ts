import { RecordingSink } from "../../testing/recording-sink";
import { InputFolder } from "../testing/input-folder";
import { LADDER } from "./ladder";

const COOKS = `
name: Cooks
summary: |
  What we expect of cooks.
googleSheetId: sheet-1

levels:
  - id: cook
    name: Cook
  - id: senior-ic
    name: Senior Cook (Individual Contributor)
  - id: senior-pm
    name: Senior Cook (People Manager)

themes:
  - id: craft
    name: Craft & Taste
    summary: >
      Cooks food that people like,
      every day.
  - id: team
    name: Team

competencies:
  - id: 11111111-0000-4000-8000-000000000001
    level: cook
    theme: craft
    summary: |
      1. Cooks by recipe.

      2. Tastes first.
    proficiency: Foundational
  - id: 11111111-0000-4000-8000-000000000002
    level: cook
    theme: team
    summary: 'Asks for help.

      '
    proficiency: Awareness
  - id: 11111111-0000-4000-8000-000000000003
    level: senior-pm
    theme: team
    summary: Leads the kitchen.
    proficiency: Practitioner
`;

/** The older shape: legacy, several competencies for a level and theme, examples and addresses. */
const WAITERS = `
isLegacy: true
levels: [{ id: waiter, name: Waiter }]
themes: [{ id: team, name: Team }]
competencies:
  - id: w1
    summary: Carries plates
    examples:
      - Carries two
      - Carries three
    supportingUrls: []
    level: waiter
    theme: team
    proficiency: Working knowledge
  - id: w2
    summary: Knows the menu
    examples: []
    supportingUrls:
      - label: The menu
        url: https://example.org/menu
      - https://example.org/wine
    level: waiter
    theme: team
    proficiency: Expert
  - id: w3
    summary: Smiles
    level: waiter
    theme: team
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

const edges = (sink: RecordingSink, kind: string) =>
  [...sink.edges.values()].filter((edge) => edge.kind === kind);

describe("a job family", () => {
  let sink: RecordingSink;
  beforeAll(async () => {
    sink = await read({ "cooks.yml": COOKS.replaceAll("\n", "\r\n") });
  });

  it("is a role with its name and summary", () => {
    expect(sink.nodeOf("ROLE", "cooks")).toMatchObject({
      fields: { role_kind: "OCCUPATION" },
      labels: [{ locale: "en", kind: "PREFERRED", text: "Cooks" }],
      texts: [{ kind: "DESCRIPTION", text: "What we expect of cooks." }],
      qualifiers: [{ name: "googleSheetId", value: "sheet-1" }],
    });
  });

  it("has its levels as role levels at career levels of its own, with the fork as branches", () => {
    const levels = [...sink.nodes.values()].filter(({ kind }) => kind === "ROLE_LEVEL");
    expect(
      levels.map(({ labels, fields }) => [
        labels[0]?.text,
        fields?.level_order,
        sink.nodes.get(String(fields?.career_level_id))?.labels[0]?.text,
        sink.nodes.get(String(fields?.career_level_id))?.fields,
      ]),
    ).toEqual([
      ["Cook", 1, "Cooks: Cook", { track: "IC", branch: null, rank: 1 }],
      [
        "Senior Cook (Individual Contributor)",
        2,
        "Cooks: Senior Cook (Individual Contributor)",
        { track: "IC", branch: "individual contributor", rank: 2 },
      ],
      [
        "Senior Cook (People Manager)",
        2,
        "Cooks: Senior Cook (People Manager)",
        { track: "MANAGEMENT", branch: "people manager", rank: 2 },
      ],
    ]);
    const role = sink.nodeOf("ROLE", "cooks").id;
    expect(levels.map(({ fields }) => fields?.role_id)).toEqual([role, role, role]);
  });

  it("has its themes as practices", () => {
    expect(sink.nodeOf("SKILL", "cooks/craft")).toMatchObject({
      fields: { skill_kind: "PRACTICE" },
      labels: [{ text: "Craft & Taste" }],
      texts: [{ text: "Cooks food that people like, every day." }],
      concept: null,
    });
    expect(sink.nodeOf("SKILL", "cooks/team").texts).toEqual([]);
  });

  it("has its competencies as responsibilities: one line as name, a list as text too", () => {
    const id = "11111111-0000-4000-8000-000000000001";
    expect(sink.nodeOf("RESPONSIBILITY", `cooks/${id}`)).toMatchObject({
      labels: [{ text: "1. Cooks by recipe. 2. Tastes first." }],
      texts: [{ kind: "DESCRIPTION", text: "1. Cooks by recipe.\n\n2. Tastes first." }],
      qualifiers: [
        { name: "theme", value: "Craft & Taste" },
        { name: "proficiency", value: "Foundational" },
      ],
      concept: { code: id },
    });
    const other = sink.nodeOf("RESPONSIBILITY", "cooks/11111111-0000-4000-8000-000000000002");
    expect([other.labels[0]?.text, other.texts]).toEqual(["Asks for help.", []]);
  });

  it("expects a theme of a level in the source's words, and calls it no essential one", () => {
    const cook = sink.nodeOf("ROLE_LEVEL", "cooks/cook").id;
    const craft = sink.nodeOf("SKILL", "cooks/craft").id;
    expect(sink.edgeOf("REQUIREMENT", cook, craft)).toMatchObject({
      fields: { proficiency: 2 },
      strength: "Foundational",
      wording: "1. Cooks by recipe.\n\n2. Tastes first.",
    });
    expect(edges(sink, "REQUIREMENT")).toHaveLength(3);
    expect(edges(sink, "REQUIREMENT").every(({ fields }) => !fields?.requirement)).toBe(true);
  });

  it("has duties in the order of the file, level by level", () => {
    const duties = edges(sink, "DUTY").map(({ fromId, toId, fields }) => [
      sink.nodes.get(fromId)?.key,
      sink.nodes.get(String(toId))?.key?.slice(-1),
      fields?.position,
    ]);
    expect(duties).toEqual([
      ["cooks/cook", "1", 1],
      ["cooks/cook", "2", 2],
      ["cooks/senior-pm", "3", 1],
    ]);
  });

  it("accounts for every item of the file once", () => {
    expect(Object.fromEntries(sink.rows)).toEqual({
      "job families": 1,
      levels: 3,
      "career levels": 0,
      themes: 2,
      competencies: 3,
      duties: 0,
      "expected themes": 0,
    });
  });
});

it("reads the older shape: one requirement at the strongest proficiency, a duty for each", async () => {
  const sink = await read({ "table-waiters.yaml": WAITERS });
  expect(sink.nodeOf("ROLE", "table-waiters")).toMatchObject({
    labels: [{ text: "Table waiters" }],
    texts: [],
    qualifiers: [{ name: "isLegacy", value: true }],
  });
  expect(edges(sink, "REQUIREMENT")).toMatchObject([
    {
      fields: { proficiency: 5 },
      strength: "Expert",
      wording: "Carries plates\nKnows the menu\nSmiles",
    },
  ]);
  expect(edges(sink, "DUTY").map(({ fields }) => fields?.position)).toEqual([1, 2, 3]);
  expect(sink.nodeOf("RESPONSIBILITY", "table-waiters/w1").qualifiers).toEqual([
    { name: "theme", value: "Team" },
    { name: "proficiency", value: "Working knowledge" },
    { name: "examples", value: ["Carries two", "Carries three"] },
  ]);
  expect(sink.nodeOf("RESPONSIBILITY", "table-waiters/w2").qualifiers?.slice(2)).toEqual([
    {
      name: "supporting URLs",
      value: ["The menu: https://example.org/menu", "https://example.org/wine"],
    },
  ]);
});

it("keeps equal names of two families apart", async () => {
  const sink = await read({ "cooks.yml": COOKS, "waiters.yml": WAITERS });
  expect(sink.nodeOf("SKILL", "cooks/team").id).not.toBe(sink.nodeOf("SKILL", "waiters/team").id);
  expect(sink.rows.get("job families")).toBe(2);
});

it("states an unknown proficiency as unknown", async () => {
  const sink = await read({ "a.yml": WAITERS.replaceAll(/ {4}proficiency: .*\n/g, "") });
  const [requirement] = edges(sink, "REQUIREMENT");
  expect([requirement?.fields?.proficiency, requirement?.strength]).toEqual([null, undefined]);
});
