import { strictestLines, toHoldings } from "./requirements/combine-lines";
import { compareIds } from "./requirements/id-list";
import { assumptionsOf, fulfilment, lineWeight, withDefaults } from "./requirements/line-weight";
import type {
  Assumption,
  HeldSkill,
  NecessityName,
  Profile,
  RequirementLine,
  ScoringOptions,
} from "./requirements/requirement-line";

/**
 * `MISSING`: not held. `INSUFFICIENT`: held below what is asked for. `MET`: held as asked for, or asked for without a
 * proficiency. `SURPLUS`: held above what is asked for.
 */
export type GapStatus = "MET" | "INSUFFICIENT" | "MISSING" | "SURPLUS";

export interface GapLine {
  readonly skill: string;
  /** Whether the profile has the skill at all; tells a null `have` that is unknown from one that is not held. */
  readonly held: boolean;
  /** Stated proficiency, 1 to 5; null: not held, or held at an unknown one. */
  readonly have: number | null;
  /** Proficiency asked for, 1 to 5; null: unknown. */
  readonly need: number | null;
  readonly requirement: NecessityName | null;
  readonly importance: number | null;
  /** w, 0 to 1. */
  readonly weight: number;
  /** min(1, have / need), 0 to 1. */
  readonly fulfilment: number;
  /** w × fulfilment / Σw: the line's part of coverage. All of them add up to it. 0 when coverage is null. */
  readonly contribution: number;
  /** What coverage would rise by if the line were met: w × (1 − fulfilment) / Σw. 0 when coverage is null. */
  readonly gain: number;
  /** w × max(0, need − have) / need, 0 to w: how much the gap weighs. */
  readonly severity: number;
  readonly status: GapStatus;
  readonly assumed: readonly Assumption[];
}

export interface SkillGap {
  /** 0 to 1; null when nothing is asked for or nothing that is asked for weighs anything. */
  readonly coverage: number | null;
  /** The same over essential lines alone; null when there is none. */
  readonly essentialCoverage: number | null;
  /** Most severe first, then heaviest, then by id. */
  readonly lines: readonly GapLine[];
  /** Number of lines by status. */
  readonly counts: Readonly<Record<GapStatus, number>>;
  /** Number of lines with at least one assumption. */
  readonly assumedLines: number;
  /** Skills of the profile that are not asked for, by id. */
  readonly notAsked: readonly HeldSkill[];
}

/**
 * What a profile has of what is asked for, and what is missing.
 *
 *   coverage = Σ w_s × min(1, have_s / need_s) / Σ w_s          0 to 1
 *
 * An importance-weighted mean of fulfilment (formula of this project; w as in `lineWeight`). It is asymmetric: the skills of a
 * profile that are not asked for change nothing. A better profile (one more skill, or a higher proficiency) never lowers it.
 * For the gap between two roles or levels hand over `profileOf(lines of the first)`.
 *
 * Null rule: a null `need` is met by any statement. A skill held at an unknown proficiency counts as `unstatedProficiency`
 * (default 1). Null importance and requirement: see `lineWeight`. Each line says what it assumes. Duplicates: a skill that is
 * held twice counts with the highest proficiency, one that is asked for twice with the strictest values.
 *
 * By hand, with SQL held at 2:
 *   SQL, ESSENTIAL, importance 4, need 4:   w = 0.8,  fulfilment 2/4,  severity 0.8 × 2/4 = 0.4
 *   Git, OPTIONAL, importance 4, need 3:    w = 0.4,  not held,        severity 0.4
 *   coverage = 0.8 × 0.5 / (0.8 + 0.4) = 1/3; essentialCoverage = 1/2; learning Git gains 0.4 / 1.2 = 1/3.
 *
 * Cost: n log n in the lines.
 *
 * @throws RangeError for options out of their range.
 */
export function skillGap(
  profile: Profile,
  asked: readonly RequirementLine[],
  options: ScoringOptions = {},
): SkillGap {
  const { optionalWeight, unstatedProficiency } = withDefaults(options);
  const holdings = toHoldings(profile);
  const requirements = strictestLines(asked);
  const totalWeight = sum(requirements.map((line) => lineWeight(line, optionalWeight)));
  const share = totalWeight === 0 ? 0 : 1 / totalWeight;

  const unordered = requirements.map((line): GapLine => {
    const have = holdings.get(line.skill);
    const weight = lineWeight(line, optionalWeight);
    const met = fulfilment(have, line.proficiency, unstatedProficiency);
    const severity = weight * (1 - met);
    return {
      skill: line.skill,
      held: have !== undefined,
      have: have ?? null,
      need: line.proficiency,
      requirement: line.requirement,
      importance: line.importance,
      weight,
      fulfilment: met,
      contribution: weight * met * share,
      gain: severity * share,
      severity,
      status: statusOf(have, line.proficiency, unstatedProficiency),
      assumed: assumedFor(line, have),
    };
  });
  const lines = unordered.toSorted(bySeverity);

  const counts = { MET: 0, INSUFFICIENT: 0, MISSING: 0, SURPLUS: 0 };
  for (const { status } of lines) counts[status]++;
  const asking = new Set(lines.map(({ skill }) => skill));
  return {
    coverage: coverageOf(unordered),
    essentialCoverage: coverageOf(
      unordered.filter(({ requirement }) => requirement === "ESSENTIAL"),
    ),
    lines,
    counts,
    assumedLines: lines.filter(({ assumed }) => assumed.length > 0).length,
    notAsked: [...holdings]
      .filter(([skill]) => !asking.has(skill))
      .map(([skill, proficiency]) => ({ skill, proficiency }))
      .sort((a, b) => compareIds(a.skill, b.skill)),
  };
}

function statusOf(
  have: number | null | undefined,
  need: number | null,
  unstatedProficiency: number,
): GapStatus {
  if (have === undefined) return "MISSING";
  if (need === null) return "MET";
  const counted = have ?? unstatedProficiency;
  if (counted < need) return "INSUFFICIENT";
  // An unknown proficiency may do, but that it exceeds is more than anybody said.
  return counted > need && have !== null ? "SURPLUS" : "MET";
}

function assumedFor(line: RequirementLine, have: number | null | undefined): Assumption[] {
  const assumed = assumptionsOf(line);
  if (have === null && line.proficiency !== null) assumed.push("HELD_PROFICIENCY");
  return assumed;
}

/** Both sums run in the same order, so that a list that is met in full has exactly 1 and never more. */
function coverageOf(lines: readonly GapLine[]): number | null {
  const total = sum(lines.map(({ weight }) => weight));
  return total === 0 ? null : sum(lines.map((line) => line.weight * line.fulfilment)) / total;
}

function bySeverity(a: GapLine, b: GapLine): number {
  return b.severity - a.severity || b.weight - a.weight || compareIds(a.skill, b.skill);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
