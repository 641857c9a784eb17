import type { Transaction } from "../database/database";
import type { NodeKind } from "../shared/global-id";
import { READ_CANDIDATES, READ_NEWCOMERS } from "./identities-sql";
import type { Candidate, KnownName, Name, Newcomer } from "./identity/name-index";
import { squeezedNames } from "./identity/normal-name";
import type { SourceKey } from "./records";

/** Kinds that are looked up by names at all; the others are told apart by keys and decisions alone. */
const NAMED_KINDS: ReadonlySet<NodeKind> = new Set(["TECHNOLOGY", "SKILL"]);

/** Staged nodes that the graph does not know by any key, and those whose ids are given. */
export async function readNewcomers(
  tx: Transaction,
  lookedAtAnew: readonly string[],
): Promise<Newcomer[]> {
  const rows = await tx.query<{
    id: string;
    kind: NodeKind;
    scheme: string;
    key: string;
    names: Name[] | null;
  }>(READ_NEWCOMERS, [lookedAtAnew, [...NAMED_KINDS]]);
  return rows.map(({ id, kind, scheme, key, names }) => ({
    id,
    kind,
    names: names ?? [],
    key: { scheme, key },
  }));
}

/** Nodes of the graph that share a name with a newcomer, as far as the index of squeezed names can tell. */
export async function readCandidates(
  tx: Transaction,
  newcomers: readonly Newcomer[],
): Promise<Candidate[]> {
  const wanted = new Map<string, NodeKind>();
  for (const { kind, names } of newcomers)
    for (const { text, isPreferred } of names)
      if (isPreferred || kind === "TECHNOLOGY")
        for (const name of squeezedNames(text)) wanted.set(`${kind} ${name}`, kind);
  if (wanted.size === 0) return [];
  return tx.query<Candidate & { names: KnownName[]; keys: SourceKey[] }>(READ_CANDIDATES, [
    [...wanted.values()],
    [...wanted].map(([place, kind]) => place.slice(kind.length + 1)),
  ]);
}
