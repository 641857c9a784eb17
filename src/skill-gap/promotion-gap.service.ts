import { type LevelContent, promotionGap } from "../algorithms/scoring/promotion-gap";
import type { ChangedRequirement as ScoredChange } from "../algorithms/scoring/requirement-changes";
import { linesOf, type RequirementsPart } from "../career-index/requirements/requirements-part";
import { toAskedSkill } from "../profiles/asked-skill.types";
import { type Position, resolvePosition, withSpecialization } from "../profiles/resolve-position";
import { resolveProfile } from "../profiles/resolve-profile";
import type { Context } from "../server/context";
import { type OwnerLists, readOwnerLists } from "./level-lists.queries";
import type { PromotionGapArgs } from "./promotion-gap.inputs";
import type { ChangedRequirement, PromotionGap, PromotionStep } from "./promotion-gap.types";
import { toSkillGap } from "./skill-gap.service";

type ListName = "responsibilities" | "technologies" | "qualifications";
type Scored = NonNullable<ReturnType<typeof promotionGap<ListName>>>[number];

/**
 * Costs one SQL statement for the revision, those of resolving the arguments, and one for what the levels bring.
 * @throws AppError BAD_USER_INPUT or NOT_FOUND with the path of the argument.
 */
export async function answerPromotionGap(
  context: Context,
  { position: input, profile, optionalWeight }: PromotionGapArgs,
): Promise<PromotionGap> {
  const [position, held, requirements] = await Promise.all([
    resolvePosition(context, input, "position"),
    profile ? resolveProfile(context, profile, "profile") : undefined,
    context.careerIndex.requirements(),
  ]);
  const levels = await levelsWith(context, requirements, position);
  const options = held ? { optionalWeight, profile: held } : { optionalWeight };
  const steps = promotionGap(levels, position.id, options);
  const nextLevels = (steps ?? []).map((step) => toStep(step, position));
  return { fromId: position.id, nextLevels, noNextLevelReason: reasonOf(levels, nextLevels) };
}

function reasonOf(levels: readonly unknown[], nextLevels: readonly unknown[]) {
  if (nextLevels.length > 0) return null;
  return levels.length === 0 ? "ROLE_WITHOUT_LEVELS" : "TOP_OF_LADDER";
}

/** All levels of the role with what they ask for and bring. */
async function levelsWith(
  { reader }: Context,
  requirements: RequirementsPart,
  { role, specialization }: Position,
): Promise<LevelContent<ListName>[]> {
  const ladder = requirements.ladders.get(role) ?? [];
  if (ladder.length === 0) return [];
  // What is stated for the role, for its specialization, or for a career level whatever the role, is part of its levels.
  const everywhere = specialization ? [role, specialization] : [role];
  const ownersOf = ladder.map(({ id, careerLevel }) => [...everywhere, careerLevel, id]);
  const owners = [...new Set(ownersOf.flat())];
  const lists = await readOwnerLists(reader, owners);
  const listsOf = new Map(owners.map((owner, at) => [owner, lists[at]]));
  return ladder.map((level, at) => {
    const stated = linesOf(requirements, level.id) ?? [];
    const lines = specialization
      ? withSpecialization(requirements, role, stated, specialization, "position.specialization")
      : stated;
    const all = (name: keyof OwnerLists) =>
      (ownersOf[at] ?? []).flatMap((owner) => listsOf.get(owner)?.[name] ?? []);
    return {
      ...level,
      lines,
      lists: {
        responsibilities: all("responsibilities"),
        qualifications: all("qualifications"),
        technologies: lines
          .map(({ skill }) => skill)
          .filter((id) => requirements.technologies.has(id)),
      },
    };
  });
}

function toStep({ level, gap, changes, lists }: Scored, { id }: Position): PromotionStep {
  return {
    roleLevelId: level,
    gap: toSkillGap(gap, id, level),
    addedRequirements: changes.added.map(toAskedSkill),
    removedRequirements: changes.removed.map(toAskedSkill),
    changedRequirements: changes.changed.map(toChange),
    unchangedCount: changes.unchanged.length,
    responsibilityIds: lists.responsibilities.added,
    technologyIds: lists.technologies.added,
    qualificationIds: lists.qualifications.added,
  };
}

function toChange(change: ScoredChange): ChangedRequirement {
  return {
    skillId: change.skill,
    before: toAskedSkill(change.before),
    after: toAskedSkill(change.after),
    proficiencyShift: change.proficiency,
    importanceShift: change.importance,
    requirementShift: change.requirement,
  };
}
