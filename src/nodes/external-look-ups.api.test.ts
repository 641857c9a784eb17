import type { Database } from "../database/database";
import { NODE_TAGS, type NodeKind } from "../shared/global-id";
import { ask } from "../testing/ask";
import { insertEdge, insertNode } from "../testing/graph-rows";
import { dataOf } from "../testing/read-all";
import { refusalOf } from "../testing/refusal";
import { openEmptyGraph } from "../testing/starter-graph";

/** Every kind that can be mapped, with the name of its look-up. */
const KINDS = (Object.keys(NODE_TAGS) as NodeKind[])
  .filter((kind) => kind !== "SOURCE" && kind !== "EXTERNAL_CONCEPT")
  .map((kind) => ({
    kind,
    one: kind.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
  }));

const uriOf = (kind: string) => `http://example.org/${kind}`;
const concept = (slug: string) => ["EXTERNAL_CONCEPT", slug] as const;

let database: Database;
beforeAll(async () => {
  database = await openEmptyGraph();
  await database.transaction(async (tx) => {
    for (const { kind } of KINDS) {
      const slug = kind.toLowerCase().replaceAll("_", "-");
      const level =
        kind === "ROLE_LEVEL"
          ? {
              role_id: await insertNode(tx, "ROLE", "clerk"),
              career_level_id: await insertNode(tx, "CAREER_LEVEL", "top"),
            }
          : {};
      await insertNode(tx, kind, slug, level);
      await insertNode(tx, ...concept(slug), { scheme: "ONET", code: kind, url: uriOf(kind) });
      await insertEdge(tx, "MAPPING", [kind, slug], concept(slug), { match_type: "EXACT" });
    }
    // The same code in another classification, and a match that is not exact.
    await insertNode(tx, "ROLE", "other-role");
    await insertNode(tx, ...concept("other-scheme"), { scheme: "ISCO", code: "ROLE" });
    await insertEdge(tx, "MAPPING", ["ROLE", "other-role"], concept("other-scheme"), {
      match_type: "EXACT",
    });
    await insertNode(tx, ...concept("near"), { scheme: "ONET", code: "near" });
    await insertEdge(tx, "MAPPING", ["ROLE", "other-role"], concept("near"), {
      match_type: "CLOSE",
    });
    // A concept of two nodes, of which one is no longer in use.
    await insertNode(tx, ...concept("shared"), { scheme: "ONET", code: "shared" });
    for (const [slug, status] of [
      ["old-skill", "DEPRECATED"],
      ["new-skill", "ACTIVE"],
    ] as const) {
      await insertNode(tx, "SKILL", slug, { status });
      await insertEdge(tx, "MAPPING", ["SKILL", slug], concept("shared"), { match_type: "EXACT" });
    }
  });
}, 60_000);
afterAll(() => database.close());

it.each(KINDS)(
  "finds a node by the code and by the address of a concept: $one",
  async ({ kind, one }) => {
    const { data, errors, statements } = await ask(
      database,
      `query ($uri: String!, $code: ExternalCodeInput!) {
      byUri: ${one}(by: { externalUri: $uri }) { slug }
      byCode: ${one}(by: { externalCode: $code }) { slug mappings { nodes { scheme code uri } } }
      concept: externalConcept(by: { externalCode: $code }) { scheme code uri }
    }`,
      { uri: uriOf(kind), code: { scheme: "ONET", code: kind } },
    );
    expect(errors).toEqual([]);
    // All look-ups together, then the mappings.
    expect(statements).toHaveLength(2);
    const slug = kind.toLowerCase().replaceAll("_", "-");
    const shown = { scheme: "ONET", code: kind, uri: uriOf(kind) };
    expect(data).toEqual({
      byUri: { slug },
      byCode: { slug, mappings: { nodes: [shown] } },
      concept: shown,
    });
  },
);

const role = async (scheme: string, code: string) =>
  (
    await dataOf(
      database,
      "query ($code: ExternalCodeInput!) { role(by: { externalCode: $code }) { slug } }",
      { code: { scheme, code } },
    )
  ).role;

it("finds by both scheme and code, letter by letter, and through exact matches only", async () => {
  expect(await role("ONET", "ROLE")).toEqual({ slug: "role" });
  expect(await role("ISCO", "ROLE")).toEqual({ slug: "other-role" });
  for (const [scheme, code] of [
    ["onet", "ROLE"],
    ["ONET", "role"],
    ["ONET", "SKILL"],
    ["ONET", "near"],
    ["ESCO", "ROLE"],
    ["ROLE", "ONET"],
    ["", ""],
  ] as const)
    expect(await role(scheme, code)).toBeNull();
});

it("prefers what is in use where two nodes match", async () => {
  const { skill } = await dataOf(
    database,
    '{ skill(by: { externalCode: { scheme: "ONET", code: "shared" } }) { slug } }',
  );
  expect(skill).toEqual({ slug: "new-skill" });
});

it("costs one statement for many, by slug, address and code", async () => {
  const { data, statements } = await ask(
    database,
    `{
      a: role(by: { externalCode: { scheme: "ONET", code: "ROLE" } }) { slug }
      b: role(by: { externalCode: { scheme: "ISCO", code: "ROLE" } }) { slug }
      c: skill(by: { externalUri: "${uriOf("SKILL")}" }) { slug }
      d: technology(by: { slug: "technology" }) { slug }
      e: topic(by: { externalCode: { scheme: "ONET", code: "nothing" } }) { slug }
    }`,
  );
  expect(data).toEqual({
    a: { slug: "role" },
    b: { slug: "other-role" },
    c: { slug: "skill" },
    d: { slug: "technology" },
    e: null,
  });
  expect(statements).toHaveLength(1);
});

it.each([
  ["a code without its scheme", { externalCode: { code: "ROLE" } }],
  ["a scheme without a code", { externalCode: { scheme: "ONET" } }],
  ["a code beside a slug", { slug: "role", externalCode: { scheme: "ONET", code: "ROLE" } }],
  ["a code that is too long", { externalCode: { scheme: "ONET", code: "x".repeat(301) } }],
  ["null", { externalCode: null }],
])("refuses %s", async (_, by) => {
  expect(
    await refusalOf(database, "query ($by: NodeBy!) { role(by: $by) { id } }", { by }),
  ).toMatch(/^BAD_USER_INPUT at (by|externalCode)/);
});
