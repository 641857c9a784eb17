import { subgraph } from "../algorithms/subgraphs/subgraph";
import type { Context } from "../server/context";
import { toNodeLinks } from "./node-link.types";
import type { SubgraphArgs } from "./subgraph.inputs";
import { MAX_LINKS, Subgraph, SubgraphNode } from "./subgraph.types";
import { requireNodeNumber, walkedLinks } from "./walked-links";
import { WALKED_RELATIONS } from "./walked-links.inputs";

/** What lies around the roots. Costs no SQL but what finding roots by ids of source keys or successors costs. */
export async function findSubgraph(context: Context, args: SubgraphArgs): Promise<Subgraph> {
  const { depth, limit, direction, includeDeprecated, kinds = null } = args;
  const structure = await context.careerIndex.structure();
  const roots = await Promise.all(
    args.roots.map((id, index) =>
      requireNodeNumber(context, structure, id, `roots.${index}`, includeDeprecated),
    ),
  );
  const relations = args.relations ?? WALKED_RELATIONS;
  const found = subgraph(structure.graph, {
    roots,
    depth,
    limit,
    direction,
    edgeLimit: MAX_LINKS,
    isCounted: walkedLinks(structure, { relations, includeDeprecated, kinds, named: roots }),
  });
  return Object.assign(new Subgraph(), {
    nodes: found.nodes.map(({ node, depth: steps }) =>
      Object.assign(new SubgraphNode(), { nodeId: structure.nodes.ids[node], depth: steps }),
    ),
    links: toNodeLinks(
      structure,
      found.edges,
      found.nodes.map(({ node }) => node),
    ),
    isTruncated: found.truncated,
  });
}
