import {
  type LevelCell as ComputedCell,
  type LevelMatrix as ComputedMatrix,
  levelMatrix,
} from "../algorithms/scoring/level-matrix";
import { linesOf, type RoleLevelEntry } from "../career-index/requirements/requirements-part";
import { missing, requireNode } from "../profiles/require-node";
import { withSpecialization } from "../profiles/resolve-position";
import type { Context } from "../server/context";
import type { LevelMatrixArgs } from "./level-matrix.inputs";
import type { LevelCell, LevelMatrix, NoMatrixReason } from "./level-matrix.types";

/**
 * Costs one SQL statement for the revision and those of looking up the arguments, however many levels are named.
 * @throws AppError BAD_USER_INPUT or NOT_FOUND with the path of the argument, e.g. `levels.1`.
 */
export async function answerLevelMatrix(
  context: Context,
  { role: roleBy, levels: levelsBy, specialization: specializationBy }: LevelMatrixArgs,
): Promise<LevelMatrix> {
  const [requirements, role, specialization, careerLevels] = await Promise.all([
    context.careerIndex.requirements(),
    requireNode(context, roleBy, "ROLE", "role"),
    specializationBy
      ? requireNode(context, specializationBy, "SPECIALIZATION", "specialization")
      : null,
    levelsBy
      ? Promise.all(
          levelsBy.map((by, at) => requireNode(context, by, "CAREER_LEVEL", `levels.${at}`)),
        )
      : null,
  ]);
  const linesAt = (level: string) => {
    const lines = linesOf(requirements, level) ?? [];
    return specialization
      ? withSpecialization(requirements, role.uuid, lines, specialization.uuid, "specialization")
      : lines;
  };
  // Also where there are no levels: a specialization of another role is a mistake in any case.
  linesAt(role.uuid);
  const ladder = requirements.ladders.get(role.uuid) ?? [];
  const chosen = careerLevels ? choose(ladder, careerLevels) : ladder;
  const matrix = levelMatrix(chosen.map((level) => ({ ...level, lines: linesAt(level.id) })));
  return { roleId: role.uuid, ...toShown(matrix), noLevelsReason: reasonOf(ladder, chosen) };
}

function reasonOf(
  ladder: readonly RoleLevelEntry[],
  chosen: readonly RoleLevelEntry[],
): NoMatrixReason | null {
  if (ladder.length === 0) return "ROLE_WITHOUT_LEVELS";
  return chosen.length === 0 ? "NO_LEVEL_CHOSEN" : null;
}

/** The levels of the ladder at these career levels, each once; none where the role has no levels at all. */
function choose(
  ladder: readonly RoleLevelEntry[],
  careerLevels: readonly { uuid: string }[],
): readonly RoleLevelEntry[] {
  if (ladder.length === 0) return [];
  const chosen = new Set<RoleLevelEntry>();
  for (const [at, { uuid }] of careerLevels.entries()) {
    const entry = ladder.find(({ careerLevel }) => careerLevel === uuid);
    if (!entry) throw missing("ROLE_LEVEL", `levels.${at}`);
    chosen.add(entry);
  }
  return [...chosen];
}

function toShown({
  levels,
  rows,
  inconsistencies,
}: ComputedMatrix): Pick<LevelMatrix, "levels" | "rows" | "inconsistencies"> {
  return {
    levels: levels.map(({ level, rank, below }) => ({
      roleLevelId: level,
      rank,
      belowId: below,
    })),
    rows: rows.map(({ skill, cells }) => ({
      skillId: skill,
      cells: cells.map((cell, at) => toCell(cell, levels[at]?.level ?? "")),
    })),
    inconsistencies: inconsistencies.map((each) => ({
      ...each,
      skillId: each.skill,
      roleLevelId: each.level,
      lowerRoleLevelId: each.lowerLevel,
    })),
  };
}

// Property by property: spreading thousands of cells costs more than computing them.
function toCell(cell: ComputedCell | null, roleLevelId: string): LevelCell {
  return {
    roleLevelId,
    isAsked: cell !== null,
    proficiency: cell?.proficiency ?? null,
    importance: cell?.importance ?? null,
    requirement: cell?.requirement ?? null,
    isNew: cell?.isNew ?? false,
    delta: cell?.delta ?? null,
  };
}
