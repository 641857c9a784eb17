import { Necessity } from "../../shared/scales";
import type { ImportSink } from "../import-sink";
import type { InputFile } from "../input/import-input";
import type { Row } from "../tables/read-table";
import { type Framework, type RoleRow, readRoleRow, readRoleRows } from "./read-framework";
import { known, SKILL_LEVEL_UNIT } from "./skill-levels";
import { roleLevelKey } from "./state-roles";
import type { RolePair } from "./state-skills";

const ROWS = "role level skills";

/**
 * States that a role belongs to its families, and one requirement for each row of `roles.csv` and each of `pairs`.
 * All are ESSENTIAL: the publisher calls them the skills that each role level requires.
 */
export async function stateLinks(
  file: InputFile,
  framework: Framework,
  pairs: readonly RolePair[],
  sink: ImportSink,
): Promise<void> {
  for (const { name, families } of framework.roles.values())
    for (const family of families)
      sink.edge(
        "roles in families",
        {
          kind: "BROADER",
          fromId: sink.idOf("ROLE", name),
          toId: sink.idOf("ROLE_FAMILY", family),
        },
        null,
        0,
      );
  for await (const rows of readRoleRows(file)) {
    for (const row of rows) {
      const said = readRoleRow(row);
      if ("reason" in said) sink.skip(ROWS, said.reason, row, said.note);
      else stateRow(said, row, framework, sink);
    }
    await sink.drain();
  }
  for (const { role, skill } of pairs)
    sink.edge(
      ROWS,
      {
        kind: "REQUIREMENT",
        fromId: sink.idOf("ROLE", role),
        toId: sink.idOf("SKILL", skill),
        fields: { requirement: Necessity.ESSENTIAL },
      },
      null,
      0,
    );
}

function stateRow(said: RoleRow, row: Row, { roles }: Framework, sink: ImportSink): void {
  const { role, title, skill, level } = said;
  const fromId =
    title === null ? sink.idOf("ROLE", role) : sink.idOf("ROLE_LEVEL", roleLevelKey(role, title));
  if (skill === null) {
    sink.row(ROWS, fromId);
    return;
  }
  const facts = roles.get(role);
  const first = (title === null ? facts?.asked : facts?.levels.get(title)?.asked)?.get(skill);
  if (first?.word !== level?.word) {
    const note = `an earlier row says ${first?.word ?? "no level"}`;
    sink.skip(ROWS, "INVALID_VALUE", row, note);
    return;
  }
  sink.edge(
    ROWS,
    {
      kind: "REQUIREMENT",
      fromId,
      toId: sink.idOf("SKILL", skill),
      fields: { requirement: Necessity.ESSENTIAL, proficiency: level?.proficiency },
      qualifiers: level
        ? [{ name: "skill level", value: level.value, unit: SKILL_LEVEL_UNIT }]
        : [],
      wording: known(row.get("Skill Level Description")) ?? undefined,
      strength: level?.word,
    },
    row,
  );
}
