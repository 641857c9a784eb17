import type { LearningGoal } from "../algorithms/order/learning-needs";
import { type NextSkill, nextSkills } from "../algorithms/order/next-skills";
import { profileFit } from "../algorithms/scoring/profile-fit";
import type { RequirementIndex } from "../algorithms/scoring/requirement-index";
import { LOWEST, type Profile } from "../algorithms/scoring/requirements/requirement-line";
import { requirementLines } from "../algorithms/scoring/requirements/requirement-table";
import type { RequirementsPart } from "../career-index/requirements/requirements-part";
import { Ranking, type RankingPage } from "../paging/rank-cursor";
import type { GoalInput, ProfileInput } from "../profiles/profile.inputs";
import { resolveGoal, resolveProfile } from "../profiles/resolve-profile";
import type { Context } from "../server/context";
import type { LearningEmptyReason } from "./learning.types";
import {
  aimOf,
  emptyReason,
  holdingsOf,
  type LearningAim,
  learningQuestion,
} from "./learning-question";
import { MOST_TERMS, type NextSkillEdge, type NextSkills } from "./next-skills.types";

/** Without a goal the nearest roles stand for one. */
const NEAREST_ROLES = 20;
/** So many are looked at first: few profiles meet so many roles in full. */
const LOOKED_AT = 50;

export interface NextSkillsQuestion extends RankingPage {
  readonly profile: ProfileInput;
  readonly goal?: GoalInput | null;
}

/** What is aimed for, each skill once: the highest proficiency asked for, means of severity and gain over the aims. */
interface Aims {
  readonly aims: readonly LearningAim[];
  readonly goals: readonly LearningGoal[];
  readonly gains: ReadonlyMap<string, number>;
  /** UUIDs of the roles that stand for a goal. */
  readonly roles: readonly string[];
}

/** What to learn next. Costs the SQL of the look-ups of both arguments alone. */
export async function findNextSkills(
  context: Context,
  { profile: input, goal, first, after }: NextSkillsQuestion,
): Promise<NextSkills> {
  const [profile, asked, learning, requirements] = await Promise.all([
    resolveProfile(context, input, "profile"),
    goal ? resolveGoal(context, goal, "goal") : null,
    context.careerIndex.learning(),
    context.careerIndex.requirements(),
  ]);
  const aims = asked
    ? meanOf([aimOf(asked.lines, profile)], [])
    : nearestRoles(requirements, profile);
  const question = { goals: aims.goals, have: holdingsOf(profile) };
  const found = nextSkills(learningQuestion(learning, question, false));
  const ranking = new Ranking("Query.nextSkills", { profile, goals: aims.goals });
  const { first: size, offset } = ranking.placeOf({ first, after });
  const severities = new Map(aims.goals.map(({ skill, severity }) => [skill, severity]));
  const edges = found
    .slice(offset, offset + size)
    .map((each) => toEdge(each, severities, aims, requirements));
  return {
    ...ranking.toPage<string, NextSkillEdge>(edges, offset, found.length),
    roleIds: aims.roles,
    emptyReason: found.length > 0 ? null : whyEmpty(aims),
    assumedLines: aims.aims.reduce((sum, { gap }) => sum + gap.assumedLines, 0),
  };
}

/** The roles that the profile fits best and that ask for more than it holds. */
function nearestRoles({ roles }: RequirementsPart, profile: Profile): Aims {
  const near = openRoles(roles, profile, LOOKED_AT) ?? openRoles(roles, profile) ?? [];
  const aims = near.map((role) => aimOf(requirementLines(roles.table, role) ?? [], profile));
  return meanOf(aims, near);
}

/** Null when `first` are too few to tell. Each role that is looked at costs its lines, hence not all at once. */
function openRoles(
  roles: RequirementIndex,
  profile: Profile,
  first = roles.table.roles.ids.length,
): string[] | null {
  const { items, total } = profileFit(roles, profile, { first });
  const open = items.filter(({ coverage }) => coverage > 0 && coverage < 1);
  const isEnough = open.length >= NEAREST_ROLES || first >= total || items.at(-1)?.coverage === 0;
  return isEnough ? open.slice(0, NEAREST_ROLES).map(({ role }) => role) : null;
}

function meanOf(aims: readonly LearningAim[], roles: readonly string[]): Aims {
  const goals = new Map<string, LearningGoal>();
  const gains = new Map<string, number>();
  for (const { gap } of aims)
    for (const { skill, need, severity, gain } of gap.lines) {
      const known = goals.get(skill);
      goals.set(skill, {
        skill,
        proficiency: Math.max(known?.proficiency ?? LOWEST, need ?? LOWEST),
        severity: (known?.severity ?? 0) + severity / aims.length,
      });
      gains.set(skill, (gains.get(skill) ?? 0) + gain / aims.length);
    }
  return { aims, goals: [...goals.values()], gains, roles };
}

function whyEmpty({ aims }: Aims): LearningEmptyReason {
  const [aim] = aims;
  if (aim === undefined) return "PROFILE_FITS_NOTHING";
  return emptyReason(aim) ?? "BLOCKED";
}

function toEdge(
  { skill, from, to, reason, value, leadsTo, unlocks, severity }: NextSkill,
  severities: ReadonlyMap<string, number>,
  { aims, gains }: Aims,
  { roles }: RequirementsPart,
): Omit<NextSkillEdge, "cursor"> {
  const parts = [
    { skillId: skill, contribution: severity ?? 0 },
    ...leadsTo.map((other) => ({ skillId: other, contribution: severities.get(other) ?? 0 })),
  ]
    .filter(({ contribution }) => contribution > 0)
    .sort((a, b) => b.contribution - a.contribution || (a.skillId < b.skillId ? -1 : 1));
  const number = roles.table.skills.numberOf.get(skill);
  const hasWeight = aims.some(({ gap }) => gap.coverage !== null);
  return {
    node: skill,
    from,
    to,
    reason,
    value,
    terms: parts.slice(0, MOST_TERMS),
    rest: parts.slice(MOST_TERMS).reduce((sum, { contribution }) => sum + contribution, 0),
    leadsToCount: leadsTo.length,
    unlockIds: unlocks,
    gainInCoverage: hasWeight ? (gains.get(skill) ?? 0) : null,
    demand:
      number === undefined
        ? 0
        : (roles.askedBy.start[number + 1] as number) - (roles.askedBy.start[number] as number),
  };
}
