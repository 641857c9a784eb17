import { fold } from "../../shared/fold";
import type { NodeKind } from "../../shared/global-id";
import type { SourceKey } from "../records";
import { normalName } from "./normal-name";

export interface Name {
  text: string;
  isPreferred: boolean;
  locale: string;
}

/** A name that the graph knows. Hidden ones are for searching only and prove nothing. */
export interface KnownName extends Name {
  isHidden: boolean;
  /** Whether the graph's own people state it (origin CURATED or EDITOR): their aliases name this very thing. */
  isCurated: boolean;
}

/** A node of a source that the graph does not know by its key. */
export interface Newcomer {
  id: string;
  kind: NodeKind;
  names: readonly Name[];
  key: SourceKey;
  /** Address of its concept, where that is not the key itself. */
  conceptUri?: string;
}

/** All that a newcomer is known by: a concept's address counts as much as its key. */
export function keysOf({ key, conceptUri }: Newcomer): SourceKey[] {
  return conceptUri === undefined ? [key] : [key, { scheme: key.scheme, key: conceptUri }];
}

export function isSameKey(a: SourceKey, b: SourceKey): boolean {
  return a.scheme === b.scheme && a.key === b.key;
}

/** A node of the graph. */
export interface Candidate {
  id: string;
  kind: NodeKind;
  names: readonly KnownName[];
  /** Keys that sources still state it under: a source that has it does not have it again under another key. */
  keys?: readonly SourceKey[];
  /** Concepts that are stated to be only close to it, broader, narrower or related: whatever their names, not the same. */
  unequal?: readonly SourceKey[];
}

/** How the names of two nodes meet, the stronger the higher, with what the join is recorded with. */
export const Strength = { ALIASES: 1, NAME_AND_ALIAS: 2, NAMES: 3 } as const;
export type Strength = (typeof Strength)[keyof typeof Strength];

export interface Hit {
  candidate: Candidate;
  strength: Strength;
  /** The newcomer's name that met one of the candidate's. */
  name: string;
  /** 0..1 */
  confidence: number;
}

interface NameRule {
  /** Whether other names than the preferred ones count. */
  aliases: boolean;
  /** Whether a name means the same in every language. */
  acrossLanguages: boolean;
}

/**
 * Kinds whose nodes are the same when their names are. Technologies have proper names; of skills the preferred names
 * alone are chosen with care. Occupations, groups and levels of different classifications differ under equal names.
 */
const NAME_RULES: Partial<Record<NodeKind, NameRule>> = {
  TECHNOLOGY: { aliases: true, acrossLanguages: true },
  SKILL: { aliases: false, acrossLanguages: false },
};

/** Aliases this short (`js`, `ts`, `go`, `r`) stand for too many things. */
const SHORT_ALIAS = 2;

interface Meeting {
  name: Name;
  known: KnownName;
  normal: string;
}

interface Bearer {
  candidate: Candidate;
  name: KnownName;
}

/** Finds the candidates that a newcomer's names fit. */
export class NameIndex {
  /** Who has the names that newcomers have. */
  private readonly bearers = new Names<Bearer>();
  /** Whose preferred name it is, among the newcomers of each source. */
  private readonly newBearers = new Map<string, Names<Newcomer>>();
  private readonly places = new Map<Newcomer, readonly (Place | null)[]>();

  constructor(newcomers: readonly Newcomer[], candidates: readonly Candidate[]) {
    for (const newcomer of newcomers) {
      const places = newcomer.names.map((name) => placeOf(newcomer.kind, name));
      this.places.set(newcomer, places);
      newcomer.names.forEach(({ isPreferred }, index) => {
        const place = places[index];
        if (place) this.bearers.listAt(place);
        if (place && isPreferred) this.newBearersOf(newcomer).listAt(place).push(newcomer);
      });
    }
    for (const candidate of candidates)
      for (const name of candidate.names) {
        const place = name.isHidden ? null : placeOf(candidate.kind, name);
        if (place) this.bearers.at(place)?.push({ candidate, name });
      }
  }

  /** One hit for each candidate that the names of one of the newcomers fit well enough. */
  hitsOf(newcomer: Newcomer): Hit[] {
    const meetings = new Map<Candidate, Meeting[]>();
    const places = this.places.get(newcomer) ?? [];
    newcomer.names.forEach((name, index) => {
      const place = places[index];
      if (!place || this.isOfAnother(newcomer, name, place)) return;
      const bearers = this.bearers.at(place) ?? [];
      for (const { candidate, name: known } of bearers) {
        if (candidate.id === newcomer.id || isOfAnother(candidate, known, bearers)) continue;
        const list = meetings.get(candidate) ?? [];
        list.push({ name, known, normal: place.normal });
        meetings.set(candidate, list);
      }
    });
    return [...meetings].flatMap(([candidate, list]) => {
      const hit = judge(list);
      return hit ? { candidate, ...hit } : [];
    });
  }

  /** The same as below, among the newcomers of a source. */
  private isOfAnother(newcomer: Newcomer, { isPreferred }: Name, place: Place): boolean {
    if (isPreferred) return false;
    const bearers = this.newBearersOf(newcomer).at(place) ?? [];
    return bearers.length > 0 && !bearers.includes(newcomer);
  }

  private newBearersOf({ key: { scheme } }: Newcomer): Names<Newcomer> {
    const names = this.newBearers.get(scheme) ?? new Names<Newcomer>();
    this.newBearers.set(scheme, names);
    return names;
  }
}

/** An alias that is the preferred name of something else means that: `Terraform`, given as an alias of OpenTofu. */
function isOfAnother(candidate: Candidate, name: KnownName, bearers: readonly Bearer[]): boolean {
  if (name.isPreferred) return false;
  const preferred = bearers.filter((bearer) => bearer.name.isPreferred);
  return preferred.length > 0 && !preferred.some((bearer) => bearer.candidate === candidate);
}

/**
 * Preferred names that meet decide alone, and so does an alias that the graph's own people gave. Sources list as aliases
 * what is only near (Linguist has `bash` for Shell, GitHub `api-gateway` for API): there a second name has to agree.
 */
function judge(meetings: readonly Meeting[]): Omit<Hit, "candidate"> | null {
  const names = meetings.filter(({ name, known }) => name.isPreferred && known.isPreferred);
  const [first] = names;
  if (first) {
    const isEqual = names.some(({ name, known }) => fold(name.text) === fold(known.text));
    return { strength: Strength.NAMES, name: first.name.text, confidence: isEqual ? 1 : 0.98 };
  }
  const telling = meetings.filter(({ normal }) => !isShort(normal));
  const half = telling.find(({ name, known }) => name.isPreferred || known.isPreferred);
  const curated = telling.find(({ name, known }) => name.isPreferred && known.isCurated);
  if (curated)
    return { strength: Strength.NAME_AND_ALIAS, name: curated.name.text, confidence: 0.9 };
  if (new Set(telling.map(({ normal }) => withoutVersion(normal))).size < 2) return null;
  if (half) return { strength: Strength.NAME_AND_ALIAS, name: half.name.text, confidence: 0.9 };
  return { strength: Strength.ALIASES, name: telling[0]?.name.text ?? "", confidence: 0.8 };
}

function isShort(normal: string): boolean {
  return normal.length <= 2 * SHORT_ALIAS && [...normal].length <= SHORT_ALIAS;
}

/** `gtk` and `gtk 2` are not two names. */
function withoutVersion(normal: string): string {
  return normal.replace(/[\d ]+$/, "") || normal;
}

/** Under what a name is looked up. */
interface Place {
  /** A kind, or a kind and a language: where names mean the same. */
  group: string;
  normal: string;
}

/** null when names like it prove nothing for its kind. */
function placeOf(kind: NodeKind, { text, isPreferred, locale }: Name): Place | null {
  const rule = NAME_RULES[kind];
  if (!rule || !(isPreferred || rule.aliases)) return null;
  const language = rule.acrossLanguages ? "" : locale.split("-", 1)[0]?.toLowerCase();
  return { group: language ? `${kind} ${language}` : kind, normal: normalName(text) };
}

/** Things by their names. */
class Names<T> {
  private readonly groups = new Map<string, Map<string, T[]>>();

  at({ group, normal }: Place): T[] | undefined {
    return this.groups.get(group)?.get(normal);
  }

  /** The list of a name, a new one where there is none. */
  listAt({ group, normal }: Place): T[] {
    const names = this.groups.get(group) ?? new Map<string, T[]>();
    this.groups.set(group, names);
    const list = names.get(normal) ?? [];
    names.set(normal, list);
    return list;
  }
}
