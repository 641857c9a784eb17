import type { ImportSink } from "../import-sink";
import type { StatedItem } from "./state-items";

/** Links items to the subcategories that they stand in, to further ones, and parts of projects to the projects. */
export function linkItems(
  items: ReadonlyMap<string, StatedItem>,
  paths: ReadonlyMap<string, string>,
  sink: ImportSink,
): void {
  for (const { nodeId: fromId, paths: own, others, parents } of items.values()) {
    for (const path of own) {
      const toId = paths.get(path);
      if (toId !== undefined) sink.edge("items", { kind: "BROADER", fromId, toId }, null, 0);
    }
    for (const { path, place } of others) {
      const toId = paths.get(path);
      if (toId === undefined)
        sink.skip("second paths", "UNKNOWN_CONCEPT", place, `there is no "${path}"`);
      else sink.edge("second paths", { kind: "BROADER", fromId, toId }, place);
    }
    for (const { key, place } of parents) {
      const toId = items.get(key)?.nodeId;
      if (toId === undefined)
        sink.skip("parent projects", "UNKNOWN_CONCEPT", place, "is none of the items");
      else sink.edge("parent projects", { kind: "BELONGS_TO", fromId, toId }, place);
    }
  }
}
