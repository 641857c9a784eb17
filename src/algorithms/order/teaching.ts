/** What has to be learned of a skill. Steps of a `LearningPath` can be handed over as they are. */
export interface LearningGap {
  readonly skill: string;
  /** Proficiency held, 0 (none) to 4. */
  readonly from: number;
  /** Proficiency to be reached, 1 to 5. */
  readonly to: number;
  /** What one level of it is worth beside one of another skill, above 0. Default 1. */
  readonly weight?: number;
}

export interface LearningOffer {
  readonly id: string;
  /** Null: unknown; then it cannot be planned with. */
  readonly minutes: number | null;
  /** Price; null: unknown, which is not 0. */
  readonly cost: number | null;
  readonly teaches: readonly {
    readonly skill: string;
    /** Proficiency it starts from; null counts as 0. */
    readonly fromProficiency: number | null;
    /** Proficiency it leads to; null counts as one level more than it starts from, the least that teaching can mean. */
    readonly toProficiency: number | null;
  }[];
  /** What one has to have to follow it; a null proficiency counts as 1. */
  readonly needs?: readonly { readonly skill: string; readonly proficiency: number | null }[];
}

/** An offer in terms of the gaps, by their positions. */
export interface Course {
  readonly offer: LearningOffer;
  readonly minutes: number;
  /** Unknown counts as 0 here: it only occurs where the price does not matter. */
  readonly cost: number;
  readonly teaches: readonly { readonly gap: number; readonly from: number; readonly to: number }[];
  readonly needs: readonly { readonly gap: number; readonly level: number }[];
}

/** A level or more of a gap that a course closes. */
export interface Lesson {
  readonly course: Course;
  readonly gap: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The offer as a course; null when it teaches nothing that is missing, or needs something that is neither held nor
 * learned.
 */
export function toCourse(
  offer: LearningOffer,
  gaps: readonly LearningGap[],
  gapOf: ReadonlyMap<string, number>,
  have: ReadonlyMap<string, number>,
): Course | null {
  const teaches = offer.teaches.flatMap(({ skill, fromProficiency, toProficiency }) => {
    const gap = gapOf.get(skill);
    if (gap === undefined) return [];
    const from = fromProficiency ?? 0;
    const to = Math.min(toProficiency ?? from + 1, gaps[gap]?.to as number);
    return to > Math.max(from, gaps[gap]?.from as number) ? [{ gap, from, to }] : [];
  });
  const needs: { gap: number; level: number }[] = [];
  for (const { skill, proficiency } of offer.needs ?? []) {
    const level = proficiency ?? 1;
    if ((have.get(skill) ?? 0) >= level) continue;
    const gap = gapOf.get(skill);
    if (gap === undefined || (gaps[gap]?.to as number) < level) return null;
    if ((gaps[gap]?.from as number) < level) needs.push({ gap, level });
  }
  if (teaches.length === 0 || offer.minutes === null) return null;
  return { offer, minutes: offer.minutes, cost: offer.cost ?? 0, teaches, needs };
}

/**
 * The level of each gap that courses lead to together, in whatever order helps: a course teaches from the level it
 * starts from to the one it leads to, once that is reached and what it needs is there. Levels only rise, so the order
 * of trying does not change where they end.
 *
 * `lessons`, when given, receives what each course added, in order.
 *
 * Cost: O(what the courses teach) times the levels, at most.
 */
export function reachedLevels(
  start: readonly number[],
  courses: readonly Course[],
  lessons?: Lesson[],
): number[] {
  const levels = [...start];
  for (let isRising = true; isRising; ) {
    isRising = false;
    for (const course of courses) {
      if (!course.needs.every(({ gap, level }) => (levels[gap] as number) >= level)) continue;
      for (const { gap, from, to } of course.teaches) {
        const level = levels[gap] as number;
        if (from > level || to <= level) continue;
        lessons?.push({ course, gap, from: level, to });
        levels[gap] = to;
        isRising = true;
      }
    }
  }
  return levels;
}
