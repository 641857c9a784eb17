import type { Transaction } from "../database/database";
import type { NodeKind } from "../shared/global-id";
import {
  type DecidedKey,
  type MappedKey,
  READ_DECIDED_KEYS,
  READ_DECIDED_NODES,
  READ_MAPPED,
} from "./identities-sql";
import type { Candidate, Newcomer } from "./identity/name-index";
import { type FindNode, type Identities, Overrides } from "./identity/overrides";
import { keyId } from "./ids";
import type { SourceKey } from "./records";

export interface Decisions {
  overrides: Overrides;
  /** Staged nodes that the graph knows, but not as the node that is decided by now: they are looked at anew. */
  moved: readonly string[];
  /** Whether a mapping says that a staged node is this one, and no decision of people does. */
  isMapped(id: string, intoId: string): boolean;
}

type Place = SourceKey & { kind: NodeKind };

/**
 * What is decided about the staged nodes: by people, and by the mappings that curated sources or editors state as EXACT.
 * People win over mappings. A decision that came after its key moves the key; one whose node is not there moves nothing.
 */
export async function readDecisions(tx: Transaction, identities: Identities): Promise<Decisions> {
  const all = [...identities.same, ...identities.apart];
  const slugs = all.flatMap(({ kind, node }) =>
    node && "slug" in node ? [{ kind, slug: node.slug }] : [],
  );
  const nodes = await tx.query<{ id: string; kind: NodeKind; slug: string }>(READ_DECIDED_NODES, [
    slugs.map(({ kind }) => kind),
    slugs.map(({ slug }) => slug),
  ]);
  const places = new Map(all.flatMap(placesOf).map((place) => [idOf(place), place]));
  const keys = await tx.query<DecidedKey>(READ_DECIDED_KEYS, [[...places.keys()]]);
  const mappings = await tx.query<MappedKey>(READ_MAPPED);

  const targets = mappings.map(({ kind, slug, nodeId }) => ({ kind, slug, id: nodeId }));
  const bySlug = new Map(
    [...nodes, ...targets].map((node) => [`${node.kind} ${node.slug}`, node.id]),
  );
  const byKey = new Map(keys.map(({ id, knownId, stagedId }) => [id, knownId ?? stagedId]));
  const find: FindNode = (kind, name) =>
    ("slug" in name ? bySlug.get(`${kind} ${name.slug}`) : byKey.get(idOf({ kind, ...name }))) ??
    null;

  const decided = new Overrides(identities, find);
  const mapped = mappings.filter(
    (row) => !decided.areApart(newcomerOf(row.stagedId, row), candidateOf(row.nodeId, row.kind)),
  );
  const overrides = new Overrides(
    {
      same: [...identities.same, ...mapped.map((row) => ({ ...row, node: { slug: row.slug } }))],
      apart: identities.apart,
    },
    find,
  );

  const concerned = [
    ...mapped,
    ...keys.flatMap((row) => {
      const place = places.get(row.id);
      return place ? [{ ...row, ...place }] : [];
    }),
  ];
  const coming = new Set(
    keys.flatMap((row) => (row.stagedId ? [row.knownId ?? row.stagedId] : [])),
  );
  const byMapping = new Map(mapped.map((row) => [row.stagedId, row]));
  return {
    overrides,
    moved: findMoved(concerned, overrides, coming),
    isMapped(id, intoId) {
      const row = byMapping.get(id);
      return row?.nodeId === intoId && decided.sameAs(newcomerOf(id, row), coming) !== intoId;
    },
  };
}

/** Which of the staged keys the graph knows as another node than the one that is decided, or as one to keep apart from. */
function findMoved(
  keys: readonly (Place & { stagedId: string | null; knownId: string | null })[],
  overrides: Overrides,
  coming: ReadonlySet<string>,
): string[] {
  return keys.flatMap(({ stagedId, knownId, ...place }) => {
    if (stagedId === null || knownId === null) return [];
    const newcomer = newcomerOf(stagedId, place);
    const wantedId = overrides.sameAs(newcomer, coming);
    const moves =
      wantedId === null
        ? knownId !== stagedId && overrides.areApart(newcomer, candidateOf(knownId, place.kind))
        : wantedId !== knownId;
    return moves ? [stagedId] : [];
  });
}

/** The keys that a decision names. */
function placesOf({ kind, scheme, key, node }: Identities["same"][number]): Place[] {
  return [{ kind, scheme, key }, ...(node && "key" in node ? [{ kind, ...node }] : [])];
}

function idOf({ kind, scheme, key }: Place): string {
  return keyId(kind, scheme, key);
}

/** Decisions look at keys alone. */
function newcomerOf(id: string, { kind, scheme, key }: Place): Newcomer {
  return { id, kind, key: { scheme, key }, names: [] };
}

function candidateOf(id: string, kind: NodeKind): Candidate {
  return { id, kind, names: [] };
}
