import { updateSimilarity } from "../../algorithms/scoring/similarity-index";
import { type PopulationOptions, skillUse } from "../../algorithms/scoring/skill-use";
import type { PartDefinition } from "../part";
import { concernsRequirements, REQUIREMENTS } from "../requirements/requirements";
import type { SimilarityPart } from "./similarity-part";

export const SIMILARITY: PartDefinition<SimilarityPart> = {
  name: "similarity",
  concerns: concernsRequirements,

  async build({ part, compute }) {
    const { roles, populations } = await part(REQUIREMENTS);
    const theta = await compute("theta", roles.table.skill.length, roles.table, populations);
    return { index: { requirements: roles, use: skillUse(roles, options(populations)), theta } };
  },

  async update({ index }, _changes, { part }) {
    const { roles, populations } = await part(REQUIREMENTS);
    // Made anew, the requirements number skills differently.
    const isFollowed = index.requirements.table.skills.ids.every(
      (id, at) => roles.table.skills.ids[at] === id,
    );
    if (!isFollowed) return null;
    return { index: updateSimilarity(index, roles, options(populations)) };
  },
};

function options(populations: ReadonlyMap<string, string>): PopulationOptions {
  return { populationOf: (role) => populations.get(role) ?? "" };
}
