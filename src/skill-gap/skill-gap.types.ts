import { Extensions, Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import type {
  Assumption,
  NecessityName,
} from "../algorithms/scoring/requirements/requirement-line";
import type { GapStatus } from "../algorithms/scoring/skill-gap";
import { MAX_HELD_SKILLS } from "../profiles/profile.inputs";
import { AssumptionEnum } from "../profiles/score.types";
import { Necessity, PROFICIENCY_SCALE } from "../shared/scales";

/** As many as a profile may hold. */
const MAX_HELD = 2 * MAX_HELD_SKILLS;

export const GapStatusEnum: { readonly [S in GapStatus]: S } = {
  MET: "MET",
  INSUFFICIENT: "INSUFFICIENT",
  MISSING: "MISSING",
  SURPLUS: "SURPLUS",
};
registerEnumType(GapStatusEnum, {
  name: "GapStatus",
  description: "How what is held compares to what is asked for.",
  valuesConfig: {
    MET: { description: "It is held as asked for, or asked for without a proficiency." },
    INSUFFICIENT: { description: "It is held below what is asked for." },
    MISSING: { description: "It is not held at all." },
    SURPLUS: { description: "It is held above what is asked for." },
  },
});

export type NoCoverageReason = "NOTHING_ASKED" | "NOTHING_WEIGHS";
export const NoCoverageReasonEnum: { readonly [R in NoCoverageReason]: R } = {
  NOTHING_ASKED: "NOTHING_ASKED",
  NOTHING_WEIGHS: "NOTHING_WEIGHS",
};
registerEnumType(NoCoverageReasonEnum, {
  name: "NoCoverageReason",
  description: "Why a skill gap has no coverage.",
  valuesConfig: {
    NOTHING_ASKED: {
      description: "Nobody states what is asked for, or the goal given names nothing.",
    },
    NOTHING_WEIGHS: {
      description: "All that is asked for is optional, and `optionalWeight` is 0.",
    },
  },
});

@ObjectType({
  description: "One skill or technology that is asked for, and what of it is there.",
})
export class GapLine {
  skillId!: string;

  @Field(() => Boolean, {
    description: "Whether it is held at all, be it at an unknown proficiency.",
  })
  isHeld!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: `Proficiency held: ${PROFICIENCY_SCALE}; null when it is not held or held at an unknown one, see \`isHeld\`.`,
  })
  have!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Proficiency asked for: ${PROFICIENCY_SCALE}; null when no source says, and then any proficiency meets it.`,
  })
  need!: number | null;

  @Field(() => Necessity, {
    nullable: true,
    description: "ESSENTIAL or OPTIONAL; null when the sources only mention it.",
  })
  requirement!: NecessityName | null;

  @Field(() => Int, {
    nullable: true,
    description: "How much it matters, 1 (little) to 5 (decisive); null when no source says.",
  })
  importance!: number | null;

  @Field(() => Float, {
    description:
      "What it weighs, 0 to 1: importance / 5, times `optionalWeight` unless it is ESSENTIAL. A null importance counts as 3, a null requirement as OPTIONAL.",
  })
  weight!: number;

  @Field(() => Float, {
    description:
      "How far it is met, 0 to 1: min(1, have / need); 0 when it is not held, 1 when it is held and nobody says how well it has to be mastered. Held at an unknown proficiency it counts as 1 of 5.",
  })
  fulfilment!: number;

  @Field(() => Float, {
    description:
      "Its part of coverage, 0 to 1: weight × fulfilment / the sum of all weights. The contributions of all lines add up to `coverage` within 1e-9. 0 when coverage is null.",
  })
  contribution!: number;

  @Field(() => Float, {
    description:
      "What coverage would rise by if it were met, 0 to 1: weight × (1 − fulfilment) / the sum of all weights. Gains and contributions of all lines add up to 1. 0 when coverage is null.",
  })
  gain!: number;

  @Field(() => Float, {
    description:
      "How much the gap weighs, 0 to `weight`: weight × max(0, need − have) / need, and `weight` when it is not held.",
  })
  severity!: number;

  @Field(() => GapStatusEnum, { description: "How what is held compares to what is asked for." })
  status!: GapStatus;

  @Field(() => [AssumptionEnum], {
    description: "Which values its numbers had to assume; empty when all are stated.",
  })
  assumptions!: readonly Assumption[];
}

@ObjectType({ description: "How many lines of a skill gap have which status." })
export class GapCounts {
  @Field(() => Int, { description: "Lines that are held as asked for." })
  met!: number;

  @Field(() => Int, { description: "Lines that are held below what is asked for." })
  insufficient!: number;

  @Field(() => Int, { description: "Lines that are not held at all." })
  missing!: number;

  @Field(() => Int, { description: "Lines that are held above what is asked for." })
  surplus!: number;

  @Field(() => Int, { description: "All lines, whatever their status." })
  total!: number;
}

@ObjectType({ description: "A skill or technology that somebody has, and how well." })
export class HeldSkill {
  skillId!: string;

  @Field(() => Int, {
    nullable: true,
    description: `How well it is mastered: ${PROFICIENCY_SCALE}; null when that is unknown.`,
  })
  proficiency!: number | null;
}

@ObjectType({
  description:
    "What somebody has of what is asked for, what is missing, and how the score is made.",
})
export class SkillGap {
  fromId!: string | null;
  toId!: string | null;
  allLines!: readonly GapLine[];

  @Field(() => String, {
    description:
      "Name of the formula of `coverage` and `essentialCoverage`: `COVERAGE`, an importance-weighted mean of fulfilment, a formula of this project.",
  })
  formula!: string;

  @Field(() => Float, {
    nullable: true,
    description:
      "How much of what is asked for is there, 0 to 1: Σ weight × min(1, have / need) / Σ weight over all lines. It goes one way: skills that are not asked for change nothing. Null when nothing is asked for or nothing of it weighs anything, see `noCoverageReason`; unknown is never 0. How nulls of single lines count is said at `GapLine.weight` and `GapLine.fulfilment`.",
  })
  coverage!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "The same formula over the ESSENTIAL lines alone, 0 to 1; null when there is none.",
  })
  essentialCoverage!: number | null;

  @Field(() => NoCoverageReasonEnum, {
    nullable: true,
    description: "Why there is no coverage; null when there is one.",
  })
  noCoverageReason!: NoCoverageReason | null;

  @Field(() => GapCounts, { description: "Number of lines by status, whatever lines are shown." })
  counts!: GapCounts;

  @Field(() => Int, {
    description: "Number of lines whose numbers had to assume something, whatever lines are shown.",
  })
  assumedLines!: number;

  @Extensions({ listSize: MAX_HELD })
  @Field(() => [HeldSkill], {
    description: "What is held but not asked for, in the order of ids; it changes no score.",
  })
  unaskedSkills!: readonly HeldSkill[];
}
