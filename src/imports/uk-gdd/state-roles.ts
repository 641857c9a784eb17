import { LabelKind, TextKind } from "../../labels/label.types";
import type { LabelRecord, TextRecord } from "../../merge/records";
import { RoleKind } from "../../roles/role.entity";
import type { ImportSink } from "../import-sink";
import { orderLevels, type Rung } from "./order-levels";
import { type Framework, meanSkillLevel, type RoleFacts } from "./read-framework";

/** Key of a role level: titles are unique within their role. */
export function roleLevelKey(role: string, title: string): string {
  return `${role}/${title}`;
}

/** States families, roles, the rungs of the ladder and the role levels: what the rows of `roles.csv` repeat. */
export function stateRoles({ families, roles }: Framework, sink: ImportSink): void {
  for (const family of families)
    sink.node("role families", { kind: "ROLE_FAMILY", key: family, ...named(family) }, 0);
  const rungs = new Set<string>();
  for (const role of roles.values()) stateRole(role, rungs, sink);
}

/** `rungs`: keys of those that are stated already. */
function stateRole(role: RoleFacts, rungs: Set<string>, sink: ImportSink): void {
  const roleId = sink.node(
    "roles",
    {
      kind: "ROLE",
      key: role.name,
      fields: { role_kind: RoleKind.OCCUPATION },
      ...named(role.name, role.description),
      qualifiers: role.type === null ? [] : [{ name: "role type", value: role.type }],
    },
    0,
  );
  const levels = [...role.levels].map(([title, { asked }]) => ({
    title,
    meanSkillLevel: meanSkillLevel(asked),
  }));
  for (const { title, rung, order } of orderLevels(role.name, levels)) {
    if (!rungs.has(rung.key)) {
      rungs.add(rung.key);
      stateRung(rung, sink);
    }
    sink.node(
      "role levels",
      {
        kind: "ROLE_LEVEL",
        key: roleLevelKey(role.name, title),
        fields: {
          role_id: roleId,
          career_level_id: sink.idOf("CAREER_LEVEL", rung.key),
          level_order: order,
        },
        ...named(title, role.levels.get(title)?.description),
        concept: null,
      },
      0,
    );
  }
}

/** The name keeps rungs apart from levels of other ladders: a "Senior" there has another rank. */
function stateRung({ key, name, track, branch, rank }: Rung, sink: ImportSink): void {
  sink.node(
    "career levels",
    {
      kind: "CAREER_LEVEL",
      key,
      fields: { track, branch, rank },
      ...named(`UK GDD: ${name}`),
      qualifiers: [{ name: "basis", value: "titles of role levels" }],
      concept: null,
    },
    0,
  );
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
