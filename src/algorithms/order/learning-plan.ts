import { chooseCourses, type Limits } from "./greedy-cover";
import {
  type Course,
  type LearningGap,
  type LearningOffer,
  type Lesson,
  reachedLevels,
  toCourse,
} from "./teaching";

export interface PlanQuestion {
  /** At most one for each skill. */
  readonly gaps: readonly LearningGap[];
  readonly offers: readonly LearningOffer[];
  /** Proficiency of the skills that are held, for what offers need; 1 where it is unknown. */
  readonly have?: ReadonlyMap<string, number>;
  /** Most minutes in all. Default: no limit. */
  readonly maxMinutes?: number;
  /** Highest price in all. Default: no limit. */
  readonly maxCost?: number;
}

export interface SkillLevels {
  readonly skill: string;
  readonly from: number;
  readonly to: number;
}

export interface PlannedOffer {
  readonly id: string;
  readonly minutes: number;
  readonly cost: number | null;
  /** What it adds when its turn comes, by id of the skill. */
  readonly covers: readonly SkillLevels[];
}

/**
 * Why levels are left: `NO_OFFER`: no offers that can be planned with lead there; `LIMIT`: some do, but not within the
 * limits and beside what was chosen.
 */
export type UncoveredReason = "NO_OFFER" | "LIMIT";

export interface LearningPlan {
  /** In an order in which each builds on those before it. */
  readonly offers: readonly PlannedOffer[];
  /** What is left of the gaps, by id of the skill, lower levels first. */
  readonly uncovered: readonly (SkillLevels & { readonly reason: UncoveredReason })[];
  readonly totalMinutes: number;
  /** Null when a price is unknown. */
  readonly totalCost: number | null;
  /** Offers that teach a skill of the gaps and that were left out since their duration is unknown. */
  readonly withoutMinutes: number;
  /** The same for an unknown price; only with `maxCost`. */
  readonly withoutCost: number;
}

/**
 * Offers that close gaps in little time: greedy weighted set cover, not a proven minimum.
 *
 * What is covered are levels: the gap 1→4 of a skill is three elements, and an offer that teaches 2→5 covers two of
 * them. Again and again the offer is taken that costs the fewest minutes for the weight of the levels it newly covers,
 * equals by id. Levels chain: 2→4 needs 0→2 before it, from another offer if not held. Levels that no chain of offers
 * leads to are no elements. Then what turned out not to be needed is dropped, and what could not be used for want of
 * what it builds on; while there is room, more is taken.
 *
 * Bound (V. Chvátal, "A Greedy Heuristic for the Set-Covering Problem", Math. of OR 4(3), 1979): without limits,
 * without `needs` and with equal weights the minutes are at most H(d) = 1 + 1/2 + … + 1/d ≤ 1 + ln d times the fewest
 * possible, d being the most levels that one offer covers. With different weights at most 1 + ln(W/w) times, W the
 * largest weight that one offer covers, w the least of a level. Without limits everything is covered that offers lead
 * to. With limits neither is promised.
 *
 * By hand: gaps SQL 0→2, Git 0→1; A teaches SQL 0→2 in 60 minutes, B SQL 0→1 and Git 0→1 in 40, C SQL 1→2 in 30. First
 * B (20 a level), then C (30; A would cost 60 for the one level that is left): 70 minutes.
 *
 * Cost: O(chosen × what all offers teach), more under tight limits.
 *
 * @throws RangeError for a gap that is none or comes twice, a weight that is not above 0, and negative minutes, prices
 * or limits.
 */
export function learningPlan(question: PlanQuestion): LearningPlan {
  const { offers, have = new Map(), maxMinutes = Infinity, maxCost = Infinity } = question;
  const gaps = question.gaps.toSorted((a, b) => (a.skill < b.skill ? -1 : 1));
  checkQuestion(gaps, offers, { maxMinutes, maxCost });
  const gapOf = new Map(gaps.map(({ skill }, position) => [skill, position]));
  const teaching = offers.filter(({ teaches }) => teaches.some(({ skill }) => gapOf.has(skill)));
  const isPriced = ({ cost }: LearningOffer) => maxCost === Infinity || cost !== null;
  const courses = teaching
    .filter(isPriced)
    .map((offer) => toCourse(offer, gaps, gapOf, have))
    .filter((course) => course !== null)
    .sort((a, b) => (a.offer.id < b.offer.id ? -1 : 1));

  const start = gaps.map(({ from }) => from);
  const weights = gaps.map(({ weight = 1 }) => weight);
  const chosen = inOrder(start, chooseCourses(start, weights, courses, { maxMinutes, maxCost }));
  const lessons: Lesson[] = [];
  const levels = reachedLevels(start, chosen, lessons);
  const possible = reachedLevels(start, courses);
  return {
    offers: chosen.map((course) => toPlanned(course, lessons, gaps)),
    uncovered: gaps.flatMap(({ skill, to }, gap) =>
      [
        {
          skill,
          from: levels[gap] as number,
          to: possible[gap] as number,
          reason: "LIMIT" as const,
        },
        { skill, from: possible[gap] as number, to, reason: "NO_OFFER" as const },
      ].filter((left) => left.from < left.to),
    ),
    totalMinutes: chosen.reduce((sum, { minutes }) => sum + minutes, 0),
    totalCost: chosen.some(({ offer }) => offer.cost === null)
      ? null
      : chosen.reduce((sum, { cost }) => sum + cost, 0),
    withoutMinutes: teaching.filter(({ minutes }) => minutes === null).length,
    withoutCost: teaching.filter((offer) => !isPriced(offer)).length,
  };
}

/** Each course when it can be followed in full; where that never comes, when part of it can; equals by id. */
function inOrder(start: readonly number[], chosen: readonly Course[]): Course[] {
  const left = chosen.toSorted((a, b) => (a.offer.id < b.offer.id ? -1 : 1));
  const ordered: Course[] = [];
  while (left.length > 0) {
    const levels = reachedLevels(start, ordered);
    const isReady = ({ needs }: Course) =>
      needs.every(({ gap, level }) => (levels[gap] as number) >= level);
    const hasBegun = ({ gap, from }: { gap: number; from: number }) =>
      from <= (levels[gap] as number);
    const next =
      left.find((course) => isReady(course) && course.teaches.every(hasBegun)) ??
      left.find((course) => isReady(course) && course.teaches.some(hasBegun)) ??
      (left[0] as Course);
    ordered.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return ordered;
}

function toPlanned(
  course: Course,
  lessons: readonly Lesson[],
  gaps: readonly LearningGap[],
): PlannedOffer {
  return {
    id: course.offer.id,
    minutes: course.minutes,
    cost: course.offer.cost,
    covers: lessons
      .filter((lesson) => lesson.course === course)
      .sort((a, b) => a.gap - b.gap)
      .map(({ gap, from, to }) => ({ skill: gaps[gap]?.skill as string, from, to })),
  };
}

function checkQuestion(
  gaps: readonly LearningGap[],
  offers: readonly LearningOffer[],
  limits: Limits,
): void {
  gaps.forEach(({ skill, from, to, weight = 1 }, position) => {
    if (skill === gaps[position - 1]?.skill) throw new RangeError(`two gaps of ${skill}`);
    if (!(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < to && to <= 5))
      throw new RangeError(`no gap of ${skill}: from ${from} to ${to}`);
    if (!(weight > 0)) throw new RangeError(`the weight of ${skill} must be above 0: ${weight}`);
  });
  for (const { id, minutes, cost } of offers)
    if (!((minutes ?? 0) >= 0 && (cost ?? 0) >= 0))
      throw new RangeError(`minutes and price of ${id} must be 0 or more`);
  if (!(limits.maxMinutes >= 0 && limits.maxCost >= 0))
    throw new RangeError("maxMinutes and maxCost must be 0 or more");
}
