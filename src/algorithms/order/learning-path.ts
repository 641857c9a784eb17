import { type DirectedGraph, endOfEntries, firstEntry, makeGraph } from "./directed-graph";
import { kahnLayers } from "./kahn-layers";
import {
  type LearningNeeds,
  type LearningQuestion,
  type LearningStep,
  learningNeeds,
  type StepLink,
} from "./learning-needs";
import { type Components, cyclicComponents, stronglyConnected } from "./strongly-connected";

/** Skills that are prerequisites of each other, by id. */
export interface PrerequisiteCycle {
  /**
   * `ESSENTIAL`: none of them can come first, and nothing that needs one of them can be learned either. `RECOMMENDED`:
   * at least one link is only recommended; they are learned one after another or together, essential links in order.
   */
  readonly strength: "ESSENTIAL" | "RECOMMENDED";
  readonly skills: readonly string[];
}

export interface OrderedStep extends LearningStep {
  /** Skills of earlier stages that it waits for directly, by id. */
  readonly after: readonly string[];
}

export interface BlockedStep extends LearningStep {
  /** The skills that it waits for and that are blocked themselves, by id. */
  readonly waitsFor: readonly string[];
  /** Positions in `cycles` of what blocks it in the end. */
  readonly cycles: readonly number[];
}

export interface LearningPath {
  /**
   * What can be learned at the same time, the first first. In a stage the most severe comes first, then those that are
   * not asked for themselves, equals by id.
   */
  readonly stages: readonly (readonly OrderedStep[])[];
  /** Cycles among what has to be learned: essential ones first, then by id of the first skill. */
  readonly cycles: readonly PrerequisiteCycle[];
  /** What cannot be ordered because of an essential cycle, by id. */
  readonly blocked: readonly BlockedStep[];
}

/**
 * An order in which to learn what is missing with all it needs (`learningNeeds`).
 *
 * Layers after A. B. Kahn (1962): a skill stands in the earliest stage in which everything it waits for is done.
 * Essential links always hold: each leads to a later stage. Cycles are found as strongly connected components (R.
 * Tarjan, 1972):
 * - a cycle of essential links is reported, and blocks its skills and all that need them;
 * - a cycle with a recommended link is reported and taken as one unit: it starts when everything that leads to it from
 *   outside is done, inside it only essential links count, and what follows starts after all of it. Recommended links
 *   from a blocked skill count for nothing.
 *
 * By hand: Kubernetes needs Docker, Docker needs Linux, React needs JavaScript; asked for are Kubernetes and React.
 * Stages: [JavaScript, Linux], [React, Docker] (React first: it is asked for), [Kubernetes].
 *
 * Nothing to learn gives no stages. No input makes it throw or run on.
 *
 * Cost: O(steps + links), and the sorting.
 */
export function learningPath(question: LearningQuestion): LearningPath {
  const needs = learningNeeds(question);
  const { steps, essential } = needs;
  const graph = toGraph(steps.length, essential);
  const deadlocks = cyclicComponents(graph, stronglyConnected(graph));
  const blockers = blockingCycles(graph, deadlocks);
  const free = withoutBlocked(needs, blockers);
  const freeLinks = [...free.essential, ...free.recommended];
  const freeGraph = toGraph(steps.length, freeLinks);
  const units = stronglyConnected(freeGraph);
  const knots = cyclicComponents(freeGraph, units);
  const layers = layersOf(steps.length, free, units);
  const skill = (step: number) => (steps[step] as LearningStep).skill;

  const ordered = [...steps.keys()].filter((step) => blockers[step]?.length === 0);
  const stageCount = ordered.reduce(
    (count, step) => Math.max(count, (layers[step] as number) + 1),
    0,
  );
  const stages: number[][] = Array.from({ length: stageCount }, () => []);
  for (const step of ordered) stages[layers[step] as number]?.push(step);
  const before = predecessors(freeLinks);
  const isEarlier = (a: number, b: number) => (layers[a] as number) < (layers[b] as number);
  return {
    stages: stages.map((stage) =>
      stage
        .sort((a, b) => severityOf(steps[b]) - severityOf(steps[a]) || a - b)
        .map((step) => ({
          ...(steps[step] as LearningStep),
          after: (before.get(step) ?? []).filter((other) => isEarlier(other, step)).map(skill),
        })),
    ),
    cycles: [
      ...deadlocks.map((members) => toCycle("ESSENTIAL", members.map(skill))),
      ...knots.map((members) => toCycle("RECOMMENDED", members.map(skill))),
    ],
    blocked: blockedSteps(needs, blockers),
  };
}

/** For each node the positions of the cycles that it stands on or behind. */
export function blockingCycles(
  graph: DirectedGraph,
  cycles: readonly (readonly number[])[],
): number[][] {
  const blockers: number[][] = Array.from({ length: graph.nodeCount }, () => []);
  cycles.forEach((cycle, position) => {
    const open = [...cycle];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      const known = blockers[node] as number[];
      if (known.at(-1) === position) continue;
      known.push(position);
      for (let entry = firstEntry(graph, node); entry < endOfEntries(graph, node); entry++)
        open.push(graph.target[entry] as number);
    }
  });
  return blockers;
}

export function toGraph(nodeCount: number, links: readonly StepLink[]): DirectedGraph {
  return makeGraph({
    nodeCount,
    from: links.map(([before]) => before),
    to: links.map(([, after]) => after),
  });
}

/** The steps before each step, ascending, each once. */
export function predecessors(links: readonly StepLink[]): Map<number, number[]> {
  const before = new Map<number, Set<number>>();
  for (const [first, second] of links) {
    const known = before.get(second);
    if (known) known.add(first);
    else before.set(second, new Set([first]));
  }
  return new Map([...before].map(([step, all]) => [step, [...all].sort((a, b) => a - b)]));
}

type Links = Pick<LearningNeeds, "essential" | "recommended">;

function withoutBlocked(needs: LearningNeeds, blockers: readonly (readonly number[])[]): Links {
  const isFree = ([before, after]: StepLink) =>
    blockers[before]?.length === 0 && blockers[after]?.length === 0;
  return {
    essential: needs.essential.filter(isFree),
    recommended: needs.recommended.filter(isFree),
  };
}

/**
 * Layers of the steps, where each strongly connected component is a unit that takes as many layers as it has inside.
 */
function layersOf(stepCount: number, links: Links, units: Components): number[] {
  const unitOf = (step: number) => units.of[step] as number;
  const isInside = ([before, after]: StepLink) => unitOf(before) === unitOf(after);
  const inside = kahnLayers(toGraph(stepCount, links.essential.filter(isInside)));
  const lengths = new Uint32Array(units.count);
  for (const [step, layer] of inside.entries())
    lengths[unitOf(step)] = Math.max(lengths[unitOf(step)] as number, layer + 1);
  const between = [...links.essential, ...links.recommended]
    .filter((link) => !isInside(link))
    .map(([before, after]): StepLink => [unitOf(before), unitOf(after)]);
  const starts = kahnLayers(toGraph(units.count, between), lengths);
  return Array.from(inside, (layer, step) => (starts[unitOf(step)] as number) + layer);
}

function blockedSteps(
  { steps, essential }: LearningNeeds,
  blockers: readonly (readonly number[])[],
): BlockedStep[] {
  const isBlocked = (step: number) => blockers[step]?.length !== 0;
  const before = predecessors(essential);
  return steps.flatMap((step, number) =>
    isBlocked(number)
      ? [
          {
            ...step,
            waitsFor: (before.get(number) ?? [])
              .filter(isBlocked)
              .map((other) => (steps[other] as LearningStep).skill),
            cycles: blockers[number] ?? [],
          },
        ]
      : [],
  );
}

function toCycle(strength: PrerequisiteCycle["strength"], skills: string[]): PrerequisiteCycle {
  return { strength, skills };
}

/** What is not asked for itself comes after what is. */
function severityOf(step: LearningStep | undefined): number {
  return step?.severity ?? -1;
}
