import type { Identity, NodeName } from "./overrides";

type Placed = Identity & { readonly at: string };

/** What contradicts itself in a set of decisions, each with the place it stands at. */
export function checkIdentities({
  same,
  apart,
}: {
  same: readonly Placed[];
  apart: readonly Placed[];
}): string[] {
  return [
    ...ofThemselves([...same, ...apart]),
    ...repeated(same),
    ...opposed(same, apart),
    ...circles(same),
  ];
}

function ofThemselves(identities: readonly Placed[]): string[] {
  return identities
    .filter(
      ({ kind, scheme, key, node }) => node && nameOf(kind, node) === nameOf(kind, { scheme, key }),
    )
    .map(({ at, key }) => `${at}: "${key}" is compared with itself`);
}

/** A key stands for one node. */
function repeated(same: readonly Placed[]): string[] {
  const first = new Map<string, Placed>();
  return same.flatMap((identity) => {
    const name = nameOf(identity.kind, identity);
    const known = first.get(name);
    first.set(name, known ?? identity);
    return known ? [`${identity.at}: "${identity.key}" has a node already, at ${known.at}`] : [];
  });
}

function opposed(same: readonly Placed[], apart: readonly Placed[]): string[] {
  const joined = new Map(same.map((identity) => [pairOf(identity), identity]));
  return apart.flatMap((identity) => {
    const other = joined.get(pairOf(identity));
    return other ? [`${identity.at}: "${identity.key}" is the same as this at ${other.at}`] : [];
  });
}

/** Keys that stand for each other in a circle stand for nothing. */
function circles(same: readonly Placed[]): string[] {
  const next = new Map(same.map((identity) => [nameOf(identity.kind, identity), identity]));
  return same.flatMap((start) => {
    const own = nameOf(start.kind, start);
    const seen = new Set<string>();
    for (let at: Placed | undefined = start; at?.node; ) {
      const name = nameOf(at.kind, at.node);
      if (name === own)
        return at === start ? [] : [`${start.at}: "${start.key}" leads back to itself`];
      if (seen.has(name)) return [];
      seen.add(name);
      at = next.get(name);
    }
    return [];
  });
}

/** The same text for the same two things, whichever is named first. */
function pairOf({ kind, scheme, key, node }: Identity): string {
  const ends = [nameOf(kind, { scheme, key }), node ? nameOf(kind, node) : ""];
  return JSON.stringify(ends.sort());
}

function nameOf(kind: string, name: NodeName): string {
  return JSON.stringify("slug" in name ? [kind, name.slug] : [kind, name.scheme, name.key]);
}
