import type { Database } from "../database/database";
import { deriveUuid } from "../shared/uuid";
import { insertEdge, insertNode, insertRow } from "../testing/graph-rows";
import { dataOf } from "../testing/read-all";
import { openEmptyGraph } from "../testing/starter-graph";

/** Subject, predicate and object (a topic or the columns of a value), and who says so. */
const STATEMENTS = [
  { from: "bread", predicate: "goes_with", to: "soup", statedBy: ["one", "two"] },
  { from: "soup", predicate: "goes_with", to: "bread", statedBy: ["two"] },
  { from: "bread", predicate: "made_of", to: "flour", statedBy: ["one"] },
  {
    from: "bread",
    predicate: "bakes",
    value: { value_number: 40, unit: "minutes", comparator: "at least" },
    statedBy: ["one"],
  },
  { from: "bread", predicate: "crust", value: { value_text: "100% crisp" }, statedBy: ["two"] },
  { from: "bread", predicate: "is_vegan", value: { value_boolean: false }, statedBy: ["two"] },
  { from: "bread", predicate: "kinds", value: { value_list: ["rye", "wheat"] }, statedBy: [] },
] as const;

let database: Database;
beforeAll(async () => {
  database = await openEmptyGraph();
  await database.transaction(async (tx) => {
    for (const slug of ["bread", "soup", "flour"]) await insertNode(tx, "TOPIC", slug);
    const sources = new Map<string, string>();
    for (const slug of ["one", "two"]) sources.set(slug, await insertNode(tx, "SOURCE", slug));
    for (const { from, predicate, statedBy, ...object } of STATEMENTS) {
      const edge_id = await insertEdge(
        tx,
        "STATEMENT",
        ["TOPIC", from],
        "to" in object ? ["TOPIC", object.to] : null,
        {
          predicate,
          statement_key: predicate,
          ...("value" in object ? object.value : {}),
        },
      );
      for (const source of statedBy)
        await insertRow(tx, "assertion", {
          id: deriveUuid("test", edge_id, source),
          edge_id,
          source_id: sources.get(source),
          origin: "CURATED",
          revision: 1,
          created_at: new Date(0),
        });
    }
  });
}, 60_000);
afterAll(() => database.close());

interface Shown {
  subject: { slug: string };
  predicate: string;
  object: { slug: string } | null;
}

const NODE = "{ totalCount nodes { subject { slug } predicate object { slug } } }";

/** `bread goes_with soup`, sorted. */
function texts({ totalCount, nodes }: { totalCount: number; nodes: Shown[] }): string[] {
  expect(nodes).toHaveLength(totalCount);
  const predicates = nodes.map(({ predicate }) => predicate);
  expect(predicates).toEqual([...predicates].sort());
  return nodes
    .map(
      ({ subject, predicate, object }) => `${subject.slug} ${predicate} ${object?.slug ?? "value"}`,
    )
    .sort();
}

const expected = (matches: (row: (typeof STATEMENTS)[number] & { to?: string }) => boolean) =>
  STATEMENTS.filter(matches)
    .map((row) => `${row.from} ${row.predicate} ${"to" in row ? row.to : "value"}`)
    .sort();

describe("the statements of a node", () => {
  it.each([
    ["", "bread", expected(({ from }) => from === "bread")],
    ["(direction: OUTGOING)", "bread", expected(({ from }) => from === "bread")],
    ["(direction: INCOMING)", "bread", ["soup goes_with bread"]],
    ["(direction: BOTH)", "bread", expected(() => true)],
    ["(direction: BOTH)", "flour", ["bread made_of flour"]],
    ["", "flour", []],
    ['(predicate: "goes_with")', "bread", ["bread goes_with soup"]],
    [
      '(predicate: "goes_with", direction: BOTH)',
      "bread",
      ["bread goes_with soup", "soup goes_with bread"],
    ],
    ['(predicate: "goes")', "bread", []],
    [
      '(direction: BOTH, filter: { subject: { slug: { eq: "soup" } } })',
      "bread",
      ["soup goes_with bread"],
    ],
    [
      '(filter: { object: { slug: { in: ["flour", "soup"] } } })',
      "bread",
      ["bread goes_with soup", "bread made_of flour"],
    ],
  ])("are those on the side and of the predicate asked for: %s of %s", async (args, slug, rows) => {
    const { topic } = await dataOf(
      database,
      `{ topic(by: { slug: "${slug}" }) { statements${args} ${NODE} } }`,
    );
    expect(texts(topic.statements)).toEqual(rows);
  });

  it("show the one value that is set, with unit and comparator", async () => {
    const { topic } = await dataOf(
      database,
      '{ topic(by: { slug: "bread" }) { statements(filter: { not: { object: {} } }) { nodes { predicate text number boolean list unit comparator } } } }',
    );
    const nothing = {
      text: null,
      number: null,
      boolean: null,
      list: null,
      unit: null,
      comparator: null,
    };
    expect(topic.statements.nodes).toEqual([
      { ...nothing, predicate: "bakes", number: 40, unit: "minutes", comparator: "at least" },
      { ...nothing, predicate: "crust", text: "100% crisp" },
      { ...nothing, predicate: "is_vegan", boolean: false },
      { ...nothing, predicate: "kinds", list: ["rye", "wheat"] },
    ]);
  });
});

describe("the list of all statements", () => {
  it.each<[string, string[]]>([
    ["", expected(() => true)],
    ['(predicate: "goes_with")', expected(({ predicate }) => predicate === "goes_with")],
    [
      '(filter: { predicate: { startsWith: "IS_" } })',
      expected(({ predicate }) => predicate === "is_vegan"),
    ],
    [
      '(filter: { statedBy: { eq: "one" } })',
      expected(({ statedBy }) => (statedBy as readonly string[]).includes("one")),
    ],
    [
      '(filter: { not: { statedBy: { in: ["one", "two"] } } })',
      expected(({ statedBy }) => statedBy.length === 0),
    ],
    ['(filter: { text: { contains: "%" } })', expected(({ predicate }) => predicate === "crust")],
    ["(filter: { text: { isNull: false } })", expected(({ predicate }) => predicate === "crust")],
    [
      '(filter: { or: [{ predicate: { eq: "crust" } }, { subject: { slug: { eq: "soup" } } }] })',
      ["bread crust value", "soup goes_with bread"],
    ],
    ["(filter: { or: [] })", []],
    ["(filter: { and: [] })", expected(() => true)],
  ])("can be narrowed: %s", async (args, rows) => {
    const { statements } = await dataOf(database, `{ statements${args} ${NODE} }`);
    expect(texts(statements)).toEqual(rows);
  });
});
