import type { Database } from "../database/database";
import { openEmptyGraph } from "../testing/starter-graph";
import { deleteAllRows } from "../testing/table-rows";
import { merge, mergeDecided, TestSource } from "../testing/test-source";
import type { Identities } from "./identity/overrides";

const curated = new TestSource("curated");
const topics = new TestSource("topics", "IMPORTED");

/** Keys of the imported source and the curated nodes that they are. */
function decided(joins: Readonly<Record<string, string>>): Identities {
  const same = Object.entries(joins).map(([key, slug]) => ({
    kind: "TECHNOLOGY" as const,
    scheme: "topics",
    key,
    node: { slug },
  }));
  return { same, apart: [] };
}

const found = (...keys: readonly string[]) => keys.map((key) => topics.found("TECHNOLOGY", key));
const idOf = (key: string) => topics.idOf("TECHNOLOGY", key);

let database: Database;

beforeAll(async () => {
  database = await openEmptyGraph();
});
beforeEach(async () => {
  const ours = ["Ours A", "Ours B"].map((name) => curated.found("TECHNOLOGY", name));
  await merge(database, curated, ...ours);
});
afterEach(() => deleteAllRows(database));
afterAll(() => database.close());

it("leads from and to the nodes that the ends turned out to be", async () => {
  await mergeDecided(
    database,
    decided({ alpha: "ours-a" }),
    topics,
    ...found("alpha", "gamma", "delta"),
    topics.link("DEPENDS_ON", idOf("gamma"), idOf("alpha")),
    topics.link("BELONGS_TO", idOf("alpha"), idOf("delta")),
    { ...topics.link("STATEMENT", idOf("alpha"), null), ...fact(1995) },
  );
  expect(await links()).toEqual([
    "BELONGS_TO ours-a delta",
    "DEPENDS_ON gamma ours-a",
    "STATEMENT ours-a 1995",
  ]);
});

it("has the smaller id first where there is no direction, whichever end was joined", async () => {
  const ours = curated.idOf("TECHNOLOGY", "Ours A");
  // One partner is smaller and one is larger than the node that "alpha" turns out to be.
  const partners = Array.from({ length: 20 }, (_, n) => `partner ${n}`);
  const smaller = partners.find((key) => idOf(key) < ours) ?? "";
  const larger = partners.find((key) => idOf(key) > ours) ?? "";
  for (const turned of [false, true]) {
    const related = (key: string) =>
      turned
        ? topics.link("RELATED", idOf(key), idOf("alpha"))
        : topics.link("RELATED", idOf("alpha"), idOf(key));
    await mergeDecided(
      database,
      decided({ alpha: "ours-a" }),
      topics,
      ...found("alpha", smaller, larger),
      related(smaller),
      related(larger),
    );
    expect(await links()).toEqual(
      [
        `RELATED ${smaller.replace(" ", "-")} ours-a`,
        `RELATED ours-a ${larger.replace(" ", "-")}`,
      ].sort(),
    );
  }
});

it("goes when both of its ends turned out to be one node, not when it was stated so", async () => {
  await mergeDecided(
    database,
    decided({ alpha: "ours-a", beta: "ours-a" }),
    topics,
    ...found("alpha", "beta", "gamma"),
    topics.link("RELATED", idOf("alpha"), idOf("beta")),
    topics.link("DEPENDS_ON", idOf("alpha"), idOf("beta")),
    topics.link("DEPENDS_ON", idOf("beta"), idOf("gamma")),
  );
  expect(await links()).toEqual(["DEPENDS_ON ours-a gamma"]);
  const stated = topics.link("RELATED", idOf("gamma"), idOf("gamma"));
  await expect(merge(database, topics, ...found("gamma"), stated)).rejects.toMatchObject({
    constraint: "edge_no_self_loop",
  });
});

it("is one link where two became equal, with all that is said of either", async () => {
  const joins = decided({ alpha: "ours-a", beta: "ours-a" });
  const nodes = found("alpha", "beta", "gamma");
  const batch = [
    ...nodes,
    topics.link("RELATED", idOf("alpha"), idOf("gamma"), { weight: 0.5 }, { wording: "near" }),
    topics.link("RELATED", idOf("gamma"), idOf("beta"), { weight: 0.5 }, { wording: "alike" }),
    // Said of both in the same words: once.
    topics.link("DEPENDS_ON", idOf("alpha"), idOf("gamma"), {}, { wording: "needs" }),
    topics.link("DEPENDS_ON", idOf("beta"), idOf("gamma"), {}, { wording: "needs" }),
  ];
  await mergeDecided(database, joins, topics, ...batch);
  expect(await wordings()).toEqual(["DEPENDS_ON needs", "RELATED alike", "RELATED near"]);
  expect((await links()).length).toBe(2);
  expect(await mergeDecided(database, joins, topics, ...batch)).toMatchObject({ changed: false });
});

it("moves with its end when that is joined later, and back when it is kept apart", async () => {
  const batch = [
    ...found("alpha", "gamma"),
    topics.link("DEPENDS_ON", idOf("alpha"), idOf("gamma"), {}, { wording: "needs" }),
  ];
  await merge(database, topics, ...batch);
  expect(await links()).toEqual(["DEPENDS_ON alpha gamma"]);
  const joins = decided({ alpha: "ours-a" });
  await mergeDecided(database, joins, topics, ...batch);
  expect(await links()).toEqual(["DEPENDS_ON ours-a gamma"]);
  await mergeDecided(database, { same: [], apart: joins.same }, topics, ...batch);
  expect(await links()).toEqual(["DEPENDS_ON alpha gamma"]);
  expect(await wordings()).toEqual(["DEPENDS_ON needs"]);
});

it("stays where another source states it of the old node", async () => {
  const other = new TestSource("other", "IMPORTED");
  const named = ["alpha", "gamma"].map((key) => other.found("TECHNOLOGY", key));
  const batch = [
    ...found("alpha", "gamma"),
    topics.link("DEPENDS_ON", idOf("alpha"), idOf("gamma")),
  ];
  await merge(database, topics, ...batch);
  const theirs = ["alpha", "gamma"].map((key) => other.idOf("TECHNOLOGY", key));
  await merge(
    database,
    other,
    ...named,
    other.link("DEPENDS_ON", theirs[0] ?? "", theirs[1] ?? ""),
  );
  expect(await links()).toEqual(["DEPENDS_ON alpha gamma"]);
  await mergeDecided(database, decided({ alpha: "ours-a" }), topics, ...batch);
  expect(await links()).toEqual(["DEPENDS_ON alpha gamma", "DEPENDS_ON ours-a gamma"]);
});

function fact(value: number) {
  const fields = { predicate: "first_released", value_number: value };
  return { statementKey: `first_released ${value}`, assertions: [topics.says(fields)] };
}

/** All links: kind, start, end or value. */
async function links(): Promise<string[]> {
  const rows = await database.dataSource.query<{ link: string }[]>(
    `SELECT e.kind || ' ' || a.slug || ' ' || coalesce(b.slug, e.value_number::text) AS link
       FROM edge e JOIN node a ON a.id = e.from_id LEFT JOIN node b ON b.id = e.to_id`,
  );
  return rows.map(({ link }) => link).sort();
}

async function wordings(): Promise<string[]> {
  const rows = await database.dataSource.query<{ said: string }[]>(
    "SELECT e.kind || ' ' || a.wording AS said FROM assertion a JOIN edge e ON e.id = a.edge_id",
  );
  return rows.map(({ said }) => said).sort();
}
