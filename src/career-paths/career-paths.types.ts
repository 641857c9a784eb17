import { Extensions, Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { MAX_HOPS, MAX_PATHS } from "../algorithms/paths/career-paths";
import type { NoPathReason } from "../algorithms/paths/no-path-reason";
import type { MoveReason } from "../career-index/moves/moves-part";
import { makeComputedConnection } from "../nodes/computed-connection";
import { Node } from "../nodes/node.entity";
import type { Page } from "../paging/connection";
import { PROFICIENCY_SCALE } from "../shared/scales";

/** Why a hop exists; beside moves of the graph, from a profile to where it fits. */
export type HopReason = MoveReason | "PROFILE_FIT";

export const HopReasonEnum: { readonly [R in HopReason]: R } = {
  PROGRESSION: "PROGRESSION",
  RELATED_OCCUPATION: "RELATED_OCCUPATION",
  NEXT_LEVEL: "NEXT_LEVEL",
  NEAR_TRANSITION: "NEAR_TRANSITION",
  PROFILE_FIT: "PROFILE_FIT",
};
registerEnumType(HopReasonEnum, {
  name: "HopReason",
  description: "Why there is a hop from one place to another.",
  valuesConfig: {
    PROGRESSION: { description: "A source states the progression." },
    RELATED_OCCUPATION: { description: "A source lists the two as related occupations." },
    NEXT_LEVEL: { description: "The end is the next level of the same role." },
    NEAR_TRANSITION: {
      description:
        "The end is one of the 20 nearest feasible transitions, by the overlap of skills (see `transition`).",
    },
    PROFILE_FIT: {
      description:
        "The hop starts from a profile, and the end is one of the 20 places that the profile fits best, by coverage.",
    },
  },
});

/** Why an answer has no path. */
export type MissingPathReason = NoPathReason | "PROFILE_FITS_NOTHING";

export const MissingPathReasonEnum: { readonly [R in MissingPathReason]: R } = {
  SAME_NODE: "SAME_NODE",
  END_AVOIDED: "END_AVOIDED",
  TOO_MANY_HOPS: "TOO_MANY_HOPS",
  UNKNOWN_COST: "UNKNOWN_COST",
  AVOIDED: "AVOIDED",
  UNREACHABLE: "UNREACHABLE",
  PROFILE_FITS_NOTHING: "PROFILE_FITS_NOTHING",
};
registerEnumType(MissingPathReasonEnum, {
  name: "MissingPathReason",
  description: "Why there is no path.",
  valuesConfig: {
    SAME_NODE: { description: "Start and goal are the same place." },
    END_AVOIDED: { description: "The start or the goal is among what is to be avoided." },
    TOO_MANY_HOPS: { description: "Every path has more hops than `maxHops`; see `hopsNeeded`." },
    UNKNOWN_COST: { description: "Every path takes a hop whose cost is unknown." },
    AVOIDED: { description: "Every path leads through what is to be avoided." },
    UNREACHABLE: { description: "No chain of hops leads from the start to the goal." },
    PROFILE_FITS_NOTHING: {
      description: "Nobody asks for any skill of the profile, so that it leads nowhere.",
    },
  },
});

@ObjectType({ description: "A skill or technology that a hop brings." })
export class GainedSkillEdge {
  @Field(() => String, { description: "Cursor of this entry, for `after`." })
  cursor!: string;

  /** UUID of the skill or technology. */
  node!: string;

  @Field(() => Int, {
    description:
      "Proficiency held before the hop, 0 to 4; 0 when it is not held. A skill that is held at an unknown proficiency counts as 1.",
  })
  from!: number;

  @Field(() => Int, {
    description: `Proficiency that the end of the hop asks for: ${PROFICIENCY_SCALE}; 1 where none is stated.`,
  })
  to!: number;
}

export const GAINED_SKILLS = makeComputedConnection("GainedSkill", Node, GainedSkillEdge);

@ObjectType({ description: "One move of a path." })
export class CareerPathHop {
  /** UUIDs of the ends. */
  fromId!: string | null;
  toId!: string;

  @Field(() => Float, {
    description:
      "What it costs, 0 or more, rounded to nine decimal places; see `MoveCost`. From a position it compares the ends of the hop alone; from a profile all that was gained on earlier hops counts.",
  })
  cost!: number;

  @Field(() => [HopReasonEnum], { description: "Why the hop exists, at least one reason." })
  reasons!: HopReason[];

  @Field(() => Float, {
    nullable: true,
    description:
      "The score that a source gives the progression, 0 to 1; null when none is stated, which is not 0.",
  })
  statedScore!: number | null;

  /** The most severe gaps first, equals by id. */
  gained!: readonly Omit<GainedSkillEdge, "cursor">[];
}

@ObjectType({ description: "A way from the start to the goal." })
export class CareerPath {
  @Field(() => Float, {
    description: "The sum of the costs of its hops, exactly, in the unit of the chosen cost.",
  })
  totalCost!: number;

  @Extensions({ listSize: MAX_HOPS / 2 })
  @Field(() => [CareerPathHop], {
    description: `Its hops in their order, 1 to ${MAX_HOPS}. No place is visited twice.`,
  })
  hops!: CareerPathHop[];
}

@ObjectType({ description: "The cheapest ways from a start to a goal, or why there is none." })
export class CareerPaths {
  @Extensions({ listSize: MAX_PATHS })
  @Field(() => [CareerPath], {
    description:
      "The cheapest first, with equal costs the one with fewer hops, then by ids. Fewer than asked for when there are fewer; empty when there is none.",
  })
  paths!: CareerPath[];

  @Field(() => MissingPathReasonEnum, {
    nullable: true,
    description: "Why there is no path; null when there is one.",
  })
  missingPathReason!: MissingPathReason | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "With TOO_MANY_HOPS the fewest hops that would do, which may be more than `maxHops` can be; otherwise null.",
  })
  hopsNeeded!: number | null;

  @Field(() => Int, {
    description: "How many hops of the whole graph no path takes, since their cost is unknown.",
  })
  unknownHops!: number;

  @Field(() => Boolean, {
    description:
      "Whether no cheaper path exists. Always true from a position. False is possible from a profile, where the cost of a hop depends on the way before it and not all ways are followed: each cost is right, but a cheaper path may have been missed.",
  })
  isExact!: boolean;
}

@ObjectType({ description: "A role or role level within reach, with the cheapest way to it." })
export class ReachableRoleEdge {
  @Field(() => String, { description: "Cursor of this entry, for `after`." })
  cursor!: string;

  /** UUID of the role or role level. */
  node!: string;

  @Field(() => Float, {
    description:
      "What the hops of the way cost in all, in the unit of `cost`, rounded to nine decimal places.",
  })
  cost!: number;

  @Field(() => Int, { description: `How many hops the way has, 1 to ${MAX_HOPS}.` })
  hopsCount!: number;

  /** UUIDs of the places of the way, the last is `node`. */
  stopIds!: readonly string[];
  startId!: string | null;
}

export const REACHABLE_ROLES = makeComputedConnection("ReachableRole", Node, ReachableRoleEdge);

/** What the answer holds beside its page. */
export interface ReachableRoles extends Page<string, ReachableRoleEdge> {
  unknownHops: number;
  isProfileWithoutFit: boolean;
}
