import { setImmediate as nextTurn } from "node:timers/promises";
import DataLoader from "dataloader";
import type { GraphShape } from "../../algorithms/subgraphs/graph-shape";
import type { Reader } from "../../database/database";
import type { EdgeKind } from "../../edges/edge.entity";
import type { Compute } from "../compute/compute";
import type { PartDefinition } from "../part";
import { edgeIdOf, isUpToDate, spliceEdges, spliceNodes } from "./splice-structure";
import type { StructurePart } from "./structure-part";
import { READ_EDGES, READ_EDGES_FROM, READ_NODES, READ_SOME_NODES } from "./structure-sql";
import {
  addEdges,
  type EdgeRow,
  type EdgeTable,
  EdgeTableBuilder,
  edgeKindNumber,
  type NodeRow,
  type NodeTable,
  NodeTableBuilder,
  nodeKindNumber,
} from "./structure-tables";

/** So many rows are read at a time: their memory can be given back, and other requests come in between. */
const CHUNK = 5_000;
/** The UUID before all ids (RFC 9562, section 5.9). */
const NIL = "00000000-0000-0000-0000-000000000000";
/** From so many changed nodes on, everything is read. */
const MOST_CHANGED = 2_000;
/**
 * A graph is made of so many links in the time that other work takes for one line or label: up to a million links are
 * sorted sooner than a worker has started.
 */
const EDGES_A_STEP = 50;
/** Stands for all relations together. */
const ALL = "ALL";

export const STRUCTURE: PartDefinition<StructurePart> = {
  name: "structure",
  concerns: ({ subject }) => subject !== "LABEL",

  async build({ reader, compute }) {
    const nodes = await readNodes(reader);
    return toStructure(nodes, await readEdges(reader, nodes), compute);
  },

  async update(state, changes, { reader, compute }) {
    const owners = [...new Set(changes.map(({ owner }) => owner))];
    if (owners.length > MOST_CHANGED) return null;
    const reread = {
      owners,
      nodes: await reader.query<NodeRow>(READ_SOME_NODES, [owners]),
      edges: await reader.query<EdgeRow>(READ_EDGES_FROM, [owners]),
    };
    if (isUpToDate(state, reread)) return state;
    const nodes = spliceNodes(state, reread);
    if (!nodes) return null;
    // Other requests come in between: each step copies megabytes.
    await nextTurn();
    const edges = spliceEdges(state, reread, nodes);
    await nextTurn();
    return toStructure(nodes, edges, compute);
  },
};

async function readNodes(reader: Reader): Promise<NodeTable> {
  const builder = new NodeTableBuilder();
  await inChunks<NodeRow>(reader, READ_NODES, (rows) => {
    for (const { id, kind, isActive } of rows) builder.add(id, nodeKindNumber(kind), isActive);
  });
  return builder.build();
}

async function readEdges(reader: Reader, { nodes }: NodeTable): Promise<EdgeTable> {
  const builder = new EdgeTableBuilder(CHUNK);
  await inChunks<EdgeRow>(reader, READ_EDGES, (rows) => addEdges(builder, rows, nodes.numberOf));
  return builder.build();
}

async function inChunks<Row extends { readonly id: string }>(
  reader: Reader,
  statement: string,
  take: (rows: readonly Row[]) => void,
): Promise<void> {
  let last = NIL;
  for (;;) {
    const rows: Row[] = await reader.query<Row>(statement, [last, CHUNK]);
    take(rows);
    if (rows.length < CHUNK) return;
    last = (rows.at(-1) as Row).id;
  }
}

async function toStructure(
  { nodes, nodeKind, isActive }: NodeTable,
  { edgeIds, edgeKind, from, to }: EdgeTable,
  compute: Compute,
): Promise<StructurePart> {
  const { rank } = nodes;
  const graph = await compute("graph", from.length / EDGES_A_STEP, {
    nodeCount: rank.length,
    from,
    to,
    rank,
  });
  const source = { graph: graph.out, nodeKind, isActive, edgeKind };
  // What one request asks is worked out together; each is remembered as long as this state.
  const shapes = new DataLoader<EdgeKind | typeof ALL, GraphShape>(
    async (kinds) => {
      const numbers = kinds.map((kind) => (kind === ALL ? null : edgeKindNumber(kind)));
      return compute("shapes", from.length, source, numbers);
    },
    { batchScheduleFn: setImmediate },
  );
  return {
    nodes,
    nodeKind,
    isActive,
    graph,
    edgeKind,
    edgeIds,
    edgeId: (edge) => edgeIdOf(edgeIds, edge),
    async shape(kind) {
      try {
        return await shapes.load(kind ?? ALL);
      } catch (error) {
        shapes.clear(kind ?? ALL);
        throw error;
      }
    },
  };
}
