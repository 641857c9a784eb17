import type { EdgeKind } from "../edges/edge.entity";
import { fold } from "../shared/fold";
import type { NodeKind } from "../shared/global-id";
import { deriveUuid } from "../shared/uuid";

/** What can run SQL: a transaction, or a query runner of TypeORM. */
interface Runner {
  query(text: string, values?: unknown[]): Promise<unknown>;
}

type Columns = Readonly<Record<string, unknown>>;

/** What the database asks of the kinds beside what all nodes have. */
const REQUIRED: Partial<Record<NodeKind, Columns>> = {
  SKILL: { skill_kind: "SKILL" },
  TECHNOLOGY: { technology_kind: "TOOL" },
  TOPIC: { topic_kind: "TREND" },
  QUALIFICATION: { qualification_kind: "DEGREE" },
  LEARNING_RESOURCE: { resource_kind: "BOOK" },
  SOURCE: { source_kind: "DATA_SET" },
  EXTERNAL_CONCEPT: { scheme: "ESCO" },
  CAREER_LEVEL: { track: "IC", rank: 1 },
};

/** The id that `insertNode` gives; so edges can be written before and after. */
export function rowId(kind: NodeKind, slug: string): string {
  return deriveUuid("test", kind, slug);
}

/** Inserts a node without the merge, to try what the database itself refuses. @returns its id. */
export async function insertNode(
  runner: Runner,
  kind: NodeKind,
  slug: string,
  columns: Columns = {},
): Promise<string> {
  const id = rowId(kind, slug);
  await insertRow(runner, "node", {
    id,
    kind,
    slug,
    name: slug,
    name_locale: "en",
    sort_name: fold(slug),
    status: "ACTIVE",
    ...STAMP,
    ...REQUIRED[kind],
    ...columns,
  });
  return id;
}

/** Inserts an edge without the merge. Ends are `[kind, slug]`; null for a statement of a value. @returns its id. */
export async function insertEdge(
  runner: Runner,
  kind: EdgeKind,
  [fromKind, from]: readonly [NodeKind, string],
  to: readonly [NodeKind, string] | null,
  columns: Columns = {},
): Promise<string> {
  const id = deriveUuid("test edge", kind, fromKind, from, ...(to ?? []), JSON.stringify(columns));
  await insertRow(runner, "edge", {
    id,
    kind,
    from_id: rowId(fromKind, from),
    from_kind: fromKind,
    to_id: to && rowId(...to),
    to_kind: to?.[0] ?? null,
    origin: "CURATED",
    ...STAMP,
    ...columns,
  });
  return id;
}

/** Inserts one row into any table. */
export async function insertRow(runner: Runner, table: string, columns: Columns): Promise<void> {
  const names = Object.keys(columns);
  await runner.query(
    `INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map((_, index) => `$${index + 1}`).join(", ")})`,
    Object.values(columns),
  );
}

const STAMP = { version: 1, revision: 0, created_at: new Date(0), updated_at: new Date(0) };
