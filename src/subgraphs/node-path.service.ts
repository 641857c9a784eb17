import { nodePath } from "../algorithms/subgraphs/node-path";
import type { Context } from "../server/context";
import { toNodeLinks } from "./node-link.types";
import type { NodePathArgs } from "./node-path.inputs";
import { NodePath } from "./node-path.types";
import { requireNodeNumber, walkedLinks } from "./walked-links";
import { WALKED_RELATIONS } from "./walked-links.inputs";

/** A shortest path between two nodes. Costs no SQL but what finding the ends by ids of source keys or successors costs. */
export async function findNodePath(context: Context, args: NodePathArgs): Promise<NodePath> {
  const { maxDepth, direction, includeDeprecated } = args;
  const structure = await context.careerIndex.structure();
  const [from, to] = await Promise.all([
    requireNodeNumber(context, structure, args.from, "from", includeDeprecated),
    requireNodeNumber(context, structure, args.to, "to", includeDeprecated),
  ]);
  const relations = args.relations ?? WALKED_RELATIONS;
  const walked = { relations, includeDeprecated, kinds: null, named: [from, to] };
  const { nodes, edges, none } = nodePath(structure.graph, {
    from,
    to,
    maxDepth,
    direction,
    isCounted: walkedLinks(structure, walked),
  });
  return Object.assign(new NodePath(), {
    nodeIds: nodes.map((node) => structure.nodes.ids[node]),
    length: none === null ? edges.length : null,
    links: toNodeLinks(structure, edges, nodes),
    noPathReason: none,
  });
}
