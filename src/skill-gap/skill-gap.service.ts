import type { HeldSkill } from "../algorithms/scoring/requirements/requirement-line";
import {
  type SkillGap as ScoredGap,
  type GapLine as ScoredLine,
  skillGap,
} from "../algorithms/scoring/skill-gap";
import { resolveGoal, resolveStart } from "../profiles/resolve-profile";
import type { Context } from "../server/context";
import type { SkillGapArgs } from "./skill-gap.inputs";
import type { GapLine, NoCoverageReason, SkillGap } from "./skill-gap.types";

/**
 * Costs one SQL statement for the revision and those of resolving the arguments, however many skills there are.
 * @throws AppError BAD_USER_INPUT or NOT_FOUND with the path of the argument.
 */
export async function answerSkillGap(
  context: Context,
  { from, to, optionalWeight }: SkillGapArgs,
): Promise<SkillGap> {
  const [start, goal] = await Promise.all([
    resolveStart(context, from, "from"),
    resolveGoal(context, to, "to"),
  ]);
  return toSkillGap(
    skillGap(start.profile, goal.lines, { optionalWeight }),
    start.position?.id ?? null,
    goal.position?.id ?? null,
  );
}

/** The gap as it is shown; `from` and `to` are the UUIDs of role levels or roles where some were named. */
export function toSkillGap(gap: ScoredGap, from: string | null, to: string | null): SkillGap {
  const { MET, INSUFFICIENT, MISSING, SURPLUS } = gap.counts;
  return {
    fromId: from,
    toId: to,
    formula: "COVERAGE",
    coverage: gap.coverage,
    essentialCoverage: gap.essentialCoverage,
    noCoverageReason: reasonOf(gap),
    counts: {
      met: MET,
      insufficient: INSUFFICIENT,
      missing: MISSING,
      surplus: SURPLUS,
      total: gap.lines.length,
    },
    assumedLines: gap.assumedLines,
    allLines: gap.lines.map(toLine),
    unaskedSkills: gap.notAsked.map(toHeld),
  };
}

function reasonOf({ coverage, lines }: ScoredGap): NoCoverageReason | null {
  if (coverage !== null) return null;
  return lines.length === 0 ? "NOTHING_ASKED" : "NOTHING_WEIGHS";
}

// Property by property: for a few hundred lines, spreading them costs a hundred times as much, more than the scores.
function toLine(line: ScoredLine): GapLine {
  return {
    skillId: line.skill,
    isHeld: line.held,
    have: line.have,
    need: line.need,
    requirement: line.requirement,
    importance: line.importance,
    weight: line.weight,
    fulfilment: line.fulfilment,
    contribution: line.contribution,
    gain: line.gain,
    severity: line.severity,
    status: line.status,
    assumptions: line.assumed,
  };
}

function toHeld({ skill, proficiency }: HeldSkill) {
  return { skillId: skill, proficiency };
}
