import { readSeeds } from "../../seeds/loader/load-seeds";
import { CURATED_SOURCE_ID } from "../../seeds/loader/sources";
import type { EdgeKind } from "../edges/edge.entity";
import type { AssertionRecord, LabelRecord, TextRecord } from "../merge/records";
import type { NodeKind } from "../shared/global-id";

/** A node of the seed files, as the graph will show it. */
export interface SeedNode {
  id: string;
  kind: NodeKind;
  slug: string;
  /** Whether the curated layer states it, not only the articles. */
  isCurated: boolean;
  fields: Readonly<Record<string, unknown>>;
  labels: LabelRecord[];
  texts: (TextRecord & { isCurated: boolean })[];
}

/** A link between two nodes of the seed files; statements of values are left out. */
export interface SeedEdge {
  kind: EdgeKind;
  from: SeedNode;
  to: SeedNode;
  isCurated: boolean;
  fields: Readonly<Record<string, unknown>>;
}

export interface SeedGraph {
  nodes: SeedNode[];
  edges: SeedEdge[];
}

/** The starter graph from its files, without a database: what tests look for gaps in. */
export function readSeedGraph(): SeedGraph {
  const batch = readSeeds();
  const nodes = batch.nodes.map(({ id, kind, assertions }) => {
    const fields = shownFields(assertions);
    return {
      id,
      kind,
      slug: String(fields.slug),
      isCurated: assertions.some(isCurated),
      fields,
      labels: assertions.flatMap((assertion) => assertion.fields.labels ?? []),
      texts: assertions.flatMap((assertion) =>
        (assertion.fields.texts ?? []).map((text) => ({
          ...text,
          isCurated: isCurated(assertion),
        })),
      ),
    };
  });
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const edges = batch.edges.flatMap(({ kind, fromId, toId, assertions }) => {
    const from = byId.get(fromId);
    const to = byId.get(toId ?? "");
    if (!from || !to) return [];
    return [
      { kind, from, to, isCurated: assertions.some(isCurated), fields: shownFields(assertions) },
    ];
  });
  return { nodes, edges };
}

function isCurated({ sourceId }: AssertionRecord): boolean {
  return sourceId === CURATED_SOURCE_ID;
}

/** Curated values before those of the articles. */
function shownFields(assertions: readonly AssertionRecord[]): Record<string, unknown> {
  const weakestFirst = [...assertions].sort((a, b) => Number(isCurated(a)) - Number(isCurated(b)));
  return Object.assign({}, ...weakestFirst.map(({ fields }) => fields));
}
