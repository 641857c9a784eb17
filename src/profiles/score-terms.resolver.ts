import { ScoreTerm } from "./score.types";
import { makeSkillResolver } from "./skill-field.resolver";

export const ScoreTermResolver = makeSkillResolver(ScoreTerm);
