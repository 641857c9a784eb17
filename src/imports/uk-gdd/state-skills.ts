import { LabelKind, TextKind } from "../../labels/label.types";
import type { QualifierRecord } from "../../merge/records";
import { SkillKind } from "../../skills/skill.entity";
import type { ImportSink } from "../import-sink";
import type { InputFile } from "../input/import-input";
import { CSV, type Row, readTable } from "../tables/read-table";
import { splitCommas } from "../tables/split-list";
import type { Framework, RoleFacts } from "./read-framework";
import { known, SKILL_LEVELS } from "./skill-levels";

/** A requirement that only `skills.csv` states. */
export interface RolePair {
  role: string;
  skill: string;
}

/**
 * States every skill once: those of `skills.csv` with what each level means, then those that only `roles.csv` names.
 * @returns which roles are said to require a skill although none of their rows in `roles.csv` does.
 */
export async function stateSkills(
  file: InputFile | null,
  { roles, skills }: Framework,
  sink: ImportSink,
): Promise<RolePair[]> {
  const stated = new Set<string>();
  const pairs: RolePair[] = [];
  if (file)
    for await (const rows of readTable(file, CSV, ["Skill Name"])) {
      for (const row of rows) {
        const skill = known(row.get("Skill Name"));
        if (skill === null) sink.skip("skills", "MISSING_VALUE", row, "names no skill");
        else if (stated.has(skill)) sink.skip("skills", "DUPLICATE_ROW", row);
        else {
          stated.add(skill);
          const named = splitCommas(row.get("Roles that require Skill"));
          const description = known(row.get("Skill Description")) ?? skills.get(skill) ?? null;
          stateSkill(sink, skill, description, levelsOf(row, named), 1);
          for (const role of named) {
            const facts = roles.get(role);
            if (facts && !asks(facts, skill)) pairs.push({ role, skill });
          }
        }
      }
      await sink.drain();
    }
  for (const [skill, description] of skills)
    if (!stated.has(skill)) stateSkill(sink, skill, description, [], 0);
  return pairs;
}

function stateSkill(
  sink: ImportSink,
  name: string,
  description: string | null,
  qualifiers: readonly QualifierRecord[],
  rows: number,
): void {
  sink.node(
    "skills",
    {
      kind: "SKILL",
      key: name,
      fields: { skill_kind: SkillKind.SKILL },
      labels: [{ locale: "en", kind: LabelKind.PREFERRED, text: name }],
      texts:
        description === null
          ? []
          : [{ locale: "en", kind: TextKind.DESCRIPTION, text: description }],
      qualifiers,
    },
    rows,
  );
}

/** What each level of a skill means, and the roles as they are listed: a name among them may be no role of the file. */
function levelsOf(row: Row, roles: readonly string[]): QualifierRecord[] {
  const levels = SKILL_LEVELS.flatMap(({ word }) => {
    const text = known(row.get(word));
    return text === null ? [] : [{ name: word, value: text }];
  });
  return roles.length > 0 ? [...levels, { name: "roles that require it", value: roles }] : levels;
}

function asks({ asked, levels }: RoleFacts, skill: string): boolean {
  return asked.has(skill) || [...levels.values()].some((level) => level.asked.has(skill));
}
