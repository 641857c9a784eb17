import type { Node } from "./node.entity";

/**
 * The node that a foreign key promises, of the class that the schema promises.
 * Anything else is a defect of the program or its database, hence no AppError.
 */
export async function requireLoaded<N extends Node>(
  loaded: Promise<Node | null>,
  type: abstract new () => N,
): Promise<N> {
  const node = await loaded;
  if (node instanceof type) return node;
  throw new TypeError(`expected a ${type.name}, found ${node?.kind ?? "nothing"}`);
}

/** The same where the key may be empty: null stays null. */
export async function requireLoadedOrNull<N extends Node>(
  key: string | null,
  load: (key: string) => Promise<Node | null>,
  type: abstract new () => N,
): Promise<N | null> {
  return key === null ? null : requireLoaded(load(key), type);
}
