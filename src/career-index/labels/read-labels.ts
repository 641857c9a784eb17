import type { Reader } from "../../database/database";
import type { LabelRow } from "./label-columns";

/** Active skills and technologies in the order of their UUIDs. */
const READ_OWNERS = `
  SELECT n.id FROM node n WHERE n.kind IN ('SKILL', 'TECHNOLOGY') AND n.status = 'ACTIVE' ORDER BY n.id`;

/**
 * Labels of those of the nodes $1 that are active: node by node, preferred labels first. The order decides which of two
 * labels with the same words is named, so it has to be the same whenever a node is read.
 */
const READ_LABELS = `
  SELECT l.node_id AS owner, l.node_kind = 'TECHNOLOGY' AS "isTechnology", l.text, l.locale, l.kind
    FROM label l JOIN node n ON n.id = l.node_id
   WHERE l.node_id = ANY ($1::uuid[]) AND n.status = 'ACTIVE' AND n.kind IN ('SKILL', 'TECHNOLOGY')
   ORDER BY l.node_id, array_position(ARRAY['PREFERRED', 'ALTERNATIVE'], l.kind) NULLS LAST,
            l.locale <> 'en', l.locale COLLATE "C", l.text`;

/** All labels of active skills and technologies, `size` of these at a time: what is read at once keeps a process busy. */
export async function* readAllLabels(reader: Reader, size: number): AsyncGenerator<LabelRow[]> {
  const owners = await reader.query<{ id: string }>(READ_OWNERS);
  const ids = owners.map(({ id }) => id);
  for (let start = 0; start < ids.length; start += size)
    yield await readLabels(reader, ids.slice(start, start + size));
}

/** The labels of those of the nodes that are active skills or technologies, in the order of their UUIDs. One statement. */
export function readLabels(reader: Reader, owners: readonly string[]): Promise<LabelRow[]> {
  return reader.query<LabelRow>(READ_LABELS, [owners]);
}
