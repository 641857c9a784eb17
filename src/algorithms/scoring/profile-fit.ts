import { coverageFromSums, coverageSums, essentialCoverageFromSums } from "./coverage-sums";
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
import { importanceAt, linesOfRole, type RequirementIndex } from "./requirement-index";
import { withDefaults } from "./requirements/line-weight";
import type { Profile, ScoringOptions } from "./requirements/requirement-line";
import { ESSENTIAL_CODE } from "./requirements/requirement-table";

export interface RoleFit extends CoverageTerms {
  readonly role: string;
  readonly coverage: number;
  /** Null when the role has no essential line. */
  readonly essentialCoverage: number | null;
  /** Number of skills that the role asks for, and how many of them are held (well enough or not). */
  readonly asked: number;
  readonly held: number;
  /** Essential skills that are not held, the most important first (unknown counts as 3), then by id. */
  readonly missingEssential: readonly string[];
  /** Essential skills that are held below what is asked for, in the same order. */
  readonly insufficientEssential: readonly string[];
  /** Number of the role's lines of which a value had to be assumed. */
  readonly assumedLines: number;
}

export interface ProfileFit extends RankedPage<RoleFit> {
  /** Candidates that are not ranked, because they ask nothing, or nothing that weighs. */
  readonly leftOut: number;
  /** Skills of the profile that no role asks for. */
  readonly unknownSkills: readonly string[];
}

export type ProfileFitOptions = ScoringOptions &
  PageOptions &
  CandidateOptions & {
    /** Roles with a lower coverage are not ranked, nor counted as left out. Default 0: all are ranked. */
    readonly minCoverage?: number;
    /** How many terms to list with each coverage; what the others add up to is `rest`. Default 10. */
    readonly terms?: number;
  };

/**
 * Ranks roles by how well a profile covers them: coverage descending, then essential coverage (none last), then id.
 * Coverage, essential coverage and null rules are those of `skillGap`, which explains each by line
 * (`requirementLines` gives the lines of a role).
 *
 * Cost: the lines that ask for a skill of the profile, and one sort of the roles; not the lines of all roles.
 *
 * @throws RangeError for options out of their range.
 */
export function profileFit(
  index: RequirementIndex,
  profile: Profile,
  options: ProfileFitOptions = {},
): ProfileFit {
  const { optionalWeight } = withDefaults(options);
  const { ids, rank } = index.table.roles;
  const held = heldSkills(index.table, profile, options);
  const sums = coverageSums(index, held.skills, held.proficiency);
  const isCandidate = candidateFlags(ids, options.candidates);
  const minCoverage = Math.max(0, options.minCoverage ?? 0);

  // −1 stands for null in both: it sorts last, and no coverage is negative.
  const coverage = new Float64Array(ids.length);
  const essentialCoverage = new Float64Array(ids.length);
  for (let role = 0; role < ids.length; role++) {
    const essential = sums.essential[role] as number;
    const optional = sums.optional[role] as number;
    coverage[role] = coverageFromSums(index, role, essential, optional, optionalWeight) ?? -1;
    essentialCoverage[role] = essentialCoverageFromSums(index, role, essential) ?? -1;
  }
  const compare = (a: number, b: number): number =>
    (coverage[b] as number) - (coverage[a] as number) ||
    (essentialCoverage[b] as number) - (essentialCoverage[a] as number) ||
    (rank[a] as number) - (rank[b] as number);

  const ranked = numbersThat(
    ids.length,
    (role) => isCandidate[role] === 1 && (coverage[role] as number) >= minCoverage,
  );
  const page = rankedPage(ranked, compare, options, (role): RoleFit => {
    const essential = essentialCoverage[role] as number;
    return {
      role: ids[role] as string,
      coverage: coverage[role] as number,
      essentialCoverage: essential < 0 ? null : essential,
      asked: linesOfRole(index.table, role),
      held: sums.heldLines[role] as number,
      ...openEssentials(index, role, held.proficiency),
      assumedLines: assumedLines(index, role),
      ...coverageTerms(index, role, held.proficiency, optionalWeight, options.terms),
    };
  });
  const leftOut = numbersThat(
    ids.length,
    (role) => isCandidate[role] === 1 && (coverage[role] as number) < 0,
  ).length;
  const unknownSkills = skillsNobodyAsks(
    index,
    profile.map(({ skill }) => skill),
  );
  return { ...page, leftOut, unknownSkills };
}

function openEssentials(
  { table }: RequirementIndex,
  role: number,
  proficiency: Uint8Array,
): Pick<RoleFit, "missingEssential" | "insufficientEssential"> {
  const missing: number[] = [];
  const insufficient: number[] = [];
  const end = table.start[role + 1] as number;
  for (let line = table.start[role] as number; line < end; line++) {
    if (table.requirement[line] !== ESSENTIAL_CODE) continue;
    const have = proficiency[table.skill[line] as number] as number;
    if (have === 0) missing.push(line);
    else if (have < (table.proficiency[line] as number)) insufficient.push(line);
  }
  const byImportance = (a: number, b: number): number =>
    importanceAt(table, b) - importanceAt(table, a) ||
    (table.skills.rank[table.skill[a] as number] as number) -
      (table.skills.rank[table.skill[b] as number] as number);
  const toId = (line: number): string => table.skills.ids[table.skill[line] as number] as string;
  return {
    missingEssential: missing.sort(byImportance).map(toId),
    insufficientEssential: insufficient.sort(byImportance).map(toId),
  };
}

function assumedLines({ table }: RequirementIndex, role: number): number {
  let count = 0;
  const end = table.start[role + 1] as number;
  for (let line = table.start[role] as number; line < end; line++)
    if (!table.requirement[line] || !table.importance[line] || !table.proficiency[line]) count++;
  return count;
}
