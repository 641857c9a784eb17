import type { Database } from "../../database/database";
import { ask } from "../../testing/ask";
import { graphState } from "../../testing/content-hash";
import { openEmptyGraph } from "../../testing/starter-graph";
import { merge, TestSource } from "../../testing/test-source";
import { importInto } from "../testing/import-into";
import { type End, type Made, madeLink, madeNode, madeSource } from "../testing/made-source";

/** What goes on beside an import. The embedded database has one connection: there, everybody waits. */
const onServer = process.env.TEST_DATABASE_URL ? describe : describe.skip;

/** A promise that the test keeps. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

const ROLE: End = ["ROLE", "baker"];
const SKILL: End = ["SKILL", "baking"];
const release = (name: string, more: Made = {}) =>
  madeSource("guild", {
    nodes: [madeNode(ROLE, name), madeNode(SKILL, "Baking")],
    links: [madeLink("REQUIREMENT", ROLE, SKILL, { importance: name.length })],
    ...more,
  });

onServer("while an import is under way", () => {
  let database: Database;
  beforeEach(async () => {
    database = await openEmptyGraph();
    await importInto(database, release("One"));
  });
  afterEach(() => database.close());

  /** As a running server answers. */
  const answer = async () => {
    const { data, errors } = await ask(
      database,
      '{ graph { revision } role(by: { slug: "one" }) { name requirements { edges { importance } } } }',
    );
    expect(errors).toEqual([]);
    return `${data.graph.revision}: ${data.role.name} ${data.role.requirements.edges[0].importance}`;
  };

  it.each(["onNodes", "onLinks"] as const)(
    "is answered from the old revision until it is saved, then from the new one: %s",
    async (when) => {
      const [reached, go] = [gate(), gate()];
      const importing = importInto(
        database,
        release("Third", {
          [when]: async () => {
            reached.open();
            await go.opened;
          },
        }),
      );
      await Promise.race([reached.opened, importing]);
      expect(await answer()).toBe("1: One 3");
      go.open();
      await importing;
      expect(await answer()).toBe("2: Third 5");
    },
  );

  it("lets editors save at once, and keeps what they say of the same nodes", async () => {
    const [reached, go] = [gate(), gate()];
    const importing = importInto(
      database,
      release("Third", {
        onLinks: async () => {
          reached.open();
          await go.opened;
        },
      }),
    );
    await Promise.race([reached.opened, importing]);
    const editor = new TestSource("editors", "EDITOR");
    const [{ id }] = await database.dataSource.query("SELECT id FROM node WHERE slug = 'one'");
    const saved = await merge(database, editor, {
      ...{ id, kind: "ROLE", keys: [] },
      assertions: [editor.says({ job_zone: 4, labels: [label("Edited")] })],
    });
    expect(saved.revision).toBe(2);
    expect(await answer()).toBe("2: Edited 3");
    go.open();
    const { summary, report } = await importing;
    expect(summary).toMatchObject({ changed: true, revision: 3 });
    expect(await answer()).toBe("3: Edited 5");
    expect(report.difference).toMatchObject([{ field: "labels", slug: "one" }]);
  });

  it("makes another import wait, which then sees what the first one brought", async () => {
    const [reached, go] = [gate(), gate()];
    const first = importInto(
      database,
      madeSource("first", {
        nodes: [madeNode(["SKILL", "1"], "Shared skill")],
        onLinks: async () => {
          reached.open();
          await go.opened;
        },
      }),
    );
    await Promise.race([reached.opened, first]);
    let begun = false;
    const second = importInto(
      database,
      madeSource("second", {
        nodes: [madeNode(["SKILL", "2"], "Shared skill")],
        onNodes: () => {
          begun = true;
        },
      }),
    );
    await waiting(database);
    expect(begun).toBe(false);
    go.open();
    expect((await first).summary.revision).toBe(2);
    expect((await second).summary).toMatchObject({ revision: 3, joined: 1 });
    expect((await graphState(database)).revision).toBe(3);
  });

  it("leaves everything as it was when the database ends its connection", async () => {
    const before = await graphState(database);
    const [reached, go] = [gate(), gate()];
    const importing = importInto(
      database,
      release("Third", {
        onLinks: async () => {
          reached.open();
          await go.opened;
        },
      }),
    );
    const failed = expect(importing).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE" });
    await Promise.race([reached.opened, importing.catch(() => {})]);
    const [{ ended }] = await database.dataSource.query(
      `SELECT count(pg_terminate_backend(pid))::integer AS ended FROM pg_stat_activity
        WHERE datname = current_database() AND state = 'idle in transaction'`,
    );
    expect(ended).toBe(1);
    go.open();
    await failed;
    expect(await graphState(database)).toEqual(before);
    expect(await answer()).toBe("1: One 3");
  });
});

const label = (text: string) => ({ locale: "en", kind: "PREFERRED", text }) as never;

/** Resolves when somebody waits for the lock of imports. */
async function waiting(database: Database): Promise<void> {
  for (;;) {
    const [{ count }] = await database.dataSource.query(
      `SELECT count(*)::integer AS count FROM pg_locks l JOIN pg_database d ON d.oid = l.database
        WHERE l.locktype = 'advisory' AND NOT l.granted AND d.datname = current_database()`,
    );
    if (count > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
