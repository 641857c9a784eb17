import { findEvidence } from "./evidence";
import type { Reading } from "./find-readings";
import type { FoundMatches } from "./found-matches";
import { type Evidence, NEARBY_TOKENS } from "./name-rules";
import type { Token } from "./tokens";

/** The surest first. */
const ORDER: readonly Evidence[] = ["SAME_WORDS", "LIST", "CONTEXT", "CASE", "NEARBY"];
/** How far from a name that was added evidence can change: list items are up to two signs and words apart. */
const REACH = Math.max(NEARBY_TOKENS, 3);

/**
 * Adds the names for which something speaks. A name that was added is evidence for others, so those around it are
 * looked at again. The surest are added first, those equally sure in the order of the text: then each has the best
 * evidence it can have.
 *
 * Evidence for a name can only get better, and each name is added once: some `REACH` looks for each name, however many
 * there are.
 */
export function addNames(
  text: string,
  tokens: readonly Token[],
  names: readonly Reading[],
  found: FoundMatches,
): void {
  const ordered = names.toSorted((a, b) => a.first - b.first);
  const namesAt = new Map<number, Reading[]>();
  for (const name of ordered) {
    const known = namesAt.get(name.first);
    if (known) known.push(name);
    else namesAt.set(name.first, [name]);
  }
  const queues = new Map(ORDER.map((evidence): [Evidence, Reading[]] => [evidence, []]));
  const best = new Map<Reading, Evidence>();
  const added = new Set<Reading>();
  const look = (name: Reading) => {
    if (added.has(name)) return;
    const evidence = evidenceFor(text, tokens, name, found);
    if (evidence === null || best.get(name) === evidence) return;
    best.set(name, evidence);
    queues.get(evidence)?.push(name);
  };
  for (const name of ordered) look(name);
  for (let next = take(queues, best, added); next; next = take(queues, best, added)) {
    added.add(next);
    found.add(next, best.get(next) as Evidence);
    for (let at = next.first - REACH; at <= next.first + REACH; at++)
      for (const name of namesAt.get(at) ?? []) look(name);
  }
}

/** The next name of the surest queue; those whose evidence has got better since are passed over. */
function take(
  queues: ReadonlyMap<Evidence, Reading[]>,
  best: ReadonlyMap<Reading, Evidence>,
  added: ReadonlySet<Reading>,
): Reading | undefined {
  for (const [evidence, queue] of queues)
    for (let name = queue.shift(); name; name = queue.shift())
      if (best.get(name) === evidence && !added.has(name)) return name;
  return undefined;
}

function evidenceFor(
  text: string,
  tokens: readonly Token[],
  { first, last, written, need }: Reading,
  found: FoundMatches,
): Evidence | null {
  const same = found.evidenceAt(first, last);
  if (same !== undefined) return same ?? "SAME_WORDS";
  if (found.overlaps(first, last)) return null;
  const isTechnology = (position: number) => found.isTechnology(position);
  return findEvidence({ text, tokens, at: first, written, need, isTechnology });
}
