import { APPLY_ALIASES } from "../../merge/identities-sql";
import type { AssertionRecord } from "../../merge/records";
import type { Staging } from "../../merge/staging";
import type { NodeKind } from "../../shared/global-id";
import { ImportError } from "../import-error";
import type { Tallies } from "../run/tallies";
import {
  KNOWN_ELSEWHERE,
  MISSING,
  MOVE_SOURCES,
  OF_OTHER_KIND,
  SHARED_KEYS,
} from "./known-nodes-sql";
import type { FileNode } from "./parse-records";
import { RememberedNodes } from "./remembered-nodes";

/** A node of the file that the graph knows as another one. */
export interface KnownNode {
  id: string;
  intoId: string;
}

interface Place {
  kind: NodeKind;
  line: number;
}

/** Stages the nodes of a graph file and finds out which nodes of this graph they are. */
export class NodeStager {
  /** Nodes of the file by their ids there. */
  readonly places = new Map<string, Place>();
  readonly remembered: RememberedNodes;
  /** Lines of assertions with a given id. */
  readonly givenIds = new Map<string, number>();
  private readonly references: (FileNode["references"][number] & { line: number })[] = [];
  /** Lines of nodes that the file gives no name: the graph has to know them. */
  private readonly nameless = new Map<string, number>();

  constructor(
    private readonly staging: Staging,
    private readonly file: string,
    private readonly sourceIds: ReadonlySet<string>,
    private readonly tallies: Tallies,
  ) {
    this.remembered = new RememberedNodes(staging.tx);
  }

  add({ isNamed, shown, references, ...node }: FileNode, line: number): void {
    const { id, kind, slug, keys } = node;
    const before = this.places.get(id);
    if (before) throw this.error(line, "id", `is the id of the node in line ${before.line}, too`);
    this.places.set(id, { kind, line });
    this.checkSources(node.assertions, line);
    if (!isNamed && !shown) this.nameless.set(id, line);
    for (const reference of references) this.references.push({ ...reference, line });
    const assertions = shown ? [...node.assertions, this.remembered.claim(shown)] : node.assertions;
    const entity = `${kind.toLowerCase().replaceAll("_", " ")} nodes`;
    const tally = { entity: this.tallies.numberOf(entity), rows: 1 };
    this.staging.node({ id, kind, keys, assertions, slug, tally });
  }

  /** Every assertion is one of the sources that the header names. Also remembers those whose id is given. */
  checkSources(assertions: readonly AssertionRecord[], line: number): void {
    for (const { id, sourceId } of assertions) {
      if (!this.sourceIds.has(sourceId))
        throw this.error(line, "source", `${sourceId} is not among the sources of the first line`);
      if (id !== undefined) this.givenIds.set(id, line);
    }
  }

  /** After the last node: which are known as another one, so that links can be staged between what they are. */
  async finish(): Promise<KnownNode[]> {
    const { tx } = this.staging;
    this.checkReferences();
    await this.staging.flush();
    for (const { id } of await tx.query<{ id: string }>(OF_OTHER_KIND))
      throw this.error(
        this.lineOf([id]),
        "kind",
        `the graph has a node of another kind with this id`,
      );
    for (const row of await tx.query<{ scheme: string; key: string; ids: string[] }>(SHARED_KEYS))
      throw this.error(
        this.lineOf(row.ids),
        "keys",
        `key "${row.key}" of the scheme "${row.scheme}" stands with another node, too`,
      );

    const known = await tx.query<KnownNode>(KNOWN_ELSEWHERE);
    if (known.length > 0) {
      const [makeAliases, ...apply] = APPLY_ALIASES;
      await tx.query(makeAliases, [known.map(({ id }) => id), known.map(({ intoId }) => intoId)]);
      for (const sql of [...apply, MOVE_SOURCES]) await tx.query(sql);
    }
    this.staging.aliases = new Map(known.map(({ id, intoId }) => [id, intoId]));
    await this.checkNameless();
    await this.remembered.putAside();
    return known;
  }

  /** All other nodes that values name are in the file. */
  private checkReferences(): void {
    for (const { id, path, kind, line } of this.references) {
      const place = this.places.get(id);
      if (!place) throw this.error(line, path, `no node of this file has the id ${id}`);
      if (kind !== null && place.kind !== kind)
        throw this.error(line, path, `${id} is a ${place.kind}; expected a ${kind}`);
    }
    for (const id of this.sourceIds)
      if (this.places.get(id)?.kind !== "SOURCE")
        throw new ImportError(`no node of kind SOURCE has the id ${id} of the first line`, {
          file: this.file,
        });
  }

  private async checkNameless(): Promise<void> {
    const lines = new Map(
      [...this.nameless].map(([id, line]) => [this.staging.aliases.get(id) ?? id, line]),
    );
    const missing = await this.staging.tx.query<{ id: string }>(MISSING, [[...lines.keys()]]);
    if (missing.length === 0) return;
    const [line] = missing.map(({ id }) => lines.get(id) ?? 0).sort((a, b) => a - b);
    throw this.error(
      line,
      undefined,
      "only adds to a node, and the graph does not have it; import first what gives it a name",
    );
  }

  /** The last of the lines of these nodes. */
  private lineOf(ids: readonly string[]): number {
    return Math.max(...ids.map((id) => this.places.get(id)?.line ?? 0));
  }

  private error(line: number | undefined, column: string | undefined, message: string) {
    return new ImportError(message, { file: this.file, line, column });
  }
}
