import type { NodeStanding } from "../nodes/node.loaders";
import { findStanding, type NodeBy } from "../nodes/node-queries";
import type { Context } from "../server/context";
import { AppError, badInput } from "../shared/errors";
import type { NodeKind } from "../shared/global-id";

/**
 * The node in use that an argument names: the one itself, or what it was replaced by. Costs one SQL statement for all that
 * are named in a tick, and one more where something was replaced.
 * @throws AppError NOT_FOUND at `path` when there is none, BAD_USER_INPUT when it is no longer in use and has no successor.
 */
export async function requireNode(
  context: Context,
  by: NodeBy,
  kind: NodeKind,
  path: string,
): Promise<NodeStanding> {
  const node = await findStanding(context, by, kind, path);
  if (!node) throw missing(kind, path);
  return requireActive(context, node, path);
}

/** The node itself, or at the end of its successors the one that is in use. */
export async function requireActive(
  { loaders }: Context,
  node: NodeStanding,
  path: string,
): Promise<NodeStanding> {
  let current: NodeStanding | null = node;
  // Replacements form no circle; the bound is for a graph that is broken.
  for (let steps = 0; current?.replacedById && steps < 20; steps++)
    current = await loaders.nodes.standing.byId.load(current.replacedById);
  if (current?.status === "ACTIVE") return current;
  throw badInput(path, "This is no longer in use, and nothing replaces it.");
}

export function missing(kind: NodeKind, path: string): AppError {
  const words = kind.toLowerCase().replaceAll("_", " ");
  const reason = `There is no such ${words}.`;
  return new AppError("NOT_FOUND", `${path}: ${reason}`, {
    kind,
    fields: [{ path, reasons: [reason] }],
  });
}
