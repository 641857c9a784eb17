import type { RequirementIndex } from "../../algorithms/scoring/requirement-index";
import { requirementLines } from "../../algorithms/scoring/requirements/requirement-table";
import { type MovesPart, reasonsOf } from "../moves/moves-part";
import type { RequirementsPart } from "../requirements/requirements-part";
import type { SimilarityPart } from "../similarity/similarity-part";

/**
 * What parts say, by ids and in the order of ids: equal for two states that say the same, however they number things.
 * Skills that nobody asks for any more and orders of numbers are left out.
 */
export function comparableRequirements(part: RequirementsPart) {
  return {
    roles: comparableTable(part.roles),
    positions: comparableTable(part.positions),
    ladders: sorted(part.ladders),
    roleOf: sorted(part.roleOf),
    specializations: sorted(part.specializations),
    jobZones: sorted(part.jobZones),
    populations: sorted(part.populations),
  };
}

export function comparableSimilarity({ index }: SimilarityPart) {
  const { use, theta } = index;
  const { skills } = use.index.table;
  return skills.ids
    .flatMap((skill, number) => {
      const start = theta.start[number] as number;
      const row = Array.from(theta.skill.subarray(start, theta.start[number + 1]), (other, at) => [
        skills.ids[other] as string,
        theta.together[start + at],
      ]);
      return row.length === 0 ? [] : [[skill, row.sort(byText)] as const];
    })
    .sort(byText);
}

export function comparableMoves(part: MovesPart) {
  const { ids } = part.requirements.positions.table.roles;
  const { SKILL_GAP, LEARNING_TIME } = part.hops;
  const costs = (hops: typeof SKILL_GAP) => {
    const byEdge = new Map([...hops.edge.entries()].map(([entry, edge]) => [edge, entry]));
    return (edge: number) => hops.cost[byEdge.get(edge) as number];
  };
  const [gapOf, minutesOf] = [costs(SKILL_GAP), costs(LEARNING_TIME)];
  return Array.from(part.from, (from, edge) => [
    `${ids[from]} ${ids[part.to[edge] as number]}`,
    { reasons: reasonsOf(part.reasons[edge] as number), score: part.score[edge] },
    { gap: gapOf(edge), minutes: minutesOf(edge) },
  ]).sort(byText);
}

function comparableTable(index: RequirementIndex) {
  const { ids } = index.table.roles;
  return [...ids]
    .sort()
    .map((id) => [
      id,
      requirementLines(index.table, id)?.sort((a, b) => (a.skill < b.skill ? -1 : 1)),
    ]);
}

function sorted<Value>(map: ReadonlyMap<string, Value>) {
  return [...map].sort(byText);
}

function byText(a: readonly unknown[], b: readonly unknown[]): number {
  return String(a[0]) < String(b[0]) ? -1 : 1;
}
