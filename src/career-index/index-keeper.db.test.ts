import type { Database } from "../database/database";
import { openEmptyGraph } from "../testing/starter-graph";
import { deleteAllRows } from "../testing/table-rows";
import { merge, TestSource, testId } from "../testing/test-source";
import { compute } from "./compute/compute";
import { IndexKeeper, readRevision } from "./index-keeper";
import type { GraphChange, PartDefinition } from "./part";

const curated = new TestSource("curated");

let database: Database;
beforeAll(async () => {
  database = await openEmptyGraph();
});
afterEach(() => deleteAllRows(database));
afterAll(() => database.close());

/** A part that remembers what happened to it: its state is the number of skills. */
function makeSpy() {
  const events: string[] = [];
  const seen: GraphChange[] = [];
  const count = async (reader: { query: Database["dataSource"]["query"] }) => {
    const [row] = await reader.query<{ n: number }[]>(
      "SELECT count(*)::integer AS n FROM node n WHERE n.kind = 'SKILL'",
    );
    return { skills: row?.n ?? 0 };
  };
  const definition: PartDefinition<{ skills: number }> = {
    name: "spy",
    concerns: ({ subject, kind }) => subject === "NODE" && kind === "SKILL",
    async build({ reader }) {
      events.push("build");
      return count(reader as never);
    },
    async update(_state, changes, { reader }) {
      events.push("update");
      seen.push(...changes);
      return count(reader as never);
    },
  };
  return { definition, events, seen };
}

const revision = async () => {
  const reader = database.reader();
  try {
    return await readRevision(reader);
  } finally {
    await reader.close();
  }
};
const skill = (slug: string) => curated.node("SKILL", slug);
const skills = (count: number) => Array.from({ length: count }, (_, at) => skill(`skill-${at}`));

describe("IndexKeeper", () => {
  it("makes a part once, whoever asks and however often, while the graph stays as it is", async () => {
    const { definition, events } = makeSpy();
    const keeper = new IndexKeeper(database, compute);
    const states = await Promise.all([1, 2, 3].map(() => keeper.part(definition, 0)));
    states.push(await keeper.part(definition, await revision()));
    expect(events).toEqual(["build"]);
    expect(new Set(states).size).toBe(1);
  });

  it("brings a part up to date with the nodes that changed, and no others", async () => {
    const { definition, events, seen } = makeSpy();
    const keeper = new IndexKeeper(database, compute);
    await merge(database, curated, skill("baking"));
    await keeper.part(definition, await revision());
    await merge(database, curated, skill("baking"), skill("kneading"));
    expect(await keeper.part(definition, await revision())).toEqual({ skills: 2 });
    expect(events).toEqual(["build", "update"]);
    expect(seen).toEqual([{ subject: "NODE", kind: "SKILL", owner: testId("SKILL", "kneading") }]);
  });

  it("keeps the very same state when nothing that concerns it changed", async () => {
    const { definition, events } = makeSpy();
    const keeper = new IndexKeeper(database, compute);
    await merge(database, curated, skill("baking"));
    const before = await keeper.part(definition, await revision());
    await merge(database, curated, skill("baking"), curated.node("TECHNOLOGY", "oven"));
    expect(await keeper.part(definition, await revision())).toBe(before);
    expect(events).toEqual(["build"]);
  });

  it("gives requests that began before a change what was right then", async () => {
    const { definition } = makeSpy();
    const keeper = new IndexKeeper(database, compute);
    await merge(database, curated, skill("baking"));
    const begun = await revision();
    await keeper.part(definition, begun);
    await merge(database, curated, skill("baking"), skill("kneading"));
    expect(await keeper.part(definition, await revision())).toEqual({ skills: 2 });
    expect(await keeper.part(definition, begun)).toEqual({ skills: 1 });
  });

  it("makes a part anew when so much changed that the log does not list it", async () => {
    const { definition, events } = makeSpy();
    const keeper = new IndexKeeper(database, compute);
    await keeper.part(definition, await revision());
    await merge(database, curated, ...skills(501));
    expect(await keeper.part(definition, await revision())).toEqual({ skills: 501 });
    expect(events).toEqual(["build", "build"]);
  });

  it("follows a change that comes while it makes a part", async () => {
    const { definition } = makeSpy();
    const keeper = new IndexKeeper(database, compute);
    const making = keeper.part(definition, await revision());
    await merge(database, curated, skill("baking"));
    const asked = await revision();
    const [, after] = await Promise.all([making, keeper.part(definition, asked)]);
    expect(after).toEqual({ skills: 1 });
  });

  it("gives the error to those who asked, and tries again for the next", async () => {
    const { definition } = makeSpy();
    const keeper = new IndexKeeper(database, compute);
    let isBroken = true;
    const breaking = {
      ...definition,
      build: async (...args: Parameters<typeof definition.build>) => {
        if (isBroken) throw new Error("the database is away");
        return definition.build(...args);
      },
    };
    await expect(keeper.part(breaking, 0)).rejects.toThrow("away");
    isBroken = false;
    expect(await keeper.part(breaking, 0)).toEqual({ skills: 0 });
  });
});

describe("the log of changes", () => {
  const log = () =>
    database.dataSource.query(
      `SELECT c.subject, c.kind, c.owner FROM graph_change c WHERE c.revision = (SELECT r.revision FROM graph_revision r)
        ORDER BY 1, 2, 3`,
    );

  it("names what was touched with the revision of the write: nodes, labels, links and the roles of links", async () => {
    const nodes = [
      curated.node("ROLE", "baker"),
      curated.node("CAREER_LEVEL", "senior"),
      curated.node("ROLE_LEVEL", "senior-baker", {
        role_id: testId("ROLE", "baker"),
        career_level_id: testId("CAREER_LEVEL", "senior"),
      }),
      skill("baking"),
    ];
    await merge(database, curated, ...nodes);
    const link = curated.edge("REQUIREMENT", ["ROLE_LEVEL", "senior-baker"], ["SKILL", "baking"]);
    await merge(database, curated, ...nodes, link);
    const edges = ["ROLE_LEVEL", "ROLE"]
      .map((kind) => ({
        subject: "EDGE",
        kind: "REQUIREMENT",
        owner: testId(kind as "ROLE", kind === "ROLE" ? "baker" : "senior-baker"),
      }))
      .sort((a, b) => (a.owner < b.owner ? -1 : 1));
    const loggedEdges = (await log()).filter(({ subject }: GraphChange) => subject === "EDGE");
    expect(loggedEdges).toEqual(edges);
    // Taken back, it is named by what it was.
    await merge(database, curated, ...nodes);
    expect((await log()).filter(({ subject }: GraphChange) => subject === "EDGE")).toEqual(edges);
  });

  it("names a node when it gets another key: it is described elsewhere as well", async () => {
    await merge(database, curated, skill("baking"));
    const other = new TestSource("other");
    await merge(database, other, { ...other.node("SKILL", "baking"), assertions: [] });
    const owner = testId("SKILL", "baking");
    expect(await log()).toContainEqual({ subject: "NODE", kind: "SKILL", owner });
  });

  it("forgets what is older than the last thousand revisions", async () => {
    await merge(database, curated, skill("baking"));
    await database.dataSource.query("UPDATE graph_change SET revision = revision - 1001");
    await merge(database, curated, skill("kneading"));
    const [{ oldest, newest }] = await database.dataSource.query(
      "SELECT min(revision) AS oldest, max(revision) AS newest FROM graph_change",
    );
    expect(oldest).toBeGreaterThan(newest - 1_000);
  });
});
