import type { Database } from "../database/database";
import type { EdgeKind } from "../edges/edge.entity";
import { type MergeResult, mergeBatch } from "../merge/merge-batch";
import type {
  AssertionRecord,
  Batch,
  EdgeRecord,
  NodeRecord,
  StatedFields,
} from "../merge/records";
import { keyId } from "../merge/stage-batch";
import type { NodeKind } from "../shared/global-id";

/** The id of a node that test sources state; all of them know it under the same key. */
export function testId(kind: NodeKind, slug: string): string {
  return keyId(kind, "test", slug);
}

/** What kinds need beside a name. */
const REQUIRED: Partial<Record<NodeKind, StatedFields>> = {
  SKILL: { skill_kind: "SKILL" },
  TECHNOLOGY: { technology_kind: "TOOL" },
  CAREER_LEVEL: { track: "IC", rank: 1 },
};

/** A source as an import or an editor is one: it states nodes and links, and takes them back by stating them no more. */
export class TestSource {
  readonly id: string;

  constructor(
    readonly name: string,
    readonly origin: AssertionRecord["origin"] = "CURATED",
  ) {
    this.id = keyId("SOURCE", name, "source");
  }

  /** A node with an English name; `fields` by column name, `null` for what kinds need and this source does not say. */
  node(
    kind: NodeKind,
    slug: string,
    fields: StatedFields = {},
    more: Partial<AssertionRecord> = {},
  ): NodeRecord {
    const labels = [{ locale: "en", kind: "PREFERRED", text: slug }] as StatedFields["labels"];
    return {
      id: testId(kind, slug),
      kind,
      keys: [
        { scheme: "test", key: slug },
        { scheme: this.name, key: `${kind}/${slug}` },
      ],
      assertions: [this.says({ slug, labels, ...REQUIRED[kind], ...fields }, more)],
    };
  }

  /** A link between two nodes, each as kind and slug. */
  edge(
    kind: EdgeKind,
    from: readonly [NodeKind, string],
    to: readonly [NodeKind, string],
    fields: StatedFields = {},
    more: Partial<AssertionRecord> = {},
  ): EdgeRecord {
    const assertions = [this.says(fields, more)];
    return { kind, fromId: testId(...from), toId: testId(...to), statementKey: null, assertions };
  }

  says(fields: StatedFields, more: Partial<AssertionRecord> = {}): AssertionRecord {
    return { sourceId: this.id, origin: this.origin, fields, ...more };
  }

  /** All that the source states from now on; the source itself is part of it. */
  batch(...records: readonly (NodeRecord | EdgeRecord)[]): Batch {
    const itself: NodeRecord = {
      id: this.id,
      kind: "SOURCE",
      keys: [{ scheme: this.name, key: "source" }],
      assertions: [
        this.says({
          slug: this.name,
          source_kind: "DATA_SET",
          labels: [{ locale: "en", kind: "PREFERRED", text: this.name } as never],
        }),
      ],
    };
    return {
      sourceIds: [this.id],
      nodes: [itself, ...records.filter((record) => "keys" in record)],
      edges: records.filter((record) => "fromId" in record),
    };
  }
}

/** Merges what a source states from now on, in a transaction of its own. */
export function merge(
  database: Database,
  source: TestSource,
  ...records: readonly (NodeRecord | EdgeRecord)[]
): Promise<MergeResult> {
  const batch = source.batch(...records);
  return database.transaction((tx) => mergeBatch(tx, database.dataSource, batch), {
    lockTimeoutMs: 20_000,
    statementTimeoutMs: 20_000,
  });
}
