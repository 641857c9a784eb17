import { type DirectedGraph, endOfEntries, firstEntry } from "./directed-graph";
import {
  type LearningNeeds,
  type LearningQuestion,
  type LearningStep,
  learningNeeds,
} from "./learning-needs";
import { blockingCycles, predecessors, toGraph } from "./learning-path";
import { cyclicComponents, stronglyConnected } from "./strongly-connected";

export interface NextSkill extends LearningStep {
  /** Skills that can be learned as soon as this one is: it is the last they wait for. By id. */
  readonly unlocks: readonly string[];
  /** All skills that need it directly or by way of others, by id. */
  readonly leadsTo: readonly string[];
  /** Its own severity, 0 when it is not asked for, + the severities of all that it leads to. */
  readonly value: number;
}

/**
 * The skills that can be learned now, that which opens up most first: by `value`, then by the number of skills it
 * unlocks, then by id. A skill can be learned now when no essential prerequisite of it is missing.
 *
 *   value(s) = severity(s) + Σ severity(t) over all t that need s, directly or not, each counted once   (ours)
 *
 * Values of several skills do not add up: what two of them lead to counts for both. With `includeRecommended`
 * recommended prerequisites can be answers and lead to what they are recommended for; whether a skill can be learned
 * depends on essential ones alone. Skills that a cycle of essential prerequisites blocks are no answer and count for
 * nothing.
 *
 * Cost: O(steps × links).
 */
export function nextSkills(question: LearningQuestion): NextSkill[] {
  const needs = learningNeeds(question);
  const essential = toGraph(needs.steps.length, needs.essential);
  const deadlocks = cyclicComponents(essential, stronglyConnected(essential));
  const blockers = blockingCycles(essential, deadlocks);
  const isFree = (step: number) => blockers[step]?.length === 0;
  const graph = toGraph(needs.steps.length, [...needs.essential, ...needs.recommended]);
  const waitsFor = predecessors(needs.essential);
  return [...needs.steps.keys()]
    .filter((step) => isFree(step) && !waitsFor.has(step))
    .map((step) => {
      const leadsTo = descendants(graph, step, isFree);
      const waitsForThisAlone = (other: number) =>
        waitsFor.get(other)?.every((before) => before === step) ?? false;
      return toNextSkill(needs, step, leadsTo, leadsTo.filter(waitsForThisAlone));
    })
    .sort(
      (a, b) =>
        b.value - a.value || b.unlocks.length - a.unlocks.length || (a.skill < b.skill ? -1 : 1),
    );
}

function toNextSkill(
  { steps }: LearningNeeds,
  step: number,
  leadsTo: readonly number[],
  unlocks: readonly number[],
): NextSkill {
  const at = (number: number) => steps[number] as LearningStep;
  const value = [step, ...leadsTo].reduce((sum, other) => sum + (at(other).severity ?? 0), 0);
  return {
    ...at(step),
    unlocks: unlocks.map((other) => at(other).skill),
    leadsTo: leadsTo.map((other) => at(other).skill),
    value,
  };
}

/** The nodes that can be reached from a node by way of open nodes, ascending; without the node itself. */
function descendants(
  graph: DirectedGraph,
  root: number,
  isOpen: (node: number) => boolean,
): number[] {
  const seen = new Set([root]);
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (let entry = firstEntry(graph, node); entry < endOfEntries(graph, node); entry++) {
      const next = graph.target[entry] as number;
      if (seen.has(next) || !isOpen(next)) continue;
      seen.add(next);
      open.push(next);
    }
  seen.delete(root);
  return [...seen].sort((a, b) => a - b);
}
