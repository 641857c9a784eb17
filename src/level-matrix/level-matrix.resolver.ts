import { Args, type ClassType, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { requireLoaded, requireLoadedOrNull } from "../nodes/require-loaded";
import { makeSkillResolver } from "../profiles/skill-field.resolver";
import { Role } from "../roles/role.entity";
import { RoleLevel } from "../roles/role-level.entity";
import type { Context } from "../server/context";
import { LevelMatrixArgs } from "./level-matrix.inputs";
import { answerLevelMatrix } from "./level-matrix.service";
import {
  LevelCell,
  LevelInconsistency,
  LevelMatrix,
  LevelMatrixRow,
  MatrixLevel,
} from "./level-matrix.types";

@Resolver(() => LevelMatrix)
export class LevelMatrixResolver {
  @Query(() => LevelMatrix, {
    nullable: true,
    description:
      "Skills and technologies × levels of a role side by side, with differences to the level below and proficiencies that fall when rank rises. What is asked for at every level of the role stands at each of them. Null only when it failed; `errors` says why.",
  })
  levelMatrix(@Args(() => LevelMatrixArgs) args: LevelMatrixArgs, @Ctx() context: Context) {
    return answerLevelMatrix(context, args);
  }

  @FieldResolver(() => Role, { description: "The role whose levels are compared." })
  role(@Root() { roleId }: LevelMatrix, @Ctx() { loaders }: Context): Promise<Role> {
    return requireLoaded(loaders.nodes.byId.load(roleId), Role);
  }
}

/** What stands at one level, by UUID. */
interface AtLevel {
  roleLevelId: string;
}

function makeRoleLevelResolver(type: ClassType<AtLevel>, description: string): ClassType<object> {
  @Resolver(() => type)
  class RoleLevelResolver {
    @FieldResolver(() => RoleLevel, { description })
    roleLevel(@Root() { roleLevelId }: AtLevel, @Ctx() { loaders }: Context): Promise<RoleLevel> {
      return requireLoaded(loaders.nodes.byId.load(roleLevelId), RoleLevel);
    }
  }
  return RoleLevelResolver;
}

@Resolver(() => MatrixLevel)
export class MatrixLevelResolver {
  @FieldResolver(() => RoleLevel, {
    nullable: true,
    description:
      "The level among the compared ones that differences are taken to: the next lower rank on the same track and branch, or where that begins, of all; null for one with nothing below.",
  })
  below(@Root() { belowId }: MatrixLevel, @Ctx() { loaders }: Context): Promise<RoleLevel | null> {
    return requireLoadedOrNull(belowId, (id) => loaders.nodes.byId.load(id), RoleLevel);
  }
}

@Resolver(() => LevelInconsistency)
export class LevelInconsistencyResolver {
  @FieldResolver(() => RoleLevel, { description: "The lower level, which asks for more." })
  lowerRoleLevel(
    @Root() { lowerRoleLevelId }: LevelInconsistency,
    @Ctx() { loaders }: Context,
  ): Promise<RoleLevel> {
    return requireLoaded(loaders.nodes.byId.load(lowerRoleLevelId), RoleLevel);
  }
}

export const LEVEL_MATRIX_FIELDS = [
  makeRoleLevelResolver(MatrixLevel, "The level that heads this column."),
  makeRoleLevelResolver(LevelCell, "The level that this cell stands at."),
  makeRoleLevelResolver(LevelInconsistency, "The higher level, which asks for less."),
  makeSkillResolver(LevelMatrixRow),
  makeSkillResolver(LevelInconsistency),
];
