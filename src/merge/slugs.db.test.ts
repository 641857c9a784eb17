import type { Database } from "../database/database";
import { openEmptyGraph } from "../testing/starter-graph";
import { deleteAllRows } from "../testing/table-rows";
import { merge, TestSource } from "../testing/test-source";
import type { NodeRecord } from "./records";

const curated = new TestSource("curated");
const editors = new TestSource("editors", "EDITOR");
const onet = new TestSource("onet", "IMPORTED");
const esco = new TestSource("esco", "IMPORTED");

let database: Database;

beforeAll(async () => {
  database = await openEmptyGraph();
});
afterEach(() => deleteAllRows(database));
afterAll(() => database.close());

describe("a slug that nobody states", () => {
  it("is the first free one of the name, the name with the source, and the name with the id", async () => {
    // Occupations of one name in two sources, and twice in the second one.
    await merge(database, onet, onet.found("ROLE", "Baker"));
    const [one, other] = [found(esco, "baker/1", "Baker"), found(esco, "baker/2", "Baker")];
    await merge(database, esco, one, other);
    const [first, second] = [one, other].map(({ id }) => id).sort();
    expect(await slugs()).toEqual(
      sorted([
        [onet.idOf("ROLE", "Baker"), "baker"],
        [first, "baker-esco"],
        [second, `baker-${second?.slice(0, 8)}`],
      ]),
    );
  });

  it("goes to the smaller id where two newcomers want the same, whichever is stated first", async () => {
    const nodes = ["a", "b", "c"].map((key) => found(esco, key, "Cook"));
    const seen: unknown[] = [];
    for (const order of [nodes, [...nodes].reverse()]) {
      await merge(database, esco, ...order);
      seen.push(await slugs());
      await deleteAllRows(database);
    }
    const [first, second, third] = nodes.map(({ id }) => id).sort();
    const expected = sorted([
      [first, "cook"],
      [second, "cook-esco"],
      [third, `cook-${third?.slice(0, 8)}`],
    ]);
    expect(seen).toEqual([expected, expected]);
  });

  it("leaves a slug with the source's name to the node whose name that is", async () => {
    const named = found(esco, "named", "Cook Esco");
    const nodes = [found(esco, "a", "Cook"), found(esco, "b", "Cook"), named];
    await merge(database, esco, ...nodes);
    const [first, second] = [nodes[0], nodes[1]].map((node) => node?.id ?? "").sort();
    expect(await slugs()).toEqual(
      sorted([
        [named.id, "cook-esco"],
        [first, "cook"],
        [second, `cook-${second?.slice(0, 8)}`],
      ]),
    );
  });

  it("is with the id where there is no source's name to add", async () => {
    const nodes = ["a", "b"].map((key) => ({ ...found(esco, key, "Cook"), slugSuffix: undefined }));
    await merge(database, esco, ...nodes);
    const [first, second] = nodes.map(({ id }) => id).sort();
    expect(await slugs()).toEqual(
      sorted([
        [first, "cook"],
        [second, `cook-${second?.slice(0, 8)}`],
      ]),
    );
  });

  it("is free for another kind of node", async () => {
    await merge(database, esco, found(esco, "a", "Baking"), esco.found("SKILL", "Baking"));
    expect((await slugs()).map(([, slug]) => slug)).toEqual(["baking", "baking"]);
  });

  it("stays when its node is named otherwise, and is not given away when the node goes", async () => {
    const baker = onet.found("ROLE", "Baker");
    await merge(database, onet, baker);
    const renamed = { ...onet.found("ROLE", "Bread Maker"), id: baker.id, keys: baker.keys };
    await merge(database, onet, renamed);
    await merge(database, onet, renamed);
    expect(await slugs()).toEqual([[baker.id, "baker"]]);
    await merge(database, onet);
    const other = found(esco, "x", "Baker");
    await merge(database, esco, other);
    expect(await slugs()).toEqual(
      sorted([
        [baker.id, "baker"],
        [other.id, "baker-esco"],
      ]),
    );
    await merge(database, onet, renamed);
    expect(new Map(await slugs()).get(baker.id)).toBe("baker");
  });
});

describe("a slug that is stated", () => {
  it("moves the node aside that was given the same, for good", async () => {
    const given = onet.found("ROLE", "Baker");
    await merge(database, onet, given);
    const stated = curated.node("ROLE", "baker");
    await merge(database, curated, stated);
    const aside = sorted([
      [given.id, `baker-${given.id.slice(0, 8)}`],
      [stated.id, "baker"],
    ]);
    expect(await slugs()).toEqual(aside);
    const { changed } = await merge(database, onet, given);
    expect({ changed, slugs: await slugs() }).toEqual({ changed: false, slugs: aside });
    const [row] = await database.dataSource.query<{ version: number; revision: number }[]>(
      "SELECT n.version, g.revision - n.revision AS revision FROM node n, graph_revision g WHERE n.id = $1",
      [given.id],
    );
    expect(row).toEqual({ version: 2, revision: 0 });
  });

  it("comes before one that would be given in the same batch", async () => {
    const given = found(curated, "x", "Baker");
    const stated = curated.node("ROLE", "baker");
    await merge(database, curated, given, stated);
    expect(await slugs()).toEqual(
      sorted([
        [stated.id, "baker"],
        [given.id, "baker-curated"],
      ]),
    );
  });

  it("is that of the stronger source, and the next one's when that one takes it back", async () => {
    const stated = (source: TestSource, slug?: string) => source.node("ROLE", "baker", { slug });
    await merge(database, curated, stated(curated, "baker"));
    await merge(database, editors, stated(editors, "bread-baker"));
    expect(slugsOf(await slugs())).toEqual(["bread-baker"]);
    await merge(database, editors, stated(editors));
    expect(slugsOf(await slugs())).toEqual(["baker"]);
    // The last slug stays when nobody states one any more.
    await merge(database, curated, stated(curated));
    expect(slugsOf(await slugs())).toEqual(["baker"]);
  });

  it("is refused when two nodes are stated with it", async () => {
    await merge(database, curated, curated.node("ROLE", "baker"));
    const same = editors.node("ROLE", "cook", { slug: "baker" });
    await expect(merge(database, editors, same)).rejects.toMatchObject({ constraint: "node_slug" });
    const twice = [curated.node("ROLE", "baker"), curated.node("ROLE", "cook", { slug: "baker" })];
    await expect(merge(database, curated, ...twice)).rejects.toMatchObject({
      constraint: "node_slug",
    });
  });

  it("goes over to the node that has it from now on, and two nodes can swap theirs", async () => {
    const [baker, cook] = [curated.node("ROLE", "baker"), curated.node("ROLE", "cook")];
    await merge(database, curated, baker, cook);
    await merge(
      database,
      curated,
      curated.node("ROLE", "baker", { slug: "cook" }),
      curated.node("ROLE", "cook", { slug: "baker" }),
    );
    expect(await slugs()).toEqual(
      sorted([
        [baker.id, "cook"],
        [cook.id, "baker"],
      ]),
    );
    const third = curated.node("ROLE", "third", { slug: "cook" });
    await merge(database, curated, curated.node("ROLE", "cook", { slug: "baker" }), third);
    expect(await slugs()).toEqual(
      sorted([
        [baker.id, `cook-${baker.id.slice(0, 8)}`],
        [cook.id, "baker"],
        [third.id, "cook"],
      ]),
    );
  });
});

/** A role under another key than its name. */
function found(source: TestSource, key: string, name: string) {
  const { id, keys } = source.found("ROLE", key);
  return { ...source.found("ROLE", name), id, keys } satisfies NodeRecord;
}

/** Ids and slugs of all nodes but the sources. */
async function slugs(): Promise<[id: string, slug: string][]> {
  const rows = await database.dataSource.query<{ id: string; slug: string }[]>(
    "SELECT id, slug FROM node WHERE kind <> 'SOURCE'",
  );
  return sorted(rows.map(({ id, slug }) => [id, slug]));
}

function sorted<T extends readonly (string | undefined)[]>(
  pairs: readonly T[],
): [string, string][] {
  return pairs
    .map(([id = "", slug = ""]): [string, string] => [id, slug])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function slugsOf(pairs: readonly (readonly [string, string])[]): string[] {
  return pairs.map(([, slug]) => slug);
}
