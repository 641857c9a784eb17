import type { Database } from "../database/database";
import { ask } from "../testing/ask";
import { insertEdge, insertNode, rowId } from "../testing/graph-rows";
import { dataOf } from "../testing/read-all";
import { refusalOf } from "../testing/refusal";
import { openEmptyGraph } from "../testing/starter-graph";

let database: Database;
beforeAll(async () => {
  database = await openEmptyGraph();
  await database.transaction(async (tx) => {
    const role = await insertNode(tx, "ROLE", "cook");
    for (const slug of ["baking", "frying"]) {
      await insertNode(tx, "SKILL", slug);
      const columns = { role_id: role, importance: 3, confidence: 0.5 };
      await insertEdge(tx, "REQUIREMENT", ["ROLE", "cook"], ["SKILL", slug], columns);
    }
  });
}, 60_000);
afterAll(() => database.close());

const SKILLS =
  "query ($after: String, $orderBy: [NodeOrder!]) { skills(after: $after, orderBy: $orderBy) { edges { cursor } } }";
const REQUIREMENTS =
  'query ($after: String, $orderBy: [RequirementOrder!]) { role(by: { slug: "cook" }) { requirements(after: $after, orderBy: $orderBy) { edges { cursor } } } }';

async function cursorOf(source: string, field?: string): Promise<string> {
  const data = await dataOf(database, source, { orderBy: field && [{ field }] });
  return (data.skills ?? data.role.requirements).edges[0].cursor;
}

/** The values that a cursor carries, after the mark of its list and order, changed and put back. */
function forge(cursor: string, change: (values: unknown[]) => unknown): string {
  const values = JSON.parse(Buffer.from(cursor, "base64url").toString());
  return Buffer.from(JSON.stringify(change(values))).toString("base64url");
}

/** The cursor with another sort value. */
const withValue = (cursor: string, value: unknown) =>
  forge(cursor, ([mark, _, ...rest]) => [mark, value, ...rest]);

describe("a cursor", () => {
  it("belongs to its order", async () => {
    const byName = await cursorOf(SKILLS, "NAME");
    for (const orderBy of [
      [{ field: "SLUG" }],
      [{ field: "NAME", direction: "DESC" }],
      [{ field: "NAME" }, { field: "SLUG" }],
    ])
      expect(await refusalOf(database, SKILLS, { after: byName, orderBy })).toBe(
        "BAD_USER_INPUT at after",
      );
    // The default order is by name.
    expect((await ask(database, SKILLS, { after: byName })).errors).toEqual([]);
  });

  it("belongs to its list", async () => {
    const ofSkills = await cursorOf(SKILLS);
    for (const list of ["roles", "technologies", "topics", "statements"])
      expect(
        await refusalOf(
          database,
          `query ($after: String) { ${list}(after: $after) { totalCount } }`,
          { after: ofSkills },
        ),
      ).toBe("BAD_USER_INPUT at after");
    const { errors } = await ask(
      database,
      "query ($after: String) { skills { nodes { requiredBy(after: $after, orderBy: [{ field: NAME }]) { totalCount } } } }",
      { after: await cursorOf(REQUIREMENTS, "NAME") },
    );
    expect(errors[0]?.extensions?.code).toBe("BAD_USER_INPUT");
  });

  it("holds whatever the filter is", async () => {
    const { skills } = await dataOf(
      database,
      'query ($after: String) { skills(after: $after, filter: { slug: { eq: "frying" }, status: { eq: ACTIVE } }) { nodes { slug } } }',
      { after: await cursorOf(SKILLS) },
    );
    expect(skills.nodes).toEqual([{ slug: "frying" }]);
  });
});

describe("a forged cursor", () => {
  it.each([
    ["an empty text", ""],
    ["no base64", "%%%"],
    ["no JSON", Buffer.from("skills").toString("base64url")],
    ["JSON that is no list", Buffer.from('{"0":"x"}').toString("base64url")],
    ["null", Buffer.from("null").toString("base64url")],
    ["bytes that are no text", Buffer.from([0xff, 0xfe, 0x00]).toString("base64url")],
    ["an id", rowId("SKILL", "baking")],
    ["nested lists", Buffer.from("[".repeat(1_000)).toString("base64url")],
    ["4,000 characters", "x".repeat(4_000)],
    ["a million characters", "x".repeat(1_000_000)],
  ])("is refused: %s", async (_, after) => {
    expect(await refusalOf(database, SKILLS, { after })).toBe("BAD_USER_INPUT at after");
  });

  it("is refused when its list of values is too short or too long, or its mark another", async () => {
    const cursor = await cursorOf(SKILLS);
    for (const after of [
      forge(cursor, () => []),
      forge(cursor, (values) => values.slice(0, -1)),
      forge(cursor, (values) => [...values, "x"]),
      forge(cursor, ([, ...values]) => ["AAAAAA", ...values]),
      forge(cursor, ([, ...values]) => [null, ...values]),
    ])
      expect(await refusalOf(database, SKILLS, { after })).toBe("BAD_USER_INPUT at after");
  });

  it.each([
    ["NAME", [1, null, true, [], {}, ["a"], "a\u0000b", "x".repeat(2_001)]],
    [
      "UPDATED_AT",
      [
        "",
        "now",
        "infinity",
        "2026",
        "2026-02-30 00:00:00+00",
        "2026-13-01 00:00:00+00",
        "0000-01-01 00:00:00+00",
        "2026-01-01 24:00:01+00",
        "2026-01-01 00:00:60+00",
        "2026-01-01 00:00:00+99",
        "2026-01-01 00:00:00+16",
        "2026-01-01 00:00:00-15:60",
        "2026-01-01 00:00:00.1234567+00",
        "2026-01-01T00:00:00Z",
        "'; DROP TABLE node; --",
      ],
    ],
  ])("is refused when a value is not of its type: %s", async (field, values) => {
    const cursor = await cursorOf(SKILLS, field);
    for (const value of values)
      expect([
        value,
        await refusalOf(database, SKILLS, {
          after: withValue(cursor, value),
          orderBy: [{ field }],
        }),
      ]).toEqual([value, "BAD_USER_INPUT at after"]);
  });

  it.each([
    ["IMPORTANCE", ["", "x", "1.5", "1e3", "99999999999", "2147483648", " 1", 1]],
    ["CONFIDENCE", ["", "x", "NaN", "Infinity", "-Infinity", "1e999", "1e400", "0x10", "1,5", 0.5]],
  ])("is refused at a nested list, too: %s", async (field, values) => {
    const cursor = await cursorOf(REQUIREMENTS, field);
    for (const value of values) {
      const { errors, statements } = await ask(database, REQUIREMENTS, {
        after: withValue(cursor, value),
        orderBy: [{ field }],
      });
      expect([value, errors[0]?.extensions?.code]).toEqual([value, "BAD_USER_INPUT"]);
      // The role alone was read.
      expect(statements).toHaveLength(1);
    }
  });

  it("is refused when its id is none", async () => {
    const cursor = await cursorOf(SKILLS);
    for (const id of [
      "",
      "x",
      rowId("SKILL", "baking").toUpperCase(),
      rowId("SKILL", "baking").replaceAll("-", ""),
      `${rowId("SKILL", "baking")} `,
      7,
    ])
      expect(
        await refusalOf(database, SKILLS, {
          after: forge(cursor, (values) => [...values.slice(0, -1), id]),
        }),
      ).toBe("BAD_USER_INPUT at after");
  });

  it.each([
    [
      "UPDATED_AT",
      ["0001-01-01 00:00:00+00", "9999-12-31 23:59:59.999999-15:59", "2024-02-29 00:00:00+14"],
    ],
    ["NAME", ["", "%", "'; DROP TABLE node; --", "\ud800", "\u{1f600}"]],
  ])("that could be real is a place in the list: %s", async (field, values) => {
    const cursor = await cursorOf(SKILLS, field);
    for (const value of values) {
      const { errors, data } = await ask(database, SKILLS, {
        after: withValue(cursor, value),
        orderBy: [{ field }],
      });
      expect(errors).toEqual([]);
      expect(data.skills.edges.length).toBeLessThanOrEqual(2);
    }
  });
});
