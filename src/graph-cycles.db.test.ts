import { setTimeout as sleep } from "node:timers/promises";
import type { Database, Transaction } from "./database/database";
import type { EdgeKind } from "./edges/edge.entity";
import type { NodeKind } from "./shared/global-id";
import { type Attempt, refusalOf } from "./testing/bakery";
import { insertEdge, insertNode, rowId } from "./testing/graph-rows";
import { openEmptyGraph } from "./testing/starter-graph";

let database: Database;

beforeAll(async () => {
  database = await openEmptyGraph();
  await database.transaction(async (tx) => {
    for (const slug of ["a", "b", "c", "d"]) {
      await insertNode(tx, "SKILL", slug);
      await insertNode(tx, "TECHNOLOGY", slug);
    }
  });
});
afterEach(() => database.transaction((tx) => tx.query("DELETE FROM edge")));
afterAll(() => database.close());

/** A kind of link that promises to have no cycle, between nodes of a kind. */
interface Hierarchy {
  name: string;
  kind: EdgeKind;
  ends: NodeKind;
  columns?: object;
}

const ESSENTIAL: Hierarchy = {
  name: "essential prerequisites",
  kind: "PREREQUISITE",
  ends: "SKILL",
  columns: { requirement: "ESSENTIAL" },
};
const RECOMMENDED: Hierarchy = {
  ...ESSENTIAL,
  name: "recommended prerequisites",
  columns: { requirement: "OPTIONAL" },
};
const DEPENDENCY: Hierarchy = {
  name: "technologies that depend on others",
  kind: "DEPENDS_ON",
  ends: "TECHNOLOGY",
};
const MEMBERSHIP: Hierarchy = {
  name: "technologies that belong to others",
  kind: "BELONGS_TO",
  ends: "TECHNOLOGY",
};
const BROADER: Hierarchy = { name: "broader nodes", kind: "BROADER", ends: "SKILL" };

/** Links `a>b`, one after another. */
function links(
  { kind, ends, columns }: Hierarchy,
  ...ways: readonly string[]
): (tx: Transaction) => Promise<void> {
  return async (tx) => {
    for (const way of ways) {
      const [from = "", to = ""] = way.split(">");
      await insertEdge(tx, kind, [ends, from], [ends, to], { ...columns });
    }
  };
}

const refusal = (attempt: Attempt) => refusalOf(database, attempt);

describe.each([BROADER, ESSENTIAL, DEPENDENCY, MEMBERSHIP])("$name", (hierarchy) => {
  it("refuse a link that closes a cycle, however long", async () => {
    expect(await refusal(links(hierarchy, "a>b", "b>a"))).toBe("edge_acyclic");
    expect(await refusal(links(hierarchy, "a>b", "b>c", "c>d", "d>a"))).toBe("edge_acyclic");
  });

  it("let two ways lead to one node", async () => {
    expect(await refusal(links(hierarchy, "a>b", "a>c", "b>d", "c>d", "a>d"))).toBeNull();
  });

  it("refuse a change of an end that closes a cycle", async () => {
    const attempt: Attempt = async (tx) => {
      await links(hierarchy, "a>b", "b>c", "d>c")(tx);
      await tx.query("UPDATE edge SET from_id = $1, to_id = $2 WHERE from_id = $3", [
        rowId(hierarchy.ends, "c"),
        rowId(hierarchy.ends, "a"),
        rowId(hierarchy.ends, "d"),
      ]);
    };
    expect(await refusal(attempt)).toBe("edge_acyclic");
  });

  it("refuse one statement whose links close a cycle together", async () => {
    const attempt: Attempt = async (tx) => {
      await links(hierarchy, "a>b", "b>c")(tx);
      await tx.query(
        `CREATE TEMP TABLE circle ON COMMIT DROP AS
         SELECT * FROM edge UNION ALL
         SELECT (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'from_id', e.to_id, 'to_id', e.from_id))).*
           FROM edge e`,
      );
      await tx.query("DELETE FROM edge");
      await tx.query("INSERT INTO edge SELECT * FROM circle");
    };
    expect(await refusal(attempt)).toBe("edge_acyclic");
  });

  it("are checked by themselves: links of another kind may lead back", async () => {
    const others = {
      BROADER: ESSENTIAL,
      PREREQUISITE: BROADER,
      DEPENDS_ON: MEMBERSHIP,
      BELONGS_TO: DEPENDENCY,
    };
    const back = others[hierarchy.kind as keyof typeof others];
    const attempt: Attempt = async (tx) => {
      await links(hierarchy, "a>b")(tx);
      await links(back, "b>a")(tx);
    };
    expect(await refusal(attempt)).toBeNull();
  });

  it("have no cycle either after two writers at once that each saw none", async () => {
    const outcomes = await Promise.allSettled([
      withRevisionLock(links(hierarchy, "a>b")),
      withRevisionLock(links(hierarchy, "b>a")),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const failed = outcomes.find((outcome) => outcome.status === "rejected");
    expect(failed?.reason).toMatchObject({ constraint: "edge_acyclic" });
  });
});

it("recommended prerequisites may form a cycle", async () => {
  expect(await refusal(links(RECOMMENDED, "a>b", "b>c", "c>a"))).toBeNull();
});

it("a recommended prerequisite cannot become essential when that closes a cycle", async () => {
  const attempt: Attempt = async (tx) => {
    await links(ESSENTIAL, "a>b")(tx);
    await links(RECOMMENDED, "b>a")(tx);
    await tx.query("UPDATE edge SET requirement = 'ESSENTIAL'");
  };
  expect(await refusal(attempt)).toBe("edge_acyclic");
});

it("related skills may form a circle, because the relation has no direction", async () => {
  const [x = "", y = "", z = ""] = ["a", "b", "c"].sort((one, two) =>
    rowId("SKILL", one) < rowId("SKILL", two) ? -1 : 1,
  );
  const related: Hierarchy = { name: "related skills", kind: "RELATED", ends: "SKILL" };
  expect(await refusal(links(related, `${x}>${y}`, `${y}>${z}`, `${x}>${z}`))).toBeNull();
});

/** A write as every write begins: with the one revision row, held to the end. */
function withRevisionLock(work: (tx: Transaction) => Promise<void>): Promise<void> {
  return database.transaction(
    async (tx) => {
      await tx.query("SELECT revision FROM graph_revision FOR UPDATE");
      await sleep(50);
      await work(tx);
      await sleep(50);
    },
    { lockTimeoutMs: 5_000 },
  );
}
