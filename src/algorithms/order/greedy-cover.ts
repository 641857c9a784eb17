import { type Course, reachedLevels } from "./teaching";

export interface Limits {
  readonly maxMinutes: number;
  readonly maxCost: number;
}

/**
 * The courses of a plan (see `learningPlan`), in no stated order. `courses` are sorted by id, which breaks ties.
 *
 * First cover: Chvátal's greedy rule over all levels that the courses lead to together, whatever builds on what.
 * Without limits it leaves no level out, and then every chain is complete: the level below is covered as well. Under
 * limits, and where courses need skills, something chosen may have nothing to build on: it is dropped, and more is
 * taken by what it adds right away. That always finds something while room and levels are left, since whatever all
 * courses reach together has a first course that is missing.
 */
export function chooseCourses(
  start: readonly number[],
  weights: readonly number[],
  courses: readonly Course[],
  limits: Limits,
): Course[] {
  const cover = firstCover(start, weights, courses, limits);
  let chosen = withoutNeedless(start, cover);
  for (;;) {
    const more = nextCourse(start, weights, courses, chosen, limits);
    if (!more) return chosen;
    chosen = withoutNeedless(start, [...chosen, more]);
  }
}

function firstCover(
  start: readonly number[],
  weights: readonly number[],
  courses: readonly Course[],
  limits: Limits,
): Course[] {
  const possible = reachedLevels(start, courses);
  /** For each gap the levels that are still to be covered. */
  const open = start.map((from, gap) => new Set(levelsBetween(from, possible[gap] as number)));
  const gainOf = (course: Course) =>
    course.teaches.reduce((sum, { gap, from, to }, position) => {
      // A course that names a skill twice covers a level once.
      const before = course.teaches.slice(0, position).filter((other) => other.gap === gap);
      const isCounted = (level: number) => before.some((o) => o.from < level && level <= o.to);
      const levels = levelsBetween(from, to).filter(
        (level) => open[gap]?.has(level) && !isCounted(level),
      );
      return sum + levels.length * (weights[gap] as number);
    }, 0);
  const gains = new Map(courses.map((course) => [course, gainOf(course)]));
  const chosen: Course[] = [];
  for (;;) {
    const best = cheapest(fitting(courses, chosen, limits), (course) => gains.get(course) ?? 0);
    if (!best) return chosen;
    chosen.push(best);
    const gaps = new Set(best.teaches.map(({ gap }) => gap));
    for (const { gap, from, to } of best.teaches)
      for (const level of levelsBetween(from, to)) open[gap]?.delete(level);
    for (const course of courses)
      if (course.teaches.some(({ gap }) => gaps.has(gap))) gains.set(course, gainOf(course));
  }
}

/** The course that is cheapest for what it adds to what was chosen; null when none adds anything within the limits. */
function nextCourse(
  start: readonly number[],
  weights: readonly number[],
  courses: readonly Course[],
  chosen: readonly Course[],
  limits: Limits,
): Course | null {
  const levels = reachedLevels(start, chosen);
  const possible = reachedLevels(start, courses);
  if (levels.every((level, gap) => level === possible[gap])) return null;
  return cheapest(fitting(courses, chosen, limits), (course) =>
    reachedLevels(start, [...chosen, course]).reduce(
      (sum, level, gap) => sum + (level - (levels[gap] as number)) * (weights[gap] as number),
      0,
    ),
  );
}

/** Drops what nothing is lost without, the longest first. */
function withoutNeedless(start: readonly number[], courses: readonly Course[]): Course[] {
  const total = (some: readonly Course[]) =>
    reachedLevels(start, some).reduce((sum, level) => sum + level, 0);
  let needed = [...courses];
  const longestFirst = courses.toSorted(
    (a, b) => b.minutes - a.minutes || (a.offer.id < b.offer.id ? 1 : -1),
  );
  for (const course of longestFirst) {
    const others = needed.filter((other) => other !== course);
    if (total(others) === total(needed)) needed = others;
  }
  return needed;
}

function fitting(courses: readonly Course[], chosen: readonly Course[], limits: Limits): Course[] {
  const minutes = limits.maxMinutes - chosen.reduce((sum, course) => sum + course.minutes, 0);
  const cost = limits.maxCost - chosen.reduce((sum, course) => sum + course.cost, 0);
  const taken = new Set(chosen);
  return courses.filter(
    (course) => !taken.has(course) && course.minutes <= minutes && course.cost <= cost,
  );
}

/** The first course with the fewest minutes for its gain; null when no course gains anything. */
function cheapest(courses: readonly Course[], gainOf: (course: Course) => number): Course | null {
  let best: { course: Course; gain: number } | null = null;
  for (const course of courses) {
    const gain = gainOf(course);
    if (gain > 0 && (!best || course.minutes * best.gain < best.course.minutes * gain))
      best = { course, gain };
  }
  return best?.course ?? null;
}

/** Levels above one up to another. */
function levelsBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + 1 + i);
}
