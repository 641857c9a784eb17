import { type NodeKind, toGlobalId } from "../../shared/global-id";
import { testId } from "../../testing/test-source";

/** The public id of a node that test sources state. */
export function globalId(kind: NodeKind, slug: string): string {
  return toGlobalId(kind, testId(kind, slug));
}
