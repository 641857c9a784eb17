import {
  type EntityMetadata,
  getMetadataArgsStorage,
  type MigrationInterface,
  type QueryRunner,
} from "typeorm";
import { AddRelatedOccupations1795200000000 } from "../migrations/1795200000000-add-related-occupations";
import type { Database } from "./database/database";
import { Edge } from "./edges/edge.entity";
import { MIGRATIONS } from "./graph-database";
import { Node } from "./nodes/node.entity";
import { readCatalog } from "./testing/catalog";
import { insertEdge, insertNode } from "./testing/graph-rows";
import { openStarterGraph } from "./testing/starter-graph";

/** Columns that the entities leave out, each with the reason. */
const DATABASE_ONLY = {
  node: [
    "sort_name", // lists sort by it, nobody reads it
    "role_ref", // constants that let a reference check the kind of what it points to
    "career_level_ref",
    "part_of_ref",
  ],
  edge: [
    "from_kind", // likewise
    "to_kind",
    "statement_key", // tells statements of the same ends apart
  ],
} as const;

interface Column {
  name: string;
  type: string;
  nullable: boolean;
}

let database: Database;

beforeAll(async () => {
  database = await openStarterGraph();
}, 120_000);
afterAll(() => database.close());

describe.each([
  ["node", Node],
  ["edge", Edge],
] as const)("the table %s", (table, root) => {
  it("has the columns of its entities, of the same types", async () => {
    const declared = new Map<string, Set<string>>();
    for (const metadata of kindsOf(root))
      for (const column of metadata.columns) {
        const types = declared.get(column.databaseName) ?? new Set();
        declared.set(column.databaseName, types.add(typeOf(column)));
      }
    const left = new Set<string>(DATABASE_ONLY[table]);
    const actual = (await columnsOf(table)).filter(({ name }) => !left.has(name));
    expect(Object.fromEntries([...declared].map(([name, types]) => [name, [...types]]))).toEqual(
      Object.fromEntries(actual.map(({ name, type }) => [name, [type]])),
    );
  });

  it("states as database-only what exists and no entity has", async () => {
    const names = (await columnsOf(table)).map(({ name }) => name);
    expect(DATABASE_ONLY[table].filter((name) => !names.includes(name))).toEqual([]);
  });

  it("says of what every kind has, as its entity does, whether it can be null", async () => {
    const common = database.dataSource
      .getMetadata(root)
      .columns.filter((column) => column.target === root);
    const actual = new Map((await columnsOf(table)).map(({ name, nullable }) => [name, nullable]));
    expect(common.map(({ databaseName, isNullable }) => [databaseName, isNullable])).toEqual(
      common.map(({ databaseName }) => [databaseName, actual.get(databaseName)]),
    );
  });

  it("refuses null where the entity of a kind says that there is a value", async () => {
    const kinds = database.dataSource.getMetadata(root).childEntityMetadatas;
    const accepted: string[] = [];
    const tried: string[] = [];
    for (const { kind, column } of kinds.flatMap(neverNull)) {
      tried.push(`${kind}.${column}`);
      if (!(await refusesNull(table, kind, column))) accepted.push(`${kind}.${column}`);
    }
    expect(tried.length).toBeGreaterThan(0);
    expect(accepted).toEqual([]);
  });
});

describe("the migrations", () => {
  it("can be undone and done again with rows in the tables, and every derived row is back", async () => {
    const before = await derivedRows();
    const [, ...later] = makeMigrations();
    await inRunner(async (runner) => {
      for (const migration of [...later].reverse()) await migration.down(runner);
      for (const migration of later) await migration.up(runner);
    });
    expect(await derivedRows()).toEqual(before);
  });

  it("change no sum of rows by a new column, and take back what the older schema cannot hold", async () => {
    const before = await derivedRows();
    const migrations = makeMigrations();
    const place = migrations.findIndex((it) => it instanceof AddRelatedOccupations1795200000000);
    const [tried, ...later] = migrations.slice(place);
    if (!tried) throw new Error("AddRelatedOccupations is not listed.");
    const ends = [
      ["ROLE", "tried-from"],
      ["ROLE", "tried-to"],
    ] as const;
    await inRunner(async (runner) => {
      for (const migration of [...later].reverse()) await migration.down(runner);
      for (const [kind, slug] of ends) await insertNode(runner, kind, slug);
      const nodes = await derivedRows(runner);
      // Counted with the new columns, which are null here, and later taken out of the sum without them.
      const plain = await insertEdge(runner, "PROGRESSION", ...ends);
      const withPlain = await derivedRows(runner);
      expect(withPlain).not.toEqual(nodes);
      await insertEdge(runner, "RELATED_OCCUPATION", ...ends, { tier: "PRIMARY_SHORT" });
      const some = "SELECT id FROM edge WHERE kind = 'REQUIREMENT' ORDER BY id LIMIT 1";
      await runner.query(`UPDATE edge SET in_demand = true WHERE id = (${some})`);

      await tried.down(runner);
      expect(await derivedRows(runner)).toEqual(withPlain);
      await runner.query("DELETE FROM edge WHERE id = $1", [plain]);
      expect(await derivedRows(runner)).toEqual(nodes);
      await tried.up(runner);
      expect(await derivedRows(runner)).toEqual(nodes);

      for (const migration of later) await migration.up(runner);
      await runner.query("DELETE FROM node WHERE slug LIKE 'tried-%'");
    });
    expect(await derivedRows()).toEqual(before);
  });

  it("leave, one by one, the same database when they are undone and done again", async () => {
    const migrations = makeMigrations();
    await inRunner(async (runner) => {
      const catalogs = [await readCatalog(runner)];
      for (const migration of [...migrations].reverse()) {
        await migration.down(runner);
        catalogs.unshift(await readCatalog(runner));
      }
      expect(catalogs[0]).toEqual([]);
      for (const [index, migration] of migrations.entries()) {
        await migration.up(runner);
        expect(await readCatalog(runner)).toEqual(catalogs[index + 1]);
      }
    });
  });
});

function makeMigrations(): MigrationInterface[] {
  return MIGRATIONS.map((migration) => new migration());
}

async function inRunner(work: (runner: QueryRunner) => Promise<void>): Promise<void> {
  const runner = database.dataSource.createQueryRunner();
  try {
    await work(runner);
  } finally {
    await runner.release();
  }
}

/** What triggers keep from other rows. Words without a label are left out: they stay until the table is made anew. */
function derivedRows(runner?: QueryRunner): Promise<unknown[]> {
  return (runner ?? database.dataSource).query(
    `SELECT subject || ' ' || kind AS of, row_count::integer AS count, hash::text AS hash FROM content_hash
     UNION ALL SELECT word, label_count, NULL FROM label_word WHERE label_count > 0 ORDER BY 1, 2`,
  );
}

function kindsOf(root: typeof Node | typeof Edge): EntityMetadata[] {
  const metadata = database.dataSource.getMetadata(root);
  return [metadata, ...metadata.childEntityMetadatas];
}

/** Columns that only this kind has and that its entity says are never null. TypeORM itself makes them all nullable. */
function neverNull(kind: EntityMetadata): { kind: string; column: string }[] {
  return getMetadataArgsStorage()
    .columns.filter(({ target, options }) => target === kind.target && !options.nullable)
    .map(({ propertyName }) => ({
      kind: String(kind.discriminatorValue),
      column: kind.findColumnWithPropertyName(propertyName)?.databaseName ?? propertyName,
    }));
}

function typeOf({ type, isArray }: { type: unknown; isArray: boolean }): string {
  const name = type === "timestamptz" ? "timestamp with time zone" : String(type);
  return isArray ? `${name}[]` : name;
}

function columnsOf(table: string): Promise<Column[]> {
  return database.dataSource.query(
    `SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable
       FROM pg_attribute a WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped`,
    [table],
  );
}

/** Whether a row of the kind cannot lose the value of the column. */
async function refusesNull(table: string, kind: string, column: string): Promise<boolean> {
  const went = new Error("The change went through.");
  try {
    await database.transaction(async (tx) => {
      const rows = await tx.query(
        `UPDATE ${table} SET ${column} = NULL WHERE id = (SELECT id FROM ${table} WHERE kind = $1 LIMIT 1) RETURNING id`,
        [kind],
      );
      throw rows.length > 0 ? went : new Error(`The starter graph has no ${kind}.`);
    });
  } catch (error) {
    if (["23502", "23514"].includes((error as { code: string }).code)) return true;
    if (error !== went) throw error;
  }
  return false;
}
