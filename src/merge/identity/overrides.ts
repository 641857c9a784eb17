import type { NodeKind } from "../../shared/global-id";
import type { SourceKey } from "../records";
import { type Candidate, isSameKey, keysOf, type Newcomer } from "./name-index";

/** A node as people name it: by its slug, or by the key of a source. */
export type NodeName = { slug: string } | SourceKey;

/** What somebody decided about a key of a source: that it stands for a node, or that it does not. */
export interface Identity extends SourceKey {
  kind: NodeKind;
  /** null only where a key is kept apart: from every node. */
  node: NodeName | null;
}

export interface Identities {
  same: readonly Identity[];
  apart: readonly Identity[];
}

/** The id of a node that the graph has or that is about to come; null when there is none. */
export type FindNode = (kind: NodeKind, name: NodeName) => string | null;

/** Decisions that win over names. Those about two keys hold whichever of the two comes first. */
export class Overrides {
  private readonly same: Decisions;
  private readonly apart: Decisions;

  constructor(
    identities: Identities,
    private readonly find: FindNode,
  ) {
    this.same = new Decisions(identities.same);
    this.apart = new Decisions(identities.apart);
  }

  /**
   * The id of the node that a newcomer was decided to be; null when nobody decided, or when that node is not there.
   * `coming` holds the ids of all newcomers: of two that come together, the one that the decision is about moves.
   */
  sameAs(newcomer: Newcomer, coming: ReadonlySet<string>): string | null {
    const found = (name: NodeName | null) => {
      const id = name && this.find(newcomer.kind, name);
      return id === newcomer.id ? null : id;
    };
    for (const key of keysOf(newcomer)) {
      for (const node of this.same.about(newcomer.kind, key)) {
        const id = found(node);
        if (id !== null) return id;
      }
      for (const other of this.same.naming(newcomer.kind, key)) {
        const id = found(other);
        if (id !== null && !coming.has(id)) return id;
      }
    }
    return null;
  }

  /** Whether one of the keys is kept apart from every node: its names prove nothing. */
  isAlone(kind: NodeKind, keys: readonly SourceKey[]): boolean {
    return keys.some((key) => this.apart.about(kind, key).includes(null));
  }

  /** Whether names may not join the two. */
  areApart(newcomer: Newcomer, { id, keys = [] }: Candidate): boolean {
    const { kind } = newcomer;
    const own = keysOf(newcomer);
    const isCandidate = (name: NodeName | null) =>
      name !== null &&
      (("key" in name && keys.some((key) => isSameKey(key, name))) || this.find(kind, name) === id);
    return (
      this.isAlone(kind, own) ||
      this.isAlone(kind, keys) ||
      own.some(
        (key) =>
          this.apart.about(kind, key).some(isCandidate) ||
          this.apart.naming(kind, key).some(isCandidate),
      )
    );
  }
}

/** Identities by both of their ends. */
class Decisions {
  private readonly nodes = new Map<string, (NodeName | null)[]>();
  private readonly keys = new Map<string, SourceKey[]>();

  constructor(identities: readonly Identity[]) {
    for (const { kind, scheme, key, node } of identities) {
      append(this.nodes, keyText(kind, { scheme, key }), node);
      if (node && "key" in node) append(this.keys, keyText(kind, node), { scheme, key });
    }
  }

  /** The nodes that a decision about the key names. */
  about(kind: NodeKind, key: SourceKey): readonly (NodeName | null)[] {
    return this.nodes.get(keyText(kind, key)) ?? [];
  }

  /** The keys whose decisions name this key. */
  naming(kind: NodeKind, key: SourceKey): readonly SourceKey[] {
    return this.keys.get(keyText(kind, key)) ?? [];
  }
}

function keyText(kind: NodeKind, { scheme, key }: SourceKey): string {
  return `${kind} ${scheme} ${key}`;
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
