import type { LabelsPart } from "./labels/labels-part";
import type { LearningPart } from "./learning/learning-part";
import type { MovesPart } from "./moves/moves-part";
import type { RequirementsPart } from "./requirements/requirements-part";
import type { SimilarityPart } from "./similarity/similarity-part";
import type { StructurePart } from "./structure/structure-part";

/**
 * What questions compute with, read and worked out ahead and kept in memory, as one request sees it: never older than the
 * graph that the request's own reads see.
 *
 * The first part that a request asks for costs one SQL statement, for the revision; none when the request has asked before.
 * A part that is not there yet, or that the last changes of the graph concern, is made first (see `IndexKeeper`).
 */
export interface CareerIndex {
  /** What roles, role levels and specializations ask for. */
  requirements(): Promise<RequirementsPart>;
  /** Which skills and roles are alike by theta. */
  similarity(): Promise<SimilarityPart>;
  /** Moves between roles and role levels with their costs. */
  moves(): Promise<MovesPart>;
  /** Prerequisites of skills, and what teaches them. */
  learning(): Promise<LearningPart>;
  /** Every node and link, for pictures, paths and counts. */
  structure(): Promise<StructurePart>;
  /** Names of skills and technologies, for finding them in a text. */
  labels(): Promise<LabelsPart>;
}
