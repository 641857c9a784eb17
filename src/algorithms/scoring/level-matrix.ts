import { inLadderOrder, type LadderLevel, levelBelow } from "./level-ladder";
import { strictestLines } from "./requirements/combine-lines";
import { compareIds } from "./requirements/id-list";
import type { NecessityName, RequirementLine } from "./requirements/requirement-line";

export interface MatrixLevel extends LadderLevel {
  readonly lines: readonly RequirementLine[];
}

export interface LevelCell {
  readonly level: string;
  readonly proficiency: number | null;
  readonly importance: number | null;
  readonly requirement: NecessityName | null;
  /** Whether the level below does not ask for the skill. False for a level with nothing below. */
  readonly isNew: boolean;
  /** Proficiency here less that at the level below, −4 to 4; null when one of the two is not stated or not asked for. */
  readonly delta: number | null;
}

export interface LevelMatrixRow {
  readonly skill: string;
  /** One for each level, in the order of `levels`; null where the level does not ask for the skill. */
  readonly cells: readonly (LevelCell | null)[];
}

export interface MatrixLevelHead {
  readonly level: string;
  readonly rank: number;
  /** The level that deltas are taken to; null for the lowest. */
  readonly below: string | null;
}

/** A required proficiency that falls when rank rises. */
export interface LevelInconsistency {
  readonly skill: string;
  readonly level: string;
  readonly proficiency: number;
  /** The nearest level below that states a proficiency for the skill; it is higher there. */
  readonly lowerLevel: string;
  readonly lowerProficiency: number;
}

export interface LevelMatrix {
  /** In ladder order: lowest rank first. */
  readonly levels: readonly MatrixLevelHead[];
  /** One for each skill that any level asks for, by skill id. */
  readonly rows: readonly LevelMatrixRow[];
  /** By skill id, then in ladder order. */
  readonly inconsistencies: readonly LevelInconsistency[];
}

/**
 * Skills × levels of a role side by side. The level below is that of `levelBelow`, among the given levels: branches of equal
 * rank are both compared to the level below them, never to each other.
 *
 * An inconsistency looks further down than a delta: from level to level below it, to the first that states a proficiency for
 * the skill, so that a level in between that leaves the skill out hides nothing. Leaving out is no fall: unknown is not 0.
 *
 * By hand: SQL at junior 2, mid 4, senior not asked, staff 3. Deltas: junior null, mid +2, staff null (senior does not ask).
 * One inconsistency: staff 3 against mid 4.
 *
 * Duplicate lines: `strictestLines`. Cost: levels × skills, and the square of the levels.
 */
export function levelMatrix(levels: readonly MatrixLevel[]): LevelMatrix {
  const ordered = inLadderOrder(levels);
  const below = ordered.map((level) => positionOfBelow(ordered, level));
  const linesOf = ordered.map(
    ({ lines }) => new Map(strictestLines(lines).map((line) => [line.skill, line])),
  );
  const skills = [...new Set(linesOf.flatMap((lines) => [...lines.keys()]))].sort(compareIds);
  const belowOf = (at: number): number | null => below[at] ?? null;
  const lineOf = (at: number | null, skill: string): RequirementLine | undefined =>
    at === null ? undefined : linesOf[at]?.get(skill);

  const cellOf = (skill: string, at: number): LevelCell | null => {
    const line = lineOf(at, skill);
    if (line === undefined) return null;
    const base = lineOf(belowOf(at), skill);
    return {
      level: (ordered[at] as MatrixLevel).id,
      proficiency: line.proficiency,
      importance: line.importance,
      requirement: line.requirement,
      isNew: belowOf(at) !== null && base === undefined,
      delta: difference(line.proficiency, base?.proficiency ?? null),
    };
  };

  const fallOf = (skill: string, at: number): LevelInconsistency | null => {
    const proficiency = lineOf(at, skill)?.proficiency ?? null;
    if (proficiency === null) return null;
    let lower = belowOf(at);
    while (lower !== null && (lineOf(lower, skill)?.proficiency ?? null) === null)
      lower = belowOf(lower);
    const lowerProficiency = lineOf(lower, skill)?.proficiency ?? null;
    if (lower === null || lowerProficiency === null || lowerProficiency <= proficiency) return null;
    return {
      skill,
      level: (ordered[at] as MatrixLevel).id,
      proficiency,
      lowerLevel: (ordered[lower] as MatrixLevel).id,
      lowerProficiency,
    };
  };

  const positions = ordered.map((_, at) => at);
  return {
    levels: ordered.map(({ id, rank }, at) => {
      const lower = belowOf(at);
      return { level: id, rank, below: lower === null ? null : (ordered[lower]?.id ?? null) };
    }),
    rows: skills.map((skill) => ({ skill, cells: positions.map((at) => cellOf(skill, at)) })),
    inconsistencies: skills.flatMap((skill) =>
      positions.map((at) => fallOf(skill, at)).filter((fall) => fall !== null),
    ),
  };
}

function positionOfBelow(ordered: readonly MatrixLevel[], level: MatrixLevel): number | null {
  const lower = levelBelow(ordered, level);
  return lower === null ? null : ordered.indexOf(lower);
}

function difference(value: number | null, base: number | null): number | null {
  return value === null || base === null ? null : value - base;
}
