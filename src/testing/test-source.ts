import type { Database } from "../database/database";
import type { EdgeKind } from "../edges/edge.entity";
import type { Identities } from "../merge/identity/overrides";
import { keyId } from "../merge/ids";
import { mergeBatch } from "../merge/merge-batch";
import type { MergeResult } from "../merge/merge-staged";
import type {
  AssertionRecord,
  Batch,
  EdgeRecord,
  NodeRecord,
  StatedFields,
} from "../merge/records";
import type { StagedNode } from "../merge/staging";
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

  /** A node as an importer brings it: under one key of its own, named like it, its slug to be given. */
  found(kind: NodeKind, key: string, fields: StatedFields = {}): StagedNode {
    const labels = [{ locale: "en", kind: "PREFERRED", text: key }] as StatedFields["labels"];
    return {
      id: this.idOf(kind, key),
      kind,
      keys: [{ scheme: this.name, key }],
      assertions: [this.says({ labels, ...REQUIRED[kind], ...fields })],
      slug: key
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter(Boolean)
        .join("-"),
      slugSuffix: this.name,
    };
  }

  /** The id of what the source itself calls so. */
  idOf(kind: NodeKind, key: string): string {
    return keyId(kind, this.name, key);
  }

  /** A link between nodes by their ids. */
  link(
    kind: EdgeKind,
    fromId: string,
    toId: string | null,
    fields: StatedFields = {},
    more: Partial<AssertionRecord> = {},
  ): EdgeRecord {
    return { kind, fromId, toId, statementKey: null, assertions: [this.says(fields, more)] };
  }

  /** A link between two nodes, each as kind and slug. */
  edge(
    kind: EdgeKind,
    from: readonly [NodeKind, string],
    to: readonly [NodeKind, string],
    fields: StatedFields = {},
    more: Partial<AssertionRecord> = {},
  ): EdgeRecord {
    return this.link(kind, testId(...from), testId(...to), fields, more);
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
  return mergeDecided(database, { same: [], apart: [] }, source, ...records);
}

/** The same where somebody has decided which keys stand for which nodes. */
export function mergeDecided(
  database: Database,
  identities: Identities,
  source: TestSource,
  ...records: readonly (NodeRecord | EdgeRecord)[]
): Promise<MergeResult> {
  const batch = source.batch(...records);
  return database.transaction((tx) => mergeBatch(tx, database.dataSource, batch, identities), {
    lockTimeoutMs: 60_000,
    statementTimeoutMs: 60_000,
  });
}
