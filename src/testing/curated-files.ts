import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { PROJECT_ROOT } from "../shared/project-root";

/** The curated seed files as they stand, read without the loader that is tested with them. */

const FOLDER = join(PROJECT_ROOT, "seeds", "curated");

/** What a file holds, e.g. `prerequisites.yaml`. */
export function readCurated<Content>(file: string): Content {
  return parse(readFileSync(join(FOLDER, file), "utf8")) as Content;
}

/** The parts of a role's file that tests compare with. */
export interface CuratedRole {
  role: { slug: string; name: string; family: string };
  levels: { level: string; title: string }[];
  specializations?: { slug: string }[];
  skills: (Matrix & { skill: string })[];
  technologies: (Matrix & { technology: string })[];
}

/** One row for all levels, in their order; null where a level does not ask. */
interface Matrix {
  requirement: string | (string | null)[];
  importance: (number | null)[];
  proficiency: (number | null)[];
}

/** What a role asks for at one of its levels. */
export interface CuratedRequirement {
  role: string;
  level: string;
  kind: "SKILL" | "TECHNOLOGY";
  slug: string;
  requirement: string | null;
  importance: number | null;
  proficiency: number;
}

export function readCuratedRoles(): CuratedRole[] {
  return readdirSync(join(FOLDER, "roles"))
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => readCurated<CuratedRole>(join("roles", file)));
}

/** Everything that the curated roles ask for, level by level. */
export function curatedRequirements(): CuratedRequirement[] {
  return readCuratedRoles().flatMap(({ role, levels, skills, technologies }) =>
    [
      ...skills.map((row) => ({ ...row, kind: "SKILL" as const, slug: row.skill })),
      ...technologies.map((row) => ({ ...row, kind: "TECHNOLOGY" as const, slug: row.technology })),
    ].flatMap(({ kind, slug, requirement, importance, proficiency }) =>
      levels.flatMap(({ level }, index) => {
        const asked = proficiency[index] ?? null;
        if (asked === null) return [];
        return {
          role: role.slug,
          level,
          kind,
          slug,
          requirement: (Array.isArray(requirement) ? requirement[index] : requirement) ?? null,
          importance: importance[index] ?? null,
          proficiency: asked,
        };
      }),
    ),
  );
}
