import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../../src/database/database";
import { edgeId, keyId } from "../../src/merge/ids";
import { mergeBatch } from "../../src/merge/merge-batch";
import { SMALL_SEEDS, withSeedFolder } from "../../src/testing/small-seeds";
import { openEmptyGraph, openStarterGraph } from "../../src/testing/starter-graph";
import { readAllRows } from "../../src/testing/table-rows";
import { TestSource } from "../../src/testing/test-source";
import { loadSeeds, SEEDS_FOLDER } from "./load-seeds";

const editors = new TestSource("editors", "EDITOR");

/** Nodes of the starter graph by the key that the curated layer knows them under. */
const idOf = (kind: "SKILL" | "ROLE_LEVEL" | "LEARNING_RESOURCE", slug: string) =>
  keyId(kind, "careergraph", `${kind}/${slug}`);
const RECURSION = idOf("SKILL", "recursion");
const REQUIREMENT = {
  kind: "REQUIREMENT",
  fromId: idOf("ROLE_LEVEL", "qa-tester-junior"),
  toId: idOf("SKILL", "bug-reporting"),
  statementKey: null,
} as const;

/** Loading takes seconds, on a busy machine many. */
const SLOW_MS = 120_000;

let database: Database;
let release: string;

beforeAll(async () => {
  database = await openStarterGraph();
  release = mkdtempSync(join(tmpdir(), "careergraph-release-"));
  for (const part of ["articles", "curated"])
    cpSync(join(SEEDS_FOLDER, part), join(release, part), { recursive: true });
}, SLOW_MS);
afterAll(async () => {
  rmSync(release, { recursive: true });
  await database.close();
});

it("loading the seeds again changes no row and takes no revision", async () => {
  const before = await readAllRows(database);
  expect(await loadSeeds(database)).toBe(false);
  expect(await readAllRows(database)).toEqual(before);
});

it("reading them again, because the program changed, changes nothing but the memory of it", async () => {
  const before = await readAllRows(database);
  await database.transaction((tx) =>
    tx.query("UPDATE seed_load SET digest = 'of another program'"),
  );
  expect(await loadSeeds(database)).toBe(false);
  const after = await readAllRows(database);
  expect({ ...after, seed_load: [] }).toEqual({ ...before, seed_load: [] });
});

it("two that load at once load once", async () => {
  const empty = await openEmptyGraph();
  try {
    const outcomes = await withSeedFolder(SMALL_SEEDS, (folder) =>
      Promise.all([loadSeeds(empty, folder), loadSeeds(empty, folder)]),
    );
    expect(outcomes.sort()).toEqual([false, true]);
    const [state] = await empty.dataSource.query("SELECT revision FROM graph_revision");
    expect(state).toEqual({ revision: 1 });
  } finally {
    await empty.close();
  }
});

describe("a release with changed seeds", () => {
  let before: number;

  beforeAll(async () => {
    await editAsEditor();
    before = await revision();
    edit("curated/skills.yaml", /(- slug: recursion\n[\s\S]*?kind: )\w+/, "$1PRACTICE");
    edit(
      "curated/skills.yaml",
      /(- slug: recursion\n[\s\S]*?description: )[^\n]*/,
      "$1What the new release says of recursion.",
    );
    edit(
      "curated/skills.yaml",
      /(- slug: algorithms\n[\s\S]*?description: )[^\n]*/,
      "$1What the new release says of algorithms.",
    );
    edit(
      "curated/skills.yaml",
      /$/,
      `\n- slug: basket-weaving\n  name: Basket weaving\n  kind: SKILL\n  groups: [computer-science]\n  description: Weaves baskets, which no release has asked for before.\n`,
    );
    edit(
      "curated/prerequisites.yaml",
      /$/,
      "\n- { skill: basket-weaving, requires: recursion, strength: ESSENTIAL, proficiency: 1, forProficiency: 2 }\n",
    );
    edit("curated/prerequisites.yaml", /^- { skill: algorithms, requires: recursion,.*\n/m, "");
    edit("curated/learning-resources.yaml", /^- { slug: convex-optimization,.*\n/m, "");
    edit(
      "curated/roles/qa-tester.yaml",
      /(skill: bug-reporting, requirement: )\[ESSENTIAL, ESSENTIAL, ~, ~, ~\], importance: \[5, 4, ~, ~, ~\], proficiency: \[2, 3, ~, ~, ~\]/,
      "$1[OPTIONAL, ESSENTIAL, ~, ~, ~], importance: [2, 4, ~, ~, ~], proficiency: [1, 3, ~, ~, ~]",
    );
    expect(await loadSeeds(database, release)).toBe(true);
  }, SLOW_MS);

  it("is one revision", async () => {
    expect(await revision()).toBe(before + 1);
  });

  it("changes what no editor touched", async () => {
    const [algorithms] = await rows(
      "SELECT description FROM node WHERE kind = 'SKILL' AND slug = 'algorithms'",
    );
    expect(algorithms).toEqual({ description: "What the new release says of algorithms." });
  });

  it("keeps what an editor wrote of a node, and changes the other fields of it", async () => {
    const [recursion] = await rows(
      "SELECT description, skill_kind, name FROM node WHERE id = $1",
      RECURSION,
    );
    expect(recursion).toEqual({
      description: "What an editor says of recursion.",
      skill_kind: "PRACTICE",
      name: "Recursion",
    });
  });

  it("keeps what an editor wrote of a link, and changes the other fields of it", async () => {
    const [edge] = await rows(
      "SELECT requirement, importance, proficiency, origin FROM edge WHERE id = $1",
      edgeId(REQUIREMENT),
    );
    expect(edge).toEqual({
      requirement: "OPTIONAL",
      importance: 3,
      proficiency: 1,
      origin: "EDITOR",
    });
  });

  it("adds new nodes and links", async () => {
    const added = await rows(
      `SELECT n.slug, m.slug AS requires FROM node n JOIN edge e ON e.from_id = n.id AND e.kind = 'PREREQUISITE'
         JOIN node m ON m.id = e.to_id WHERE n.slug = 'basket-weaving'`,
    );
    expect(added).toEqual([{ slug: "basket-weaving", requires: "recursion" }]);
  });

  it("deprecates a node that is gone, with its names, and removes its links", async () => {
    const [resource] = await rows(
      "SELECT id, status, name FROM node WHERE slug = 'convex-optimization'",
    );
    expect(resource).toMatchObject({ status: "DEPRECATED", name: "Convex Optimization" });
    expect(
      await rows("SELECT id FROM edge WHERE from_id = $1 OR to_id = $1", resource?.id),
    ).toEqual([]);
    expect(await rows("SELECT kind FROM label WHERE node_id = $1", resource?.id)).not.toEqual([]);
  });

  it("removes a link that is gone and keeps its ends", async () => {
    const gone = await rows(
      `SELECT e.id FROM edge e JOIN node a ON a.id = e.from_id JOIN node b ON b.id = e.to_id
        WHERE e.kind = 'PREREQUISITE' AND a.slug = 'algorithms' AND b.slug = 'recursion'`,
    );
    expect(gone).toEqual([]);
  });

  it("touches nothing else", async () => {
    const nodes = await rows("SELECT slug FROM node WHERE revision > $1 ORDER BY slug", before);
    // The data sets themselves say when they were last loaded.
    expect(nodes.map(({ slug }) => slug)).toEqual([
      "algorithms",
      "backend-articles",
      "basket-weaving",
      "careergraph",
      "convex-optimization",
      "recursion",
    ]);
    const edges = await rows("SELECT kind FROM edge WHERE revision > $1 ORDER BY kind", before);
    expect(edges.map(({ kind }) => kind)).toEqual(["BROADER", "PREREQUISITE", "REQUIREMENT"]);
  });

  it("is taken back by the release before it, but for what is never deleted", async () => {
    expect(await loadSeeds(database)).toBe(true);
    const found = await rows(
      "SELECT slug, status FROM node WHERE slug IN ('basket-weaving', 'convex-optimization') ORDER BY slug",
    );
    expect(found).toEqual([
      { slug: "basket-weaving", status: "DEPRECATED" },
      { slug: "convex-optimization", status: "ACTIVE" },
    ]);
    const [recursion] = await rows(
      "SELECT description, skill_kind FROM node WHERE id = $1",
      RECURSION,
    );
    expect(recursion).toEqual({
      description: "What an editor says of recursion.",
      skill_kind: "KNOWLEDGE",
    });
  });
});

/** As a mutation will do it: an editor's words and numbers are one more source, which states what was edited only. */
async function editAsEditor(): Promise<void> {
  const texts = [
    { locale: "en", kind: "DESCRIPTION", text: "What an editor says of recursion." } as never,
  ];
  const batch = editors.batch(
    { id: RECURSION, kind: "SKILL", keys: [], assertions: [editors.says({ texts })] },
    { ...REQUIREMENT, assertions: [editors.says({ importance: 3 })] },
  );
  await database.transaction((tx) => mergeBatch(tx, database.dataSource, batch));
}

/** Changes a file of the new release. */
function edit(file: string, passage: RegExp, replacement: string): void {
  const path = join(release, file);
  const before = readFileSync(path, "utf8");
  const after = before.replace(passage, replacement);
  if (after === before) throw new Error(`${file} has no ${passage}`);
  writeFileSync(path, after);
}

function rows(sql: string, ...values: readonly unknown[]): Promise<Record<string, unknown>[]> {
  return database.dataSource.query(sql, [...values]);
}

async function revision(): Promise<number> {
  const [row] = await rows("SELECT revision FROM graph_revision");
  return Number(row?.revision);
}
