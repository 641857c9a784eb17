import type { EdgeTest } from "../algorithms/subgraphs/two-way-graph";
import {
  EDGE_KINDS,
  NODE_KINDS,
  type StructurePart,
} from "../career-index/structure/structure-part";
import type { EdgeKind } from "../edges/edge.entity";
import { missing, requireActive } from "../profiles/require-node";
import type { Context } from "../server/context";
import { type NodeKind, requireGlobalId } from "../shared/global-id";

export interface WalkedLinks {
  readonly relations: readonly EdgeKind[];
  readonly includeDeprecated: boolean;
  /** Null: nodes of every kind. */
  readonly kinds: readonly NodeKind[] | null;
  /** Numbers of the nodes that the question names: they are shown, whatever they are. */
  readonly named: readonly number[];
}

/** Tells which links are walked and shown. */
export function walkedLinks(structure: StructurePart, walked: WalkedLinks): EdgeTest {
  const { nodeKind, isActive, edgeKind } = structure;
  const relations = new Set<string>(walked.relations);
  const kinds = walked.kinds && new Set<string>(walked.kinds);
  const isRelation = EDGE_KINDS.map((kind) => relations.has(kind));
  const isKind = NODE_KINDS.map((kind) => kinds?.has(kind) ?? true);
  const named = new Set(walked.named);
  const isShown = (node: number): boolean =>
    (isKind[nodeKind[node] as number] === true &&
      (walked.includeDeprecated || isActive[node] === 1)) ||
    named.has(node);
  return (edge, other) => isRelation[edgeKind[edge] as number] === true && isShown(other);
}

/**
 * The number of the node that an id in an argument stands for. No SQL, unless it is the id of a source key that became
 * part of another node, or of a node that is no longer in use.
 * @throws AppError BAD_USER_INPUT or NOT_FOUND at `path`.
 */
export async function requireNodeNumber(
  context: Context,
  structure: StructurePart,
  id: string,
  path: string,
  includeDeprecated: boolean,
): Promise<number> {
  const { kind, uuid } = requireGlobalId(id, path);
  const known = structure.nodes.numberOf.get(uuid);
  if (known !== undefined) {
    if (NODE_KINDS[structure.nodeKind[known] as number] !== kind) throw missing(kind, path);
    if (includeDeprecated || structure.isActive[known]) return known;
  }
  const node = await context.loaders.nodes.byId.load(uuid);
  if (node?.kind !== kind) throw missing(kind, path);
  const meant = includeDeprecated ? node : await requireActive(context, node, path);
  const number = structure.nodes.numberOf.get(meant.uuid);
  if (number === undefined) throw missing(kind, path);
  return number;
}
