import { setImmediate } from "node:timers/promises";
import {
  indexRequirements,
  type RequirementIndex,
} from "../../algorithms/scoring/requirement-index";
import { replaceRoles } from "../../algorithms/scoring/requirements/replace-roles";
import type { RequirementLine } from "../../algorithms/scoring/requirements/requirement-line";
import { RequirementTableBuilder } from "../../algorithms/scoring/requirements/table-builder";
import type { GraphChange, PartDefinition } from "../part";
import { type RoleRecord, readRoleRows, readRoles } from "./read-roles";
import type { RequirementsPart, RoleLevelEntry, SpecializationLines } from "./requirements-part";
import { ROLES_OF_OWNERS } from "./requirements-sql";

/** So many roles are read at a time: some 10,000 lines. */
const CHUNK = 200;
/** From so many changed roles on, everything is read. */
const MOST_CHANGED = 200;

const NODES = new Set(["ROLE", "ROLE_LEVEL", "CAREER_LEVEL", "SPECIALIZATION"]);
const EDGES = new Set(["REQUIREMENT", "HAS_SPECIALIZATION"]);

/** Whether a change may change what roles ask for. */
export function concernsRequirements({ subject, kind }: GraphChange): boolean {
  return subject === "NODE" ? NODES.has(kind) : subject === "EDGE" && EDGES.has(kind);
}

export const REQUIREMENTS: PartDefinition<RequirementsPart> = {
  name: "requirements",
  concerns: concernsRequirements,

  async build({ reader }) {
    const rows = await readRoleRows(reader, null);
    const facts = emptyFacts();
    const roles = new RequirementTableBuilder();
    const positions = new RequirementTableBuilder();
    for (let start = 0; start < rows.length; start += CHUNK)
      for (const record of await readRoles(reader, rows.slice(start, start + CHUNK))) {
        add(roles, record.id, record.lines);
        for (const [id, lines] of record.positions) add(positions, id, lines);
        addFacts(facts, record);
      }
    // A tenth of a second each: others have their turn in between.
    const tables = [];
    for (const builder of [roles, positions]) {
      await setImmediate();
      const table = builder.build();
      await setImmediate();
      tables.push(indexRequirements(table));
    }
    const [ofRoles, ofPositions] = tables as [RequirementIndex, RequirementIndex];
    return { ...facts, roles: ofRoles, positions: ofPositions };
  },

  async update(state, changes, { reader }) {
    const owners = [...new Set(changes.map(({ owner }) => owner))];
    const known = owners.flatMap((owner) => {
      const role = state.roleOf.get(owner) ?? state.specializations.get(owner)?.role;
      return role ? [role] : [];
    });
    const found = await reader.query<{ id: string }>(ROLES_OF_OWNERS, [owners]);
    const changed = [...new Set([...known, ...found.map(({ id }) => id)])];
    if (changed.length > MOST_CHANGED) return null;
    const records = await readRoles(reader, await readRoleRows(reader, changed));

    const facts = copyFacts(state);
    const roles = new Map<string, readonly RequirementLine[] | null>();
    const positions = new Map<string, readonly RequirementLine[] | null>();
    for (const role of changed) {
      roles.set(role, null);
      for (const id of [role, ...(state.ladders.get(role) ?? []).map((level) => level.id)])
        positions.set(id, null);
      removeFacts(facts, role);
    }
    for (const record of records) {
      roles.set(record.id, record.lines);
      for (const [id, lines] of record.positions) positions.set(id, lines);
      addFacts(facts, record);
    }
    return {
      ...facts,
      roles: indexRequirements(replaceRoles(state.roles.table, roles)),
      positions: indexRequirements(replaceRoles(state.positions.table, positions)),
    };
  },
};

function add(
  builder: RequirementTableBuilder,
  id: string,
  lines: readonly RequirementLine[],
): void {
  builder.addRole(id);
  for (const line of lines) builder.add(id, line);
}

/** What is known of roles beside their lines. */
interface Facts {
  ladders: Map<string, readonly RoleLevelEntry[]>;
  roleOf: Map<string, string>;
  specializations: Map<string, SpecializationLines>;
  jobZones: Map<string, number>;
  populations: Map<string, string>;
  technologies: Set<string>;
}

function emptyFacts(): Facts {
  return {
    ladders: new Map(),
    roleOf: new Map(),
    specializations: new Map(),
    jobZones: new Map(),
    populations: new Map(),
    technologies: new Set(),
  };
}

function copyFacts(state: RequirementsPart): Facts {
  return {
    ladders: new Map(state.ladders),
    roleOf: new Map(state.roleOf),
    specializations: new Map(state.specializations),
    jobZones: new Map(state.jobZones),
    populations: new Map(state.populations),
    // What was once asked for stays what it is: a node never changes its kind.
    technologies: new Set(state.technologies),
  };
}

function addFacts(facts: Facts, record: RoleRecord): void {
  const { id, ladder, jobZone } = record;
  facts.populations.set(id, record.population);
  if (ladder.length > 0) facts.ladders.set(id, ladder);
  for (const level of ladder) facts.roleOf.set(level.id, id);
  for (const [specialization, lines] of record.specializations)
    facts.specializations.set(specialization, { role: id, lines });
  if (jobZone !== null)
    for (const place of [id, ...ladder.map((level) => level.id)])
      facts.jobZones.set(place, jobZone);
  for (const technology of record.technologies) facts.technologies.add(technology);
}

function removeFacts(facts: Facts, role: string): void {
  for (const { id } of facts.ladders.get(role) ?? []) {
    facts.roleOf.delete(id);
    facts.jobZones.delete(id);
  }
  facts.ladders.delete(role);
  facts.jobZones.delete(role);
  facts.populations.delete(role);
  for (const [id, specialization] of facts.specializations)
    if (specialization.role === role) facts.specializations.delete(id);
}
