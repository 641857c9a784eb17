import type { Node } from "../nodes/node.entity";
import type { Context } from "../server/context";
import { unavailable } from "../shared/errors";

/**
 * A node of the structure as this request sees it.
 * @throws AppError SERVICE_UNAVAILABLE when it came while the request was answered: the structure may be newer than what
 * the request reads, and the same question asked again finds it.
 */
export async function loadShown({ loaders }: Pick<Context, "loaders">, id: string): Promise<Node> {
  const node = await loaders.nodes.byId.load(id);
  if (!node) throw unavailable("The graph has just changed. Ask again.");
  return node;
}
