import { strictestLines } from "../algorithms/scoring/requirements/combine-lines";
import { compareIds } from "../algorithms/scoring/requirements/id-list";
import { ASSUMED_IMPORTANCE, assumptionsOf } from "../algorithms/scoring/requirements/line-weight";
import type { RequirementLine } from "../algorithms/scoring/requirements/requirement-line";
import { transition } from "../algorithms/scoring/transition";
import { MOVE_REASONS, type MovesPart } from "../career-index/moves/moves-part";
import { type Position, resolvePosition } from "../profiles/resolve-position";
import type { Context } from "../server/context";
import { badInput } from "../shared/errors";
import { toSentence } from "./reason-sentences";
import type { TransitionArgs } from "./transition.inputs";
import type { Transition } from "./transition.types";

/** Whether somebody could move from one position to another. At most two SQL statements. */
export async function judgeTransition(
  context: Context,
  { from, to, optionalWeight }: TransitionArgs,
): Promise<Transition> {
  const [requirements, moves, start, end] = await Promise.all([
    context.careerIndex.requirements(),
    context.careerIndex.moves(),
    resolvePosition(context, from, "from"),
    resolvePosition(context, to, "to"),
  ]);
  if (isSame(start, end)) throw badInput("to", "This is the position that `from` names.");
  const stated = statedMove(moves, start.id, end.id);
  const zoneOf = ({ id }: Position) => requirements.jobZones.get(id) ?? null;
  const { feasible, reasons, ...judged } = transition(
    { lines: start.lines, jobZone: zoneOf(start) },
    { lines: end.lines, jobZone: zoneOf(end) },
    { optionalWeight, curatedScore: stated?.score ?? null },
  );
  return {
    ...judged,
    ...essentialsOf(start.lines, end.lines),
    isFeasible: feasible,
    formula: "W_SKILLS",
    isStated: stated !== null,
    reasons: reasons.map((reason) => ({ ...reason, sentence: toSentence(reason) })),
    assumedLines: assumedLines(start.lines) + assumedLines(end.lines),
    fromId: start.id,
    toId: end.id,
  };
}

/** A specialization of a role level is a position of its own. */
function isSame(a: Position, b: Position): boolean {
  return a.id === b.id && JSON.stringify(a.lines) === JSON.stringify(b.lines);
}

/** The career move that sources state between two positions; null when none does. A null score: stated without one. */
function statedMove(
  { requirements, hops, reasons, score }: MovesPart,
  from: string,
  to: string,
): { score: number | null } | null {
  const { numberOf } = requirements.positions.table.roles;
  const [start, end] = [numberOf.get(from), numberOf.get(to)];
  if (start === undefined || end === undefined) return null;
  const { start: rows, target, edge } = hops.HOPS;
  for (let at = rows[start] as number; at < (rows[start + 1] as number); at++) {
    const move = edge[at] as number;
    if (target[at] !== end || ((reasons[move] as number) & MOVE_REASONS.PROGRESSION) === 0)
      continue;
    const stated = score[move] as number;
    return { score: Number.isNaN(stated) ? null : stated };
  }
  return null;
}

function essentialsOf(
  from: readonly RequirementLine[],
  to: readonly RequirementLine[],
): Pick<
  Transition,
  "askedEssentialCount" | "sharedEssentialCount" | "broughtEssentialCount" | "missingEssentialIds"
> {
  const all = new Set(from.map(({ skill }) => skill));
  const essential = new Set(essentialSkills(from));
  const asked = essentialSkills(to);
  return {
    askedEssentialCount: asked.length,
    sharedEssentialCount: asked.filter((skill) => essential.has(skill)).length,
    broughtEssentialCount: asked.filter((skill) => all.has(skill)).length,
    missingEssentialIds: asked.filter((skill) => !all.has(skill)),
  };
}

function essentialSkills(lines: readonly RequirementLine[]): string[] {
  return strictestLines(lines)
    .filter(({ requirement }) => requirement === "ESSENTIAL")
    .sort(
      (a, b) =>
        (b.importance ?? ASSUMED_IMPORTANCE) - (a.importance ?? ASSUMED_IMPORTANCE) ||
        compareIds(a.skill, b.skill),
    )
    .map(({ skill }) => skill);
}

function assumedLines(lines: readonly RequirementLine[]): number {
  return lines.filter((line) => assumptionsOf(line).length > 0).length;
}
