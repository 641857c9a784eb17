import type { QualifierRecord } from "../../merge/records";
import { ReuseLevel, SkillKind } from "../../skills/skill.entity";
import type { Row } from "../tables/read-table";
import type { ConceptMapping } from "./concept-writer";

/** The words of ESCO, without case, signs and address. */
const KINDS: Readonly<Record<string, SkillKind>> = {
  skillcompetence: SkillKind.SKILL,
  skill: SkillKind.SKILL,
  competence: SkillKind.SKILL,
  knowledge: SkillKind.KNOWLEDGE,
  language: SkillKind.LANGUAGE,
  attitude: SkillKind.ATTITUDE,
};

const REUSE_LEVELS: Readonly<Record<string, ReuseLevel>> = {
  transversal: ReuseLevel.TRANSVERSAL,
  crosssector: ReuseLevel.CROSS_SECTOR,
  crosssectoral: ReuseLevel.CROSS_SECTOR,
  sectorspecific: ReuseLevel.SECTOR,
  occupationspecific: ReuseLevel.OCCUPATION,
};

/**
 * Skills, competences and knowledge become skills. `decideKind`: the kind of a skill without a type, asked when all
 * concepts are known; see untyped-skills.ts.
 */
export function skillMapping(decideKind: (uri: string) => () => SkillKind): ConceptMapping {
  return {
    entity: "skills",
    kind: "SKILL",
    read: (row, uri) => {
      const type = row.get("skillType");
      const kind = KINDS[wordOf(type)];
      const level = row.get("reuseLevel");
      const reuseLevel = REUSE_LEVELS[wordOf(level)];
      const decided = kind ? undefined : decideKind(uri);
      return {
        fields: { skill_kind: kind, reuse_level: reuseLevel },
        qualifiers: [
          ...unread("skillType", type, kind),
          ...unread("reuseLevel", level, reuseLevel),
        ],
        later: decided && (() => ({ skill_kind: decided() })),
      };
    },
  };
}

/** Groups of the skills hierarchy and fields of education (ISCED-F). `codes`: those that the hierarchy gives them. */
export function skillGroupMapping(codes: ReadonlyMap<string, string>): ConceptMapping {
  return {
    entity: "skill groups",
    kind: "SKILL_GROUP",
    read: (row: Row, uri: string) => {
      const code = row.get("code") || codes.get(uri) || "";
      return { fields: { code: code || null }, code };
    },
  };
}

/** A word that the graph has no value for is kept as it stands. */
function unread(name: string, text: string, value: unknown): QualifierRecord[] {
  return text !== "" && value === undefined ? [{ name, value: text }] : [];
}

/** `crosssector` of `cross-sector` or `http://data.europa.eu/esco/skill-reuse-level/cross-sector`. */
function wordOf(text: string): string {
  const word = text.startsWith("http") ? text.slice(text.lastIndexOf("/") + 1) : text;
  return word.toLowerCase().replace(/[^a-z]/g, "");
}
