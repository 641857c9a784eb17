import type { SimilarityIndex } from "../../algorithms/scoring/similarity-index";

/** Theta over the active roles, each with what it asks for at its lowest level (`RequirementsPart.roles`). */
export interface SimilarityPart {
  readonly index: SimilarityIndex;
}
