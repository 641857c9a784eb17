import { unavailable } from "../shared/errors";
import type { Node } from "./node.entity";

/**
 * The node that a reference or the career index promises, of the class that the schema promises. Another class is a defect of
 * the program or its database, hence no AppError.
 * @throws AppError SERVICE_UNAVAILABLE when there is none: the index, or on the embedded database an earlier statement, saw
 * another moment of the graph than this read. The same question asked again finds it.
 */
export async function requireLoaded<N extends Node>(
  loaded: Promise<Node | null>,
  type: abstract new () => N,
): Promise<N> {
  const node = await loaded;
  if (node instanceof type) return node;
  if (node === null) throw unavailable("The graph has just changed. Ask again.");
  throw new TypeError(`expected a ${type.name}, found a ${node.kind}`);
}

/** The same where the key may be empty: null stays null. */
export async function requireLoadedOrNull<N extends Node>(
  key: string | null,
  load: (key: string) => Promise<Node | null>,
  type: abstract new () => N,
): Promise<N | null> {
  return key === null ? null : requireLoaded(load(key), type);
}
