import { readdirSync } from "node:fs";
import { join } from "node:path";
import { RoleKind } from "../../../src/roles/role.entity";
import type { BatchBuilder } from "../batch-builder";
import { type Placed, readObject } from "../read-yaml";
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

function addResponsibilities(builder: BatchBuilder, { responsibilities }: Placed<RoleFile>): void {
  for (const { slug, name, description, axis } of responsibilities)
    if (name && description)
      addNode(builder, "RESPONSIBILITY", { slug, name, description }, { axis });
}

function addRole(builder: BatchBuilder, file: Placed<RoleFile>): void {
  const { role, levels, at } = file;
  const roleId = addNode(builder, "ROLE", role, { role_kind: RoleKind.OCCUPATION });
  builder.edge("BROADER", roleId, builder.id("ROLE_FAMILY", role.family, at), [curated({})]);

  const levelIds = new Map<string, string>();
  for (const [index, { level, title, typicalYears, description }] of levels.entries()) {
    const slug = roleLevelSlug(role.slug, level);
    const id = builder.node("ROLE_LEVEL", slug, { scheme: CURATED, key: `ROLE_LEVEL/${slug}` }, [
      curated({
        ...names(title, [], description),
        role_id: roleId,
        career_level_id: builder.id("CAREER_LEVEL", level, at),
        level_order: index + 1,
        typical_years_from: typicalYears?.from,
        typical_years_to: typicalYears?.to ?? undefined,
      }),
    ]);
    levelIds.set(level, id);
  }
  const levelId = (level: string): string => {
    const id = levelIds.get(level);
    if (!id) throw new Error(`${at}: the role has no level "${level}"`);
    return id;
  };

  for (const part of file.specializations ?? []) {
    const id = addNode(builder, "SPECIALIZATION", part);
    builder.edge("HAS_SPECIALIZATION", roleId, id, [curated({})]);
  }
  for (const [index, { slug, levels: at_levels }] of file.responsibilities.entries())
    for (const level of at_levels)
      builder.edge("DUTY", levelId(level), builder.id("RESPONSIBILITY", slug, at), [
        curated({ position: index + 1 }),
      ]);
  for (const { qualification, requirement, levels: at_levels } of file.qualifications ?? [])
    for (const level of at_levels)
      builder.edge(
        "QUALIFICATION",
        levelId(level),
        builder.id("QUALIFICATION", qualification, at),
        [curated({ requirement })],
      );

  const ids = levels.map(({ level }) => levelId(level));
  for (const row of file.skills)
    addMatrixRow(builder, ids, builder.id("SKILL", row.skill, at), row, `${at}: ${row.skill}`);
  for (const row of file.technologies)
    addMatrixRow(
      builder,
      ids,
      builder.id("TECHNOLOGY", row.technology, at),
      row,
      `${at}: ${row.technology}`,
    );
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
      throw new Error(`${at}: expected ${levelIds.length} values, found ${list.length}`);
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
