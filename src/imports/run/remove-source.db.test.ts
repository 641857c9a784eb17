import { join } from "node:path";
import type { Database } from "../../database/database";
import { graphState } from "../../testing/content-hash";
import { dataOf } from "../../testing/read-all";
import { openStarterGraph } from "../../testing/starter-graph";
import { readAllRows } from "../../testing/table-rows";
import { ESCO } from "../esco/esco";
import { ONET } from "../onet/onet";
import { importInto, removeFrom } from "../testing/import-into";
import { type End, madeLink, madeNode, madeSource } from "../testing/made-source";

const RELEASE = join(__dirname, "../onet/fixtures/onet-29.3");

let database: Database;
beforeAll(async () => {
  database = await openStarterGraph();
});
afterAll(() => database.close());

it("changes nothing when the graph holds nothing of the source", async () => {
  const before = await readAllRows(database);
  const { summary, report } = await removeFrom(database, ESCO);
  expect(summary).toMatchObject({ changed: false, deprecated: 0, removed: 0 });
  expect(report).toEqual({});
  expect(await readAllRows(database)).toEqual(before);
});

describe("O*NET on top of the starter graph", () => {
  const ROLE = '(by: { externalCode: { scheme: "ONET", code: "15-1252.00" } }) { slug }';
  const QUERY = `{
    role${ROLE}
    bySlug: role(by: { slug: "software-developers" }) { id status requirements { totalCount } }
    python: technology(by: { slug: "python" }) {
      status isHot usedBy { totalCount } sources { nodes { slug } } mappings(filter: { statedBy: { eq: "onet" } }) { totalCount }
    }
    source(by: { slug: "onet" }) { status release }
  }`;
  // biome-ignore lint/suspicious/noExplicitAny: a test knows what it selects.
  let without: any, imported: any;
  let hash: string;
  let ids: { id: string }[];
  const readIds = () => database.dataSource.query("SELECT id FROM node ORDER BY id");

  beforeAll(async () => {
    without = await dataOf(database, QUERY);
    await importInto(database, ONET, { path: RELEASE });
    imported = await dataOf(database, QUERY);
    hash = (await graphState(database)).contentHash;
    ids = await readIds();
  });

  it("can be tried: the starter graph has Python, and O*NET too", () => {
    expect(without.python.sources.nodes).not.toContainEqual({ slug: "onet" });
    expect(imported.python.sources.nodes).toContainEqual({ slug: "onet" });
    expect(imported.python).toMatchObject({ isHot: true, mappings: { totalCount: 1 } });
  });

  it("is taken away: what others state stays, the rest is deprecated and keeps its id", async () => {
    const { summary, report } = await removeFrom(database, ONET);
    const after = await dataOf(database, QUERY);
    expect(after.python).toEqual(without.python);
    expect(after.role).toBeNull();
    expect(after.bySlug).toEqual({
      ...{ id: imported.bySlug.id, status: "DEPRECATED", requirements: { totalCount: 0 } },
    });
    expect(after.source).toEqual({ status: "DEPRECATED", release: "29.3" });
    expect(await readIds()).toEqual(ids);

    expect(summary.changed).toBe(true);
    expect(report.deprecated).toHaveLength(summary.deprecated);
    expect(report.removed).toHaveLength(summary.removed);
    expect(report.deprecated).toContainEqual({
      ...{ kind: "ROLE", slug: "software-developers", name: "Software Developers" },
    });
    expect(report.deprecated).not.toContainEqual(expect.objectContaining({ slug: "python" }));
    const [{ links }] = await database.dataSource.query(
      "SELECT count(*)::integer AS links FROM assertion a JOIN node s ON s.id = a.source_id WHERE s.slug = 'onet'",
    );
    expect(links).toBe(0);
  });

  it("can be taken away once only", async () => {
    expect((await removeFrom(database, ONET)).summary.changed).toBe(false);
  });

  it("comes back as it was, to the last bit of the content hash", async () => {
    const { report } = await importInto(database, ONET, { path: RELEASE });
    expect(await dataOf(database, QUERY)).toEqual(imported);
    expect((await graphState(database)).contentHash).toBe(hash);
    // It was found anew which technologies are the same, so how is recorded again.
    expect(report.joined?.map(({ name }) => name)).toContain("Python");
    expect((await importInto(database, ONET, { path: RELEASE })).summary.changed).toBe(false);
  });
});

it("keeps a link that two sources state, with the values of the other", async () => {
  const [cook, stew]: End[] = [
    ["ROLE", "cook"],
    ["SKILL", "stew"],
  ];
  const says = (importance: number) => ({
    nodes: [madeNode(cook as End), madeNode(stew as End, "Stewing of cabbage")],
    links: [madeLink("REQUIREMENT", cook as End, stew as End, { importance })],
  });
  const [weak, strong] = [madeSource("weak", says(2)), madeSource("strong", says(4))];
  const same = [
    { kind: "ROLE", scheme: "STRONG", key: "cook", node: { scheme: "WEAK", key: "cook" } },
  ] as const;
  const identities = { same, apart: [] };
  await importInto(database, weak);
  const { summary } = await importInto(database, strong, { identities });
  expect(summary.joined).toBe(2);
  const links = async () =>
    (
      await dataOf(
        database,
        '{ role(by: { slug: "cook" }) { requirements { edges { sources { nodes { slug } } importance } } } }',
      )
    ).role.requirements.edges;
  expect(await links()).toMatchObject([
    { sources: { nodes: [{ slug: "strong" }, { slug: "weak" }] } },
  ]);
  await removeFrom(database, weak);
  expect(await links()).toEqual([{ importance: 4, sources: { nodes: [{ slug: "strong" }] } }]);
  await removeFrom(database, strong);
  expect(await links()).toEqual([]);
});
