import { updateSimilarity } from "../../algorithms/scoring/similarity-index";
import type { PartDefinition } from "../part";
import { concernsRequirements, REQUIREMENTS } from "../requirements/requirements";
import type { SimilarityPart } from "./similarity-part";

export const SIMILARITY: PartDefinition<SimilarityPart> = {
  name: "similarity",
  concerns: concernsRequirements,

  async build({ part, compute }) {
    const { roles, populations } = await part(REQUIREMENTS);
    return {
      index: await compute("similarity", roles.table.skill.length, roles.table, populations),
    };
  },

  async update({ index }, _changes, { part }) {
    const { roles, populations } = await part(REQUIREMENTS);
    // Made anew, the requirements number skills differently.
    const isFollowed = index.requirements.table.skills.ids.every(
      (id, at) => roles.table.skills.ids[at] === id,
    );
    if (!isFollowed) return null;
    const populationOf = (role: string) => populations.get(role) ?? "";
    return { index: updateSimilarity(index, roles.table, { populationOf }) };
  },
};
