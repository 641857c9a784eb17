import { registerEnumType } from "type-graphql";

/** Lowest and highest value of the one proficiency scale and of the one importance scale. */
export const SCALE = { min: 1, max: 5 } as const;

/** Said wherever a proficiency is shown, so that the scale reads the same everywhere. */
export const PROFICIENCY_SCALE =
  "1 (aware), 2 (working), 3 (practitioner), 4 (advanced), 5 (expert)";

export enum Necessity {
  ESSENTIAL = "ESSENTIAL",
  OPTIONAL = "OPTIONAL",
}
registerEnumType(Necessity, {
  name: "Necessity",
  description: "How firmly something is asked for.",
  valuesConfig: {
    ESSENTIAL: { description: "Required: without it the person does not fit." },
    OPTIONAL: { description: "Typical, preferred or helpful, but not required." },
  },
});
