import type { NodeKind } from "../../shared/global-id";
import type { ImportSink } from "../import-sink";
import type { Row } from "../tables/read-table";
import type { Concept, Concepts } from "./concepts";

/** What each kind can lie under, as the graph has it. A group never lies under a skill. */
const BROADER: Readonly<Partial<Record<NodeKind, readonly NodeKind[]>>> = {
  ROLE: ["ROLE", "ROLE_FAMILY"],
  ROLE_FAMILY: ["ROLE_FAMILY"],
  SKILL: ["SKILL", "SKILL_GROUP"],
  SKILL_GROUP: ["SKILL_GROUP"],
};

/** Links that may form no cycle, between concepts by their index. */
export class AcyclicLinks {
  private readonly next = new Map<number, number[]>();

  has(from: number, to: number): boolean {
    return this.next.get(from)?.includes(to) ?? false;
  }

  /** Whether a link would close a cycle. Hierarchies are flat: only few concepts lie above one. */
  closes(from: number, to: number): boolean {
    const reached = new Set([to]);
    for (const each of reached) {
      if (each === from) return true;
      for (const further of this.next.get(each) ?? []) reached.add(further);
    }
    return false;
  }

  add(from: number, to: number): void {
    const links = this.next.get(from);
    if (links) links.push(to);
    else this.next.set(from, [to]);
  }
}

/** States what lies under what, from all tables that say so. */
export class Hierarchy {
  private readonly links = new AcyclicLinks();

  constructor(
    private readonly concepts: Concepts,
    private readonly sink: ImportSink,
  ) {}

  /** The narrower concept of a stated link; undefined when it is not stated so far. */
  stated(narrower: string, broader: string): Concept | undefined {
    const from = this.concepts.get(narrower);
    const to = this.concepts.get(broader);
    return from && to && this.links.has(from.index, to.index) ? from : undefined;
  }

  /** Accounts for a row that puts one concept under another. */
  relate(entity: string, row: Row, narrower: string, broader: string): void {
    const from = this.concepts.get(narrower);
    const to = this.concepts.get(broader);
    if (!from) this.sink.skip(entity, "UNKNOWN_CONCEPT", row, narrower);
    else if (!to) this.sink.skip(entity, "UNKNOWN_CONCEPT", row, broader);
    else if (from === to) this.sink.skip(entity, "SELF_RELATION", row);
    else if (!BROADER[from.kind]?.includes(to.kind))
      this.sink.skip(entity, "NOT_MODELLED", row, `${from.kind} under ${to.kind}`);
    else if (this.links.has(from.index, to.index)) this.sink.skip(entity, "DUPLICATE_ROW", row);
    else if (this.links.closes(from.index, to.index)) this.sink.skip(entity, "CYCLE", row);
    else {
      this.links.add(from.index, to.index);
      this.sink.edge(entity, { kind: "BROADER", fromId: from.id, toId: to.id }, row);
    }
  }
}
