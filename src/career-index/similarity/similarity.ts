import { type PopulationOptions, skillUse } from "../../algorithms/scoring/skill-use";
import { updateTheta } from "../../algorithms/scoring/theta-matrix";
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
    const use = skillUse(roles, options(populations));
    return { index: { requirements: roles, use, theta: updateTheta(index.theta, index.use, use) } };
  },
};

function options(populations: ReadonlyMap<string, string>): PopulationOptions {
  return { populationOf: (role) => populations.get(role) ?? "" };
}
