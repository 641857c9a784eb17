import { RoleKind } from "../../roles/role.entity";
import type { Row } from "../tables/read-table";
import { splitList } from "../tables/split-list";
import type { ConceptMapping } from "./concept-writer";

/** Occupations become roles. Their ESCO codes are those of the external concepts: a role has none of its own. */
export const OCCUPATIONS: ConceptMapping = {
  entity: "occupations",
  kind: "ROLE",
  read: (row) => {
    const industries = splitList(row.get("naceCode"));
    return {
      fields: {
        role_kind: RoleKind.OCCUPATION,
        isco_code: iscoCode(row.get("iscoGroup")) || null,
        regulated_note: regulatedNote(row),
      },
      code: row.get("code"),
      qualifiers: industries.length > 0 ? [{ name: "naceCode", value: industries }] : [],
    };
  },
};

/** Groups of ISCO-08, the upper four levels of the occupations, become role families. */
export const ISCO_GROUPS: ConceptMapping = {
  entity: "ISCO groups",
  kind: "ROLE_FAMILY",
  read: (row) => {
    const code = iscoCode(row.get("code"));
    return { fields: { code: code || null }, code };
  },
};

/** `2512` of `2512`, `C2512` or `http://data.europa.eu/esco/isco/C2512`. */
function iscoCode(text: string): string {
  return text.slice(text.lastIndexOf("/") + 1).replace(/^C(?=\d)/i, "");
}

/** That an occupation is not regulated says nothing of what is asked for. */
function regulatedNote(row: Row): string | null {
  const note = row.get("regulatedProfessionNote");
  return note === "" || /(^|\/)unregulated$/i.test(note) ? null : note;
}
