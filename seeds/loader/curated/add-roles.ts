import { readdirSync } from "node:fs";
import { join } from "node:path";
import { RoleKind } from "../../../src/roles/role.entity";
import type { BatchBuilder } from "../batch-builder";
import { type PlacedFile, readObject } from "../read-yaml";
import { CURATED, curated, names } from "../sources";
import { addNode } from "./add-nodes";
import { RoleFile, type SkillMatrixPart, type TechnologyMatrixPart } from "./role-rows";

/** Adds the roles of a folder, one file each: levels, specializations, duties, qualifications and requirements. */
export function addRoles(builder: BatchBuilder, folder: string): void {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => readObject(join(folder, file), RoleFile));
  for (const file of files) addResponsibilities(builder, file);
  for (const file of files) addRole(builder, file);
}

/** Slug of the node that stands for a role at a level. */
export function roleLevelSlug(role: string, level: string): string {
  return `${role}-${level}`;
}

function addResponsibilities(
  builder: BatchBuilder,
  { responsibilities }: PlacedFile<RoleFile>,
): void {
  for (const { slug, name, description, axis } of responsibilities)
    if (name && description)
      addNode(builder, "RESPONSIBILITY", { slug, name, description }, { axis });
}

function addRole(builder: BatchBuilder, file: PlacedFile<RoleFile>): void {
  const { role, levels } = file;
  const roleId = addNode(builder, "ROLE", role, { role_kind: RoleKind.OCCUPATION });
  builder.edge(
    "BROADER",
    roleId,
    builder.id("ROLE_FAMILY", role.family, file.placeOf("role", "family")),
    [curated({})],
  );

  const levelIds = new Map<string, string>();
  for (const [index, { level, title, typicalYears, description }] of levels.entries()) {
    const slug = roleLevelSlug(role.slug, level);
    const id = builder.node("ROLE_LEVEL", slug, { scheme: CURATED, key: `ROLE_LEVEL/${slug}` }, [
      curated({
        ...names(title, [], description),
        role_id: roleId,
        career_level_id: builder.id("CAREER_LEVEL", level, file.placeOf("levels", index)),
        level_order: index + 1,
        typical_years_from: typicalYears?.from,
        typical_years_to: typicalYears?.to ?? undefined,
      }),
    ]);
    levelIds.set(level, id);
  }
  const levelId = (level: string, at: string): string => {
    const id = levelIds.get(level);
    if (!id) throw new Error(`${at}: the role has no level "${level}"`);
    return id;
  };

  for (const part of file.specializations ?? []) {
    const id = addNode(builder, "SPECIALIZATION", part);
    builder.edge("HAS_SPECIALIZATION", roleId, id, [curated({})]);
  }
  for (const [index, { slug, levels: atLevels }] of file.responsibilities.entries()) {
    const at = file.placeOf("responsibilities", index);
    for (const level of atLevels)
      builder.edge("DUTY", levelId(level, at), builder.id("RESPONSIBILITY", slug, at), [
        curated({ position: index + 1 }),
      ]);
  }
  for (const [index, row] of file.qualifications?.entries() ?? []) {
    const at = file.placeOf("qualifications", index);
    const id = builder.id("QUALIFICATION", row.qualification, at);
    for (const level of row.levels)
      builder.edge("QUALIFICATION", levelId(level, at), id, [
        curated({ requirement: row.requirement }),
      ]);
  }

  const ids = levels.map(({ level }) => levelId(level, file.at));
  for (const [index, row] of file.skills.entries()) {
    const at = file.placeOf("skills", index);
    addMatrixRow(builder, ids, builder.id("SKILL", row.skill, at), row, at);
  }
  for (const [index, row] of file.technologies.entries()) {
    const at = file.placeOf("technologies", index);
    addMatrixRow(builder, ids, builder.id("TECHNOLOGY", row.technology, at), row, at);
  }
}

/** One requirement for each level that asks. */
function addMatrixRow(
  builder: BatchBuilder,
  levelIds: readonly string[],
  targetId: string,
  { requirement, importance, proficiency }: SkillMatrixPart | TechnologyMatrixPart,
  at: string,
): void {
  for (const list of [
    importance,
    proficiency,
    ...(Array.isArray(requirement) ? [requirement] : []),
  ])
    if (list.length !== levelIds.length)
      throw new Error(
        `${at}: expected ${levelIds.length} values, one for each level, found ${list.length}`,
      );
  for (const [index, levelId] of levelIds.entries()) {
    const asked = proficiency[index];
    if (asked === null || asked === undefined) continue;
    builder.edge("REQUIREMENT", levelId, targetId, [
      curated({
        requirement: Array.isArray(requirement) ? requirement[index] : requirement,
        importance: importance[index],
        proficiency: asked,
      }),
    ]);
  }
}
