import { APPLY_ALIASES, FIND_KNOWN, type KnownKey } from "./identities-sql";
import { type Ambiguity, type Join, matchNames } from "./identity/match-names";
import type { Identities } from "./identity/overrides";
import { readCandidates, readNewcomers } from "./identity-candidates";
import { readDecisions } from "./identity-decisions";
import type { Staging } from "./staging";

/** A join that decided anew, with how: also by a mapping that curated sources or editors state as EXACT. */
export interface Identification extends Omit<Join, "by"> {
  by: Join["by"] | "MAPPING";
}

export interface Identified {
  /** Staged nodes whose key the graph knows as another node, from earlier. */
  known: readonly KnownKey[];
  joined: readonly Identification[];
  ambiguous: readonly Ambiguity[];
}

const NONE: Identities = { same: [], apart: [] };

/**
 * Finds out which staged nodes are nodes that the graph has already, and moves them there: by keys that it knows, by
 * decisions (seeds/identities.yaml), by mappings stated as EXACT, by names. After all nodes and before any link.
 */
export async function resolveIdentities(
  staging: Staging,
  identities: Identities = NONE,
): Promise<Identified> {
  const { tx } = staging;
  const elsewhere = await tx.query<KnownKey>(FIND_KNOWN);
  const { overrides, moved, isMapped } = await readDecisions(tx, identities);
  // What comes back after its source had left it is found anew: how is recorded then as at the first time.
  const returning = elsewhere.flatMap(({ id, isInUse }) => (isInUse ? [] : [id]));
  const newcomers = await readNewcomers(tx, [...moved, ...returning]);
  const candidates = await readCandidates(tx, newcomers);
  const { joined, ambiguous } = matchNames(newcomers, candidates, overrides);

  const anew = new Set([...moved, ...returning]);
  const known = elsewhere.filter(({ id }) => !anew.has(id));
  const targets = new Map([...known, ...joined].map(({ id, intoId }) => [id, intoId]));
  const aliases = new Map([...targets.keys()].map((id) => [id, followed(id, targets)]));
  if (aliases.size > 0) {
    await tx.query(APPLY_ALIASES[0], [[...aliases.keys()], [...aliases.values()]]);
    for (const sql of APPLY_ALIASES.slice(1)) await tx.query(sql);
  }
  staging.aliases = aliases;
  return {
    known,
    joined: joined.map((join) => ({
      ...join,
      by: join.by === "OVERRIDE" && isMapped(join.id, join.intoId) ? "MAPPING" : join.by,
    })),
    ambiguous,
  };
}

/** Where a node ends that becomes one which itself becomes another. */
function followed(id: string, targets: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let at = id;
  for (let next = targets.get(at); next !== undefined && !seen.has(at); next = targets.get(at)) {
    seen.add(at);
    at = next;
  }
  return at;
}
