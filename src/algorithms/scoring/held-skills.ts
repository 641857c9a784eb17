import type { RequirementIndex } from "./requirement-index";
import { toHoldings } from "./requirements/combine-lines";
import { withDefaults } from "./requirements/line-weight";
import type { Profile, ScoringOptions } from "./requirements/requirement-line";
import type { RequirementTable } from "./requirements/requirement-table";

/** A profile in the numbers of a table. */
export interface HeldSkills {
  /** By skill number: the proficiency that counts, 1 to 5; 0: not held. May be changed by who asked for it. */
  readonly proficiency: Uint8Array;
  /** Numbers of the held skills, ascending. */
  readonly skills: Uint32Array;
  /** Skills of the profile that no role of the table has ever asked for, in profile order. */
  readonly unknown: readonly string[];
}

/**
 * An unknown proficiency counts as `unstatedProficiency`, duplicates as in `toHoldings`. Cost: the skills of the table (one
 * byte each) and of the profile.
 *
 * @throws RangeError for options out of their range.
 */
export function heldSkills(
  table: RequirementTable,
  profile: Profile,
  options: ScoringOptions = {},
): HeldSkills {
  const { unstatedProficiency } = withDefaults(options);
  const proficiency = new Uint8Array(table.skills.ids.length);
  const skills: number[] = [];
  const unknown: string[] = [];
  for (const [skill, held] of toHoldings(profile)) {
    const number = table.skills.numberOf.get(skill);
    if (number === undefined) unknown.push(skill);
    else {
      proficiency[number] = held ?? unstatedProficiency;
      skills.push(number);
    }
  }
  return { proficiency, skills: Uint32Array.from(skills).sort(), unknown };
}

/**
 * Which of the skills no role of the table asks for, each once, in the order given. Unlike `unknown` this takes in skills that
 * were asked for before a change of the table and are not any more.
 */
export function skillsNobodyAsks(
  { table, askedBy }: RequirementIndex,
  skills: Iterable<string>,
): string[] {
  return [...new Set(skills)].filter((skill) => {
    const number = table.skills.numberOf.get(skill);
    return number === undefined || askedBy.start[number] === askedBy.start[number + 1];
  });
}
