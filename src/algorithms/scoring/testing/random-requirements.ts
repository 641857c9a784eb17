import fc from "fast-check";

/** Few ids, so that duplicates, shared skills and ties are the rule; values with nulls. */
export const SKILLS = ["s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7"];
export const ROLES = ["r0", "r1", "r2", "r3", "r4", "r5"];

const onScale = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
const aSkill = fc.constantFrom(...SKILLS);

export const aLine = fc.record({
  skill: aSkill,
  requirement: fc.constantFrom("ESSENTIAL" as const, "OPTIONAL" as const, null),
  importance: onScale,
  proficiency: onScale,
});

/** Possibly none, possibly several for one skill. */
export const someLines = fc.array(aLine, { maxLength: 10 });

export const aProfile = fc.array(fc.record({ skill: aSkill, proficiency: onScale }), {
  maxLength: 10,
});

/** Roles with their lines; some ask nothing. */
export const someRoles = fc
  .subarray(ROLES, { minLength: 1 })
  .chain((roles) => fc.tuple(...roles.map((role) => fc.tuple(fc.constant(role), someLines))));

export const optionalWeight = fc.constantFrom(0, 0.25, 0.5, 1);

/** Every run of the tests sees the same graphs. */
export const SEEDED = { seed: 20_240_607, numRuns: 200 };
