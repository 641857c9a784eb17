import { endOfEntries, firstEntry } from "../algorithms/order/directed-graph";
import {
  EDGE_KINDS,
  NODE_KINDS,
  type StructurePart,
} from "../career-index/structure/structure-part";
import type { EdgeKind } from "../edges/edge.entity";
import { type LabelCount } from "./graph-stats.queries";
import {
  GraphShape,
  GraphStats,
  LinkCycle,
  LocaleCoverage,
  type NodeKindCoverage,
  SHOWN_CYCLES,
  SHOWN_NODES,
  UntaughtSkills,
} from "./graph-stats.types";

/** Links that are stored from the lower to the higher id: a chain or a cycle of them would mean nothing. */
const UNDIRECTED: readonly EdgeKind[] = ["RELATED", "COLLABORATION"];

/** Counts by kind. Cost: O(nodes + links) over bytes. */
export function countGraph(structure: StructurePart, relations: readonly EdgeKind[]): GraphStats {
  const nodeKinds = countKinds(structure).map(({ active, deprecated }, at) => ({
    kind: NODE_KINDS[at] as (typeof NODE_KINDS)[number],
    activeCount: active,
    deprecatedCount: deprecated,
  }));
  const links = EDGE_KINDS.map(() => 0);
  for (const kind of structure.edgeKind) (links[kind] as number)++;
  return Object.assign(new GraphStats(), {
    nodeCount: nodeKinds.reduce((sum, { activeCount }) => sum + activeCount, 0),
    linkCount: structure.edgeKind.length,
    nodeKinds,
    relations: EDGE_KINDS.flatMap((kind, at) =>
      relations.includes(kind) ? [{ kind, linkCount: links[at] as number }] : [],
    ),
  });
}

function countKinds({ nodeKind, isActive }: StructurePart) {
  const counts = NODE_KINDS.map(() => ({ active: 0, deprecated: 0 }));
  for (let node = 0; node < nodeKind.length; node++) {
    const count = counts[nodeKind[node] as number] as (typeof counts)[number];
    if (isActive[node]) count.active++;
    else count.deprecated++;
  }
  return counts;
}

/** The shape of one relation, or of all together (null). */
export async function describeShape(
  structure: StructurePart,
  kind: EdgeKind | null,
): Promise<GraphShape> {
  const shape = await structure.shape(kind);
  const idsOf = (nodes: readonly number[]): string[] =>
    nodes.slice(0, SHOWN_NODES).map((node) => structure.nodes.ids[node] as string);
  const hasOrder = kind !== null && !UNDIRECTED.includes(kind);
  const cycles = hasOrder ? shape.cycles.slice(0, SHOWN_CYCLES) : [];
  return Object.assign(new GraphShape(), {
    nodeCount: shape.nodes,
    linkCount: shape.edges,
    density: shape.density,
    orphanCount: shape.orphans.length,
    orphanIds: idsOf(shape.orphans),
    componentCount: shape.components,
    largestComponentSize: shape.largestComponent,
    cycleCount: hasOrder ? shape.cycles.length : null,
    cycles: cycles.map((nodes) =>
      Object.assign(new LinkCycle(), { nodeIds: idsOf(nodes), nodeCount: nodes.length }),
    ),
    longestChain: hasOrder ? shape.longestChain : null,
  });
}

/** Ids of the nodes that are no longer in use. */
export function deprecatedIds({ nodes, isActive }: StructurePart): string[] {
  return nodes.ids.filter((_, node) => !isActive[node]);
}

/** How far each language goes, the one with most labels first, then by tag. */
export function coverLocales(
  structure: StructurePart,
  labels: readonly LabelCount[],
): LocaleCoverage[] {
  const kinds = countKinds(structure);
  const total = kinds.reduce((sum, { active }) => sum + active, 0);
  const locales = [...new Set(labels.map(({ locale }) => locale))];
  const covered = locales.map((locale) => {
    const ofLocale = new Map(
      labels.filter((label) => label.locale === locale).map(({ kind, count }) => [kind, count]),
    );
    const byKind = NODE_KINDS.flatMap((kind, at): NodeKindCoverage[] => {
      const nodeCount = kinds[at]?.active ?? 0;
      const labelledCount = Math.min(ofLocale.get(kind) ?? 0, nodeCount);
      if (nodeCount === 0) return [];
      return [{ kind, nodeCount, labelledCount, share: labelledCount / nodeCount }];
    });
    const labelledCount = byKind.reduce((sum, each) => sum + each.labelledCount, 0);
    const share = labelledCount / total;
    return Object.assign(new LocaleCoverage(), { locale, labelledCount, share, kinds: byKind });
  });
  return covered.sort(
    (a, b) => b.labelledCount - a.labelledCount || (a.locale < b.locale ? -1 : 1),
  );
}

/** Skills that nothing teaches. Cost: O(nodes + links of learning resources). */
export function findUntaught(structure: StructurePart): UntaughtSkills {
  const { nodeKind, isActive, edgeKind, graph, nodes } = structure;
  const [skill, resource] = [NODE_KINDS.indexOf("SKILL"), NODE_KINDS.indexOf("LEARNING_RESOURCE")];
  const teaches = EDGE_KINDS.indexOf("TEACHES");
  const isTaught = new Uint8Array(nodeKind.length);
  const { out } = graph;
  for (let node = 0; node < nodeKind.length; node++) {
    if (nodeKind[node] !== resource || !isActive[node]) continue;
    for (let entry = firstEntry(out, node); entry < endOfEntries(out, node); entry++)
      if (edgeKind[out.edge[entry] as number] === teaches)
        isTaught[out.target[entry] as number] = 1;
  }
  const skillIds: string[] = [];
  let skills = 0;
  let untaught = 0;
  for (let node = 0; node < nodeKind.length; node++) {
    if (nodeKind[node] !== skill || !isActive[node]) continue;
    skills++;
    if (isTaught[node]) continue;
    untaught++;
    if (skillIds.length < SHOWN_NODES) skillIds.push(nodes.ids[node] as string);
  }
  return Object.assign(new UntaughtSkills(), {
    skillIds,
    skillCount: untaught,
    share: skills === 0 ? null : untaught / skills,
  });
}
