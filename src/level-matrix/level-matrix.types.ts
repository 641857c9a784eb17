import { Extensions, Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type { NecessityName } from "../algorithms/scoring/requirements/requirement-line";
import { Necessity, PROFICIENCY_SCALE } from "../shared/scales";

/** The longest ladder that is known has so many levels. */
const LADDER = { listSize: 8 };
/** As many skills and technologies as one role asks for. */
const SKILLS = { listSize: 500 };

export type NoMatrixReason = "ROLE_WITHOUT_LEVELS" | "NO_LEVEL_CHOSEN";
export const NoMatrixReasonEnum: { readonly [R in NoMatrixReason]: R } = {
  ROLE_WITHOUT_LEVELS: "ROLE_WITHOUT_LEVELS",
  NO_LEVEL_CHOSEN: "NO_LEVEL_CHOSEN",
};
registerEnumType(NoMatrixReasonEnum, {
  name: "NoMatrixReason",
  description: "Why a level matrix has no levels.",
  valuesConfig: {
    ROLE_WITHOUT_LEVELS: { description: "No source states levels for the role." },
    NO_LEVEL_CHOSEN: { description: "The argument `levels` is an empty list." },
  },
});

@ObjectType({ description: "The head of one column of a level matrix." })
export class MatrixLevel {
  roleLevelId!: string;
  belowId!: string | null;

  @Field(() => Int, {
    description:
      "Its place in the ladder of the role, or where that is unknown the rank of the career level; the higher, the more senior. Branches may share a rank.",
  })
  rank!: number;
}

@ObjectType({ description: "What one level asks for of one skill or technology." })
export class LevelCell {
  roleLevelId!: string;

  @Field(() => Boolean, {
    description:
      "Whether the level asks for it. When it does not, nothing of it is known: all values are null.",
  })
  isAsked!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: `How well it has to be mastered: ${PROFICIENCY_SCALE}; null when no source says or it is not asked for.`,
  })
  proficiency!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "How much it matters, 1 (little) to 5 (decisive); null when no source says or it is not asked for.",
  })
  importance!: number | null;

  @Field(() => Necessity, {
    nullable: true,
    description:
      "ESSENTIAL or OPTIONAL; null when the sources only mention it or it is not asked for.",
  })
  requirement!: NecessityName | null;

  @Field(() => Boolean, {
    description:
      "Whether it is asked for here and not at the level below; false at a level with nothing below.",
  })
  isNew!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      "Proficiency here less that at the level below, −4 to 4; null when one of the two is not stated or not asked for, or nothing is below.",
  })
  delta!: number | null;
}

@ObjectType({ description: "One skill or technology at all levels of a level matrix." })
export class LevelMatrixRow {
  skillId!: string;

  @Extensions(LADDER)
  @Field(() => [LevelCell], {
    description: "One for each level, in the order of `LevelMatrix.levels`.",
  })
  cells!: readonly LevelCell[];
}

@ObjectType({
  description:
    "A required proficiency that falls when rank rises: it is probably wrong in one of the two places.",
})
export class LevelInconsistency {
  skillId!: string;
  roleLevelId!: string;
  lowerRoleLevelId!: string;

  @Field(() => Int, {
    description: `Proficiency that the higher level asks for: ${PROFICIENCY_SCALE}.`,
  })
  proficiency!: number;

  @Field(() => Int, {
    description: `Proficiency that the lower level asks for, which is more: ${PROFICIENCY_SCALE}.`,
  })
  lowerProficiency!: number;
}

@ObjectType({ description: "What the levels of a role ask for, side by side." })
export class LevelMatrix {
  roleId!: string;

  @Extensions(LADDER)
  @Field(() => [MatrixLevel], {
    description:
      "The levels compared, from the lowest rank up; equal ranks by track and branch. Empty when there are none, see `noLevelsReason`.",
  })
  levels!: readonly MatrixLevel[];

  @Extensions(SKILLS)
  @Field(() => [LevelMatrixRow], {
    description:
      "One for each skill or technology that any of the levels asks for, in the order of ids; as many as one role asks for, about 500 at most. Empty when they ask nothing.",
  })
  rows!: readonly LevelMatrixRow[];

  @Extensions({ listSize: 50 })
  @Field(() => [LevelInconsistency], {
    description:
      "Where a required proficiency falls when rank rises, in the order of rows, then of levels. Compared is the nearest level below that states a proficiency; a level that does not ask is no fall, since unknown is not 0.",
  })
  inconsistencies!: readonly LevelInconsistency[];

  @Field(() => NoMatrixReasonEnum, {
    nullable: true,
    description: "Why there are no levels; null when there are some.",
  })
  noLevelsReason!: NoMatrixReason | null;
}
