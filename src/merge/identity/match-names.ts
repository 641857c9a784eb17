import type { SourceKey } from "../records";
import {
  type Candidate,
  type Hit,
  isSameKey,
  keysOf,
  NameIndex,
  type Newcomer,
  Strength,
} from "./name-index";
import type { Overrides } from "./overrides";

export interface Join {
  id: string;
  intoId: string;
  by: "OVERRIDE" | "NAME" | "ALIAS";
  /** The newcomer's name that decided; by override its preferred one. */
  name: string;
  /** 0..1 */
  confidence: number;
  /** Other nodes with the same preferred name, which an override passed by: maybe they are one with `intoId`. */
  alsoFits: string[];
}

/** A newcomer that stays apart because more than one answer fits. */
export interface Ambiguity {
  id: string;
  name: string;
  /** The nodes that it fits equally well. */
  candidateIds: string[];
  /** Keys of its own source that fit one of these as well, or have it already. */
  rivals: SourceKey[];
}

export interface Matches {
  joined: Join[];
  ambiguous: Ambiguity[];
}

/** What a newcomer fits best: one node, or several that are equally good. */
interface Claim {
  newcomer: Newcomer;
  hits: readonly [Hit, ...Hit[]];
}

/**
 * Which newcomers are nodes that the graph has already. Overrides win over everything; then the strongest way decides
 * in which names meet. A newcomer that fits several nodes equally well joins none of them, nor do two of one source that
 * fit the same node equally well: within a source, two keys are two things.
 */
export function matchNames(
  newcomers: readonly Newcomer[],
  candidates: readonly Candidate[],
  overrides: Overrides,
): Matches {
  const index = new NameIndex(
    newcomers.filter((newcomer) => !overrides.isAlone(newcomer.kind, keysOf(newcomer))),
    candidates.filter(({ kind, keys = [] }) => !overrides.isAlone(kind, keys)),
  );
  const coming = new Set(newcomers.map(({ id }) => id));
  const owned = new KeysOfNodes();
  for (const { id, keys = [] } of candidates) for (const key of keys) owned.add(id, key);

  const joins = new Map<string, Join>();
  const undecided: Newcomer[] = [];
  for (const newcomer of newcomers) {
    const intoId = overrides.sameAs(newcomer, coming);
    if (intoId !== null) {
      const alsoFits = namesakes(newcomer, index, overrides).filter((id) => id !== intoId);
      joins.set(newcomer.id, { ...decided(newcomer, intoId), alsoFits });
      owned.add(intoId, newcomer.key);
    } else if (!overrides.isAlone(newcomer.kind, keysOf(newcomer))) undecided.push(newcomer);
  }
  const claims = undecided.flatMap((newcomer) => claimOf(newcomer, index, overrides) ?? []);
  const ambiguous = decide(claims, owned, joins);
  return { joined: [...joins.values()].map((join) => followed(join, joins)), ambiguous };
}

function decided({ id, names, key }: Newcomer, intoId: string): Omit<Join, "alsoFits"> {
  const name = names.find(({ isPreferred }) => isPreferred)?.text ?? key.key;
  return { id, intoId, by: "OVERRIDE", name, confidence: 1 };
}

function namesakes(newcomer: Newcomer, index: NameIndex, overrides: Overrides): string[] {
  return fitting(newcomer, index, overrides)
    .filter(({ strength }) => strength === Strength.NAMES)
    .map(({ candidate }) => candidate.id);
}

function claimOf(newcomer: Newcomer, index: NameIndex, overrides: Overrides): Claim | null {
  const hits = fitting(newcomer, index, overrides);
  const best = Math.max(...hits.map(({ strength }) => strength));
  const [first, ...others] = hits.filter(({ strength }) => strength === best);
  return first ? { newcomer, hits: [first, ...others] } : null;
}

/** The candidates that its names fit and that nobody stated to be something else. */
function fitting(newcomer: Newcomer, index: NameIndex, overrides: Overrides): Hit[] {
  const own = keysOf(newcomer);
  return index
    .hitsOf(newcomer)
    .filter(({ candidate: { unequal = [] } }) => !own.some((key) => holds(unequal, key)))
    .filter(({ candidate }) => !overrides.areApart(newcomer, candidate));
}

/**
 * Adds the joins of the claims that nothing speaks against and answers the ambiguous ones. A claim on a node that another
 * newcomer of its source fits better comes to nothing.
 */
function decide(
  claims: readonly Claim[],
  owned: KeysOfNodes,
  joins: Map<string, Join>,
): Ambiguity[] {
  const claimed = new Map<string, Claim[]>();
  for (const claim of claims)
    for (const { candidate } of claim.hits) {
      const place = placeOf(candidate.id, claim.newcomer.key.scheme);
      const list = claimed.get(place);
      if (list) list.push(claim);
      else claimed.set(place, [claim]);
    }

  const ambiguous: Ambiguity[] = [];
  for (const claim of claims) {
    const { id, key } = claim.newcomer;
    const [{ candidate, strength, name, confidence }, ...otherHits] = claim.hits;
    const places = claim.hits.map((hit) => placeOf(hit.candidate.id, key.scheme));
    const others = [...new Set(places.flatMap((place) => claimed.get(place) ?? []))].filter(
      (other) => other !== claim,
    );
    const isOutdone = others.some(({ hits: [hit] }) => hit.strength > strength);
    if (isOutdone && otherHits.length === 0) continue;
    const rivals = [
      ...places.flatMap((place) => owned.of(place)),
      ...others
        .filter(({ hits: [hit] }) => hit.strength === strength)
        .map((other) => other.newcomer.key),
    ].filter((rival) => !holds(keysOf(claim.newcomer), rival));
    if (otherHits.length > 0 || rivals.length > 0)
      ambiguous.push({ id, name, candidateIds: claim.hits.map((h) => h.candidate.id), rivals });
    else
      joins.set(id, {
        id,
        intoId: candidate.id,
        by: strength === Strength.NAMES ? "NAME" : "ALIAS",
        name,
        confidence,
        alsoFits: [],
      });
  }
  return ambiguous;
}

/** A newcomer that was decided to be another newcomer goes where that one goes. */
function followed(join: Join, joins: ReadonlyMap<string, Join>): Join {
  const seen = new Set([join.id]);
  let { intoId } = join;
  for (let next = joins.get(intoId); next && !seen.has(intoId); next = joins.get(intoId)) {
    seen.add(intoId);
    intoId = next.intoId;
  }
  return { ...join, intoId };
}

/** Under which keys of a source a node is known. */
class KeysOfNodes {
  private readonly keys = new Map<string, SourceKey[]>();

  add(nodeId: string, key: SourceKey): void {
    const place = placeOf(nodeId, key.scheme);
    this.keys.set(place, [...this.of(place), key]);
  }

  of(place: string): readonly SourceKey[] {
    return this.keys.get(place) ?? [];
  }
}

/** Where keys of one source compete for a node. */
function placeOf(nodeId: string, scheme: string): string {
  return `${nodeId} ${scheme}`;
}

function holds(keys: readonly SourceKey[], key: SourceKey): boolean {
  return keys.some((other) => isSameKey(other, key));
}
