import type { NodeKind } from "../../shared/global-id";

/** A concept that the files describe, and the node it becomes. */
export interface Concept {
  readonly uri: string;
  readonly kind: NodeKind;
  /** Counted from 0 over all concepts: a short stand-in for the address. */
  readonly index: number;
  /** Classification code, e.g. `S1.2` or `2512`; empty when it has none. */
  readonly code: string;
  readonly id: string;
}

/** The concepts of a release: what its relations may name. */
export class Concepts {
  private readonly byUri = new Map<string, Concept>();
  private readonly all: Concept[] = [];

  get size(): number {
    return this.all.length;
  }

  get(uri: string): Concept | undefined {
    return this.byUri.get(uri);
  }

  at(index: number): Concept | undefined {
    return this.all[index];
  }

  add(concept: Omit<Concept, "index">): Concept {
    const added = { ...concept, index: this.all.length };
    this.all.push(added);
    this.byUri.set(concept.uri, added);
    return added;
  }
}
