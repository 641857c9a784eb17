import type { NodeKind } from "../shared/global-id";

/**
 * What nodes of a kind cannot be without (constraints node_kind_columns, node_role_level_ends, node_career_level_rank).
 * A source that only adds to a node does not state it; once those that did have gone, the node keeps it.
 */
export const NEEDED_COLUMNS: Partial<Record<NodeKind, readonly string[]>> = {
  SKILL: ["skill_kind"],
  TECHNOLOGY: ["technology_kind"],
  TOPIC: ["topic_kind"],
  QUALIFICATION: ["qualification_kind"],
  LEARNING_RESOURCE: ["resource_kind"],
  SOURCE: ["source_kind"],
  EXTERNAL_CONCEPT: ["scheme"],
  CAREER_LEVEL: ["track", "rank"],
  ROLE_LEVEL: ["role_id", "career_level_id"],
};
