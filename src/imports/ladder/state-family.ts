import { LabelKind, TextKind } from "../../labels/label.types";
import type { LabelRecord, TextRecord } from "../../merge/records";
import { RoleKind } from "../../roles/role.entity";
import { SkillKind } from "../../skills/skill.entity";
import { ImportError } from "../import-error";
import type { ImportSink } from "../import-sink";
import { placeLevels } from "./place-levels";
import type { Item, JobFamily } from "./read-job-family";

/** What the competencies of a family refer to: nodes by the file's own ids. */
export interface FamilyNodes {
  levels: ReadonlyMap<string, string>;
  themes: ReadonlyMap<string, { nodeId: string; name: string }>;
}

const HIGHEST_RANK = 20;

/** States the role that a job family is, its ladder, and its themes as practices. */
export function stateFamily(family: JobFamily, sink: ImportSink): FamilyNodes {
  const { key, about } = family;
  const name = about.text("name") ?? inWords(key);
  const roleId = sink.node("job families", {
    kind: "ROLE",
    key,
    fields: { role_kind: RoleKind.OCCUPATION },
    ...named(name, about.text("summary")),
    qualifiers: ["googleSheetId", "isLegacy"].flatMap((detail) => {
      const value = about.text(detail);
      return value === null ? [] : [{ name: detail, value: value === "true" || value }];
    }),
  });
  return {
    levels: stateLevels(family, name, roleId, sink),
    themes: stateThemes(family, sink),
  };
}

function stateLevels(
  family: JobFamily,
  familyName: string,
  roleId: string,
  sink: ImportSink,
): Map<string, string> {
  const listed = listedOf(family.levels, "levels", sink);
  const places = placeLevels(listed);
  const ids = new Map<string, string>();
  for (const [index, { id, name, item }] of listed.entries()) {
    const place = places[index];
    if (!place || place.rank > HIGHEST_RANK)
      throw new ImportError(`is a step above ${HIGHEST_RANK} others; the graph has no more`, item);
    const key = `${family.key}/${id}`;
    // Other ladders have an "Engineer" too, at another rank: the family's name keeps them apart.
    const careerLevelId = sink.node(
      "career levels",
      {
        kind: "CAREER_LEVEL",
        key,
        fields: { ...place },
        ...named(`${familyName}: ${name}`),
        concept: null,
      },
      0,
    );
    const fields = { role_id: roleId, career_level_id: careerLevelId, level_order: place.rank };
    const roleLevelId = sink.node("levels", {
      kind: "ROLE_LEVEL",
      key,
      fields,
      ...named(name),
      concept: null,
    });
    ids.set(id, roleLevelId);
  }
  return ids;
}

function stateThemes({ key, themes }: JobFamily, sink: ImportSink): FamilyNodes["themes"] {
  return new Map(
    listedOf(themes, "themes", sink).map(({ id, name, item }) => {
      const nodeId = sink.node("themes", {
        kind: "SKILL",
        key: `${key}/${id}`,
        fields: { skill_kind: SkillKind.PRACTICE },
        ...named(name, item.text("summary")),
        concept: null,
      });
      return [id, { nodeId, name }];
    }),
  );
}

/** Items with an id of their own and a name; the others are skipped. */
function listedOf(
  items: readonly Item[],
  entity: string,
  sink: ImportSink,
): { id: string; name: string; item: Item }[] {
  const seen = new Set<string>();
  return items.flatMap((item) => {
    const [id, name] = [item.text("id"), item.text("name")];
    if (id === null || name === null) {
      sink.skip(entity, "MISSING_VALUE", item, `has no ${id === null ? "id" : "name"}`);
      return [];
    }
    if (seen.has(id)) {
      sink.skip(entity, "DUPLICATE_ROW", item);
      return [];
    }
    seen.add(id);
    return [{ id, name, item }];
  });
}

/** `global-service-desk` as `Global service desk`. */
function inWords(key: string): string {
  const words = key.replace(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function named(
  name: string,
  description?: string | null,
): { labels: LabelRecord[]; texts: TextRecord[] } {
  return {
    labels: [{ locale: "en", kind: LabelKind.PREFERRED, text: name }],
    texts: description ? [{ locale: "en", kind: TextKind.DESCRIPTION, text: description }] : [],
  };
}
