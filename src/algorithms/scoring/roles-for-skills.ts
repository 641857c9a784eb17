import { coverageFromSums, coverageSums } from "./coverage-sums";
import { type CoverageTerms, coverageTerms } from "./coverage-terms";
import { heldSkills, skillsNobodyAsks } from "./held-skills";
import {
  type CandidateOptions,
  candidateFlags,
  numbersThat,
  type PageOptions,
  type RankedPage,
  rankedPage,
} from "./ranking";
import { linesOfRole, type RequirementIndex } from "./requirement-index";
import { withDefaults } from "./requirements/line-weight";
import { HIGHEST, type ScoringOptions } from "./requirements/requirement-line";
import { ESSENTIAL_CODE } from "./requirements/requirement-table";

/**
 * - `ANY`: roles that ask for at least one of the skills;
 * - `ALL`: roles that ask for each of the skills (for "each skill of the role is among the given ones" use maxMissing 0);
 * - `SCORED`: as ANY, but ordered by score instead of by number of matches.
 */
export type SkillMatch = "ANY" | "ALL" | "SCORED";

export interface MatchedRole extends CoverageTerms {
  readonly role: string;
  /**
   * Σ w of the matched skills / Σ w of all that the role asks for, 0 to 1, w as in `lineWeight`: coverage by someone who has
   * the given skills, each as well as can be. Null when nothing that the role asks for weighs anything (optionalWeight 0).
   */
  readonly score: number | null;
  /** Given skills that the role asks for, by id. */
  readonly matched: readonly string[];
  /** Other skills that the role asks for, essential ones first, then by id. */
  readonly missing: readonly string[];
  /** How many of `missing` are essential; they stand first. */
  readonly missingEssential: number;
  /** Number of the role's lines whose requirement or importance had to be assumed. */
  readonly assumedLines: number;
}

export interface RolesForSkills extends RankedPage<MatchedRole> {
  /** Given skills that no role asks for. With ALL, one of them leaves no role. */
  readonly unknownSkills: readonly string[];
}

export type RolesForSkillsOptions = Pick<ScoringOptions, "optionalWeight"> &
  PageOptions &
  CandidateOptions & {
    /** At most so many skills that the role asks for are not among the given ones. Default: any number. */
    readonly maxMissing?: number;
    /** The same for essential ones alone. */
    readonly maxMissingEssential?: number;
    /** How many terms to list with each score; what the others add up to is `rest`. Default 10. */
    readonly terms?: number;
  };

/**
 * Roles that ask for given skills; proficiency plays no part. Order: ANY and ALL by number of matched skills descending, then
 * by number of missing ones ascending; SCORED by score descending (null last); then all by id. No skills: no roles.
 *
 * Cost: the lines that ask for one of the skills, and one sort of the matching roles.
 *
 * @throws RangeError for options out of their range.
 */
export function rolesForSkills(
  index: RequirementIndex,
  skills: readonly string[],
  match: SkillMatch,
  options: RolesForSkillsOptions = {},
): RolesForSkills {
  const { table } = index;
  const { ids, rank } = table.roles;
  const { optionalWeight } = withDefaults(options);
  const given = heldSkills(
    table,
    skills.map((skill) => ({ skill, proficiency: HIGHEST })),
  );
  const sums = coverageSums(index, given.skills, given.proficiency);
  const { heldLines } = sums;
  const isCandidate = candidateFlags(ids, options.candidates);
  const least = match === "ALL" ? given.skills.length + given.unknown.length : 1;
  const { maxMissing = Number.POSITIVE_INFINITY, maxMissingEssential = Number.POSITIVE_INFINITY } =
    options;

  const missingCount = (role: number): number =>
    linesOfRole(table, role) - (heldLines[role] as number);
  const missingEssentialCount = (role: number): number =>
    (index.ofRole.essentialLines[role] as number) - (sums.heldEssentialLines[role] as number);
  const found = numbersThat(
    ids.length,
    (role) =>
      isCandidate[role] === 1 &&
      (heldLines[role] as number) >= Math.max(1, least) &&
      missingCount(role) <= maxMissing &&
      missingEssentialCount(role) <= maxMissingEssential,
  );
  const scoreOf = (role: number): number | null => {
    const essential = sums.essential[role] as number;
    return coverageFromSums(index, role, essential, sums.optional[role] as number, optionalWeight);
  };
  const byId = (a: number, b: number): number => (rank[a] as number) - (rank[b] as number);
  const byMatches = (a: number, b: number): number =>
    (heldLines[b] as number) - (heldLines[a] as number) ||
    missingCount(a) - missingCount(b) ||
    byId(a, b);
  const byScore = (a: number, b: number): number =>
    (scoreOf(b) ?? -1) - (scoreOf(a) ?? -1) || byId(a, b);

  const compare = match === "SCORED" ? byScore : byMatches;
  const page = rankedPage(found, compare, options, (role) => ({
    role: ids[role] as string,
    score: scoreOf(role),
    missingEssential: missingEssentialCount(role),
    assumedLines: assumedLines(index, role),
    ...matchesOf(index, role, given.proficiency),
    ...coverageTerms(index, role, given.proficiency, optionalWeight, options.terms),
  }));
  return { ...page, unknownSkills: skillsNobodyAsks(index, skills) };
}

function matchesOf(
  { table }: RequirementIndex,
  role: number,
  given: Uint8Array,
): Pick<MatchedRole, "matched" | "missing"> {
  const first = table.start[role] as number;
  const rankOf = (line: number): number => table.skills.rank[table.skill[line] as number] as number;
  const isGiven = (line: number): boolean => given[table.skill[line] as number] !== 0;
  const optionalLast = (line: number): number => Number(table.requirement[line] !== ESSENTIAL_CODE);
  const toId = (line: number): string => table.skills.ids[table.skill[line] as number] as string;
  const lines = Array.from({ length: linesOfRole(table, role) }, (_, at) => first + at).sort(
    (a, b) => rankOf(a) - rankOf(b),
  );
  return {
    matched: lines.filter(isGiven).map(toId),
    missing: lines
      .filter((line) => !isGiven(line))
      .sort((a, b) => optionalLast(a) - optionalLast(b))
      .map(toId),
  };
}

function assumedLines({ table }: RequirementIndex, role: number): number {
  let count = 0;
  const end = table.start[role + 1] as number;
  for (let line = table.start[role] as number; line < end; line++)
    if (!table.requirement[line] || !table.importance[line]) count++;
  return count;
}
