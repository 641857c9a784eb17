import { overrideLines } from "../algorithms/scoring/requirements/combine-lines";
import type { RequirementLine } from "../algorithms/scoring/requirements/requirement-line";
import { linesOf, type RequirementsPart } from "../career-index/requirements/requirements-part";
import type { Context } from "../server/context";
import { badInput } from "../shared/errors";
import type { PositionInput } from "./profile.inputs";
import { missing, requireNode } from "./require-node";

/** A role level, or a role that has no levels: what `PositionInput` names. */
export interface Position {
  /** UUID of the role level or role, as `RequirementsPart.positions` knows it. */
  readonly id: string;
  readonly role: string;
  /** UUID of the specialization that was named; null: none. */
  readonly specialization: string | null;
  /** What it asks for, with its specialization where one was named. Empty: it asks nothing. */
  readonly lines: readonly RequirementLine[];
}

/**
 * What the argument names. Costs at most the SQL statements of one look-up for all arguments of a request.
 * @throws AppError BAD_USER_INPUT or NOT_FOUND with the path, e.g. `to.position.level`.
 */
export async function resolvePosition(
  context: Context,
  input: PositionInput,
  path: string,
): Promise<Position> {
  if (Boolean(input.role) === Boolean(input.roleLevel))
    throw badInput(path, "Give either role or roleLevel.");
  if (input.level && !input.role) throw badInput(`${path}.level`, "Only together with role.");
  const find = (field: keyof PositionInput, kind: Parameters<typeof requireNode>[2]) => {
    const by = input[field];
    return by ? requireNode(context, by, kind, `${path}.${field}`) : null;
  };
  const [requirements, role, level, roleLevel, specialization] = await Promise.all([
    context.careerIndex.requirements(),
    find("role", "ROLE"),
    find("level", "CAREER_LEVEL"),
    find("roleLevel", "ROLE_LEVEL"),
    find("specialization", "SPECIALIZATION"),
  ]);
  const ladderOf = (id: string) => requirements.ladders.get(id) ?? [];
  const found = (): { id: string; role: string } => {
    if (roleLevel) {
      const roleOfLevel = requirements.roleOf.get(roleLevel.uuid);
      if (roleOfLevel === undefined)
        throw badInput(`${path}.roleLevel`, "Its role is no longer in use.");
      return { id: roleLevel.uuid, role: roleOfLevel };
    }
    const roleId = role?.uuid as string;
    if (!level) return { id: ladderOf(roleId)[0]?.id ?? roleId, role: roleId };
    const entry = ladderOf(roleId).find(({ careerLevel }) => careerLevel === level.uuid);
    if (!entry) throw missing("ROLE_LEVEL", `${path}.level`);
    return { id: entry.id, role: roleId };
  };
  const position = found();
  const lines = linesOf(requirements, position.id) ?? [];
  if (!specialization) return { ...position, specialization: null, lines };
  const { uuid } = specialization;
  const at = `${path}.specialization`;
  return {
    ...position,
    specialization: uuid,
    lines: withSpecialization(requirements, position.role, lines, uuid, at),
  };
}

/**
 * What a role level asks for in one of the specializations of its role.
 * @throws AppError BAD_USER_INPUT at `path` for a specialization of another role.
 */
export function withSpecialization(
  { specializations }: RequirementsPart,
  role: string,
  lines: readonly RequirementLine[],
  specialization: string,
  path: string,
): readonly RequirementLine[] {
  const specialized = specializations.get(specialization);
  if (specialized?.role !== role) throw badInput(path, "This is no specialization of the role.");
  return overrideLines(lines, specialized.lines);
}
