import { toIdList } from "./id-list";
import { checkOnScale, type RequirementLine } from "./requirement-line";
import { type RequirementTable, requirementCode } from "./requirement-table";
import { rowStarts, toStarts } from "./sparse-rows";

/**
 * Collects requirements in any order and makes a table of them. Lines of the same role and skill become the strictest of
 * them, as in `strictestLines`. Roles and skills are numbered in order of first mention. Cost: linear in the lines.
 *
 *   const builder = new RequirementTableBuilder();
 *   for (const role of roles) builder.addRole(role.id);       // so that roles that ask nothing are known
 *   for (const row of rows) builder.add(row.roleId, row);
 *   const table = builder.build();
 */
export class RequirementTableBuilder {
  private readonly roles = new Map<string, number>();
  private readonly skills = new Map<string, number>();
  private count = 0;
  private role = new Uint32Array(1024);
  private skill = new Uint32Array(1024);
  /** Requirement code, importance and proficiency of each line, one after the other. */
  private values = new Uint8Array(3 * 1024);

  addRole(role: string): void {
    numberOf(this.roles, role);
  }

  /** @throws RangeError when importance or proficiency is neither null nor a whole number from 1 to 5. */
  add(role: string, line: RequirementLine): void {
    if (this.count === this.role.length) this.grow();
    const importance = line.importance === null ? 0 : checkOnScale(line.importance, "importance");
    const proficiency =
      line.proficiency === null ? 0 : checkOnScale(line.proficiency, "proficiency");
    this.role[this.count] = numberOf(this.roles, role);
    this.skill[this.count] = numberOf(this.skills, line.skill);
    this.values.set([requirementCode(line.requirement), importance, proficiency], 3 * this.count++);
  }

  /** The table of what was added so far. */
  build(): RequirementTable {
    const order = this.linesByRoleAndSkill();
    const start = new Uint32Array(this.roles.size + 1);
    const skill = new Uint32Array(this.count);
    const requirement = new Uint8Array(this.count);
    const importance = new Uint8Array(this.count);
    const proficiency = new Uint8Array(this.count);
    let kept = -1;
    let previousRole = -1;
    for (const line of order) {
      const role = this.role[line] as number;
      const isNew = role !== previousRole || skill[kept] !== this.skill[line];
      if (isNew) {
        kept++;
        start[role + 1] = (start[role + 1] as number) + 1;
        skill[kept] = this.skill[line] as number;
      }
      raise(requirement, kept, this.values[3 * line] as number);
      raise(importance, kept, this.values[3 * line + 1] as number);
      raise(proficiency, kept, this.values[3 * line + 2] as number);
      previousRole = role;
    }
    toStarts(start);
    const length = kept + 1;
    return {
      roles: toIdList(this.roles.keys()),
      skills: toIdList(this.skills.keys()),
      start,
      skill: skill.slice(0, length),
      requirement: requirement.slice(0, length),
      importance: importance.slice(0, length),
      proficiency: proficiency.slice(0, length),
    };
  }

  /** Sorts by skill, then stably by role: lines of a role stand together, ascending by skill. */
  private linesByRoleAndSkill(): Uint32Array {
    const all = Uint32Array.from({ length: this.count }, (_, line) => line);
    return countingSort(
      countingSort(all, this.skill, this.skills.size),
      this.role,
      this.roles.size,
    );
  }

  private grow(): void {
    this.role = enlarged(this.role);
    this.skill = enlarged(this.skill);
    const values = new Uint8Array(2 * this.values.length);
    values.set(this.values);
    this.values = values;
  }
}

/** The table of roles with their lines. A role may come twice: its lines are put together. */
export function toRequirementTable(
  roles: Iterable<readonly [role: string, lines: readonly RequirementLine[]]>,
): RequirementTable {
  const builder = new RequirementTableBuilder();
  for (const [role, lines] of roles) {
    builder.addRole(role);
    for (const line of lines) builder.add(role, line);
  }
  return builder.build();
}

function numberOf(numbers: Map<string, number>, id: string): number {
  const known = numbers.get(id);
  if (known !== undefined) return known;
  numbers.set(id, numbers.size);
  return numbers.size - 1;
}

function enlarged(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * array.length);
  larger.set(array);
  return larger;
}

function raise(values: Uint8Array, at: number, value: number): void {
  if (value > (values[at] as number)) values[at] = value;
}

/** `items` by `key[item]`, which is below `keys`; equal keys keep their order. */
function countingSort(items: Uint32Array, key: Uint32Array, keys: number): Uint32Array {
  const next = rowStarts(key.subarray(0, items.length), keys);
  const sorted = new Uint32Array(items.length);
  for (const item of items) {
    const row = key[item] as number;
    const at = next[row] as number;
    next[row] = at + 1;
    sorted[at] = item;
  }
  return sorted;
}
