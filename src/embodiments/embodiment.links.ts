import { makeLinkResolver, makeLinks } from "../edges/links";
import { Skill } from "../skills/skill.entity";
import { Technology } from "../technologies/technology.entity";
import { Embodiment } from "./embodiment.entity";

const embodied = makeLinks({
  name: "EmbodiedSkill",
  kind: "EMBODIES",
  entity: Embodiment,
  description: "Using a technology exercises a skill.",
  node: Skill,
  nodeKinds: ["SKILL"],
  nodeDescription: "The skill that is exercised.",
});

const embodying = makeLinks({
  name: "EmbodyingTechnology",
  kind: "EMBODIES",
  entity: Embodiment,
  description: "A skill is exercised by using a technology.",
  node: Technology,
  nodeKinds: ["TECHNOLOGY"],
  nodeDescription: "The technology whose use exercises the skill.",
});

export const EMBODIMENT_FIELDS = [
  makeLinkResolver(embodied, {
    on: Technology,
    field: "embodies",
    parent: "from",
    description: "Skills that using this technology exercises.",
  }),
  makeLinkResolver(embodying, {
    on: Skill,
    field: "embodiedBy",
    parent: "to",
    description: "Technologies whose use exercises this skill.",
  }),
];
