import type { ImportSink, RowPlace } from "../import-sink";
import type { Topic } from "./state-topics";

const ENTITY = "related topics";

interface Pair {
  fromId: string;
  toId: string;
  place: RowPlace;
  rows: number;
}

/**
 * Links each topic to those that its page names. A page only says that they are related, not how; two that name each other
 * are one link, said twice.
 */
export function linkTopics(topics: ReadonlyMap<string, Topic>, sink: ImportSink): void {
  const pairs = new Map<string, Pair>();
  for (const { topic, nodeId, related, file, line } of topics.values()) {
    const seen = new Set<string>();
    for (const name of related) {
      const place = { file, line, values: { topic, related: name } };
      const other = topics.get(name);
      const reverse = pairs.get(`${name},${topic}`);
      if (seen.has(name)) sink.skip(ENTITY, "DUPLICATE_ROW", place);
      else if (other === undefined)
        sink.skip(ENTITY, "UNKNOWN_CONCEPT", place, `"${name}" has no page`);
      else if (nodeId === null || other.nodeId === null)
        sink.skip(ENTITY, "NOT_A_TECHNOLOGY", place, "says what else a word means");
      else if (name === topic) sink.skip(ENTITY, "SELF_RELATION", place);
      else if (reverse) reverse.rows++;
      else pairs.set(`${topic},${name}`, { fromId: nodeId, toId: other.nodeId, place, rows: 1 });
      seen.add(name);
    }
  }
  for (const { fromId, toId, place, rows } of pairs.values())
    sink.edge(ENTITY, { kind: "RELATED", fromId, toId }, place, rows);
}
