import type { QualifierRecord } from "../../merge/records";
import type { NodeKind } from "../../shared/global-id";
import type { ImportedNode, ImportSink } from "../import-sink";
import type { Row } from "../tables/read-table";
import { splitList } from "../tables/split-list";
import { alignLanguages, type ConceptRows } from "./align-languages";
import { labelsOf, textsOf } from "./concept-texts";
import { Concepts } from "./concepts";
import type { LanguageFile } from "./esco-files";

/** How the rows of a table become nodes. */
export interface ConceptMapping {
  /** What the summary calls its rows. */
  readonly entity: string;
  readonly kind: NodeKind;
  /** Values and code by the first language's row. */
  read(row: Row, uri: string): ConceptValues;
}

export interface ConceptValues {
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly code?: string;
  readonly qualifiers?: readonly QualifierRecord[];
  /** Fields that can only be told when all concepts are known. */
  readonly later?: () => Readonly<Record<string, unknown>>;
}

/** A node that has to wait for the others. */
interface Held {
  readonly entity: string;
  readonly node: ImportedNode;
  readonly rows: number;
  readonly later: ConceptValues["later"];
}

/** In which columns a concept may name its successor; ESCO's releases so far have none of them. */
const SUCCESSOR_COLUMNS = ["replacedBy", "isReplacedBy", "hasReplacement"];

/** States the concepts of all tables, each once, whichever table and language has it first. */
export class ConceptWriter {
  readonly concepts = new Concepts();
  private readonly held: Held[] = [];
  private readonly successors = new Map<string, string[]>();

  /** `greenShares`: by address, see green-shares.ts. */
  constructor(
    private readonly sink: ImportSink,
    private readonly greenShares: ReadonlyMap<string, number>,
  ) {}

  /** States the concepts of one table in all its languages. */
  async write(mapping: ConceptMapping, files: readonly LanguageFile[]): Promise<void> {
    const { entity } = mapping;
    const blocks = alignLanguages(files, {
      nameless: (row) => this.sink.skip(entity, "MISSING_VALUE", row, "has no conceptUri"),
      repeated: (row) => this.sink.skip(entity, "DUPLICATE_ROW", row),
    });
    for await (const block of blocks) {
      for (const concept of block) this.take(mapping, concept);
      await this.sink.drain();
    }
  }

  /** States the nodes that waited. To be called once, after all tables. */
  finish(): void {
    for (const { entity, node, rows, later } of this.held) {
      const successor = this.successorOf(node.key);
      const replacement =
        successor === undefined ? {} : { replaced_by_id: this.concepts.get(successor)?.id };
      const fields = { ...node.fields, ...later?.(), ...replacement };
      this.sink.node(entity, { ...node, fields }, rows);
    }
  }

  private take({ entity, kind, read }: ConceptMapping, { uri, rows: all }: ConceptRows): void {
    const other = this.concepts.get(uri);
    const rows = all.filter(({ row }) => {
      if (other) this.sink.skip(entity, "DUPLICATE_ROW", row, `is stated as ${other.kind}`);
      else if (row.get("preferredLabel") === "")
        this.sink.skip(entity, "MISSING_VALUE", row, "has no preferredLabel");
      else return true;
      return false;
    });
    const first = rows[0]?.row;
    if (!first) return;
    const values = read(first, uri);
    const status = this.statusOf(first, uri);
    const node: ImportedNode = {
      kind,
      key: uri,
      fields: { ...values.fields, ...status.fields },
      labels: labelsOf(rows),
      texts: textsOf(rows),
      qualifiers: [...(values.qualifiers ?? []), ...status.qualifiers, ...this.greenShare(uri)],
      concept: { uri, code: values.code || undefined },
    };
    const waits = values.later !== undefined || this.successors.has(uri);
    if (waits) this.held.push({ entity, node, rows: rows.length, later: values.later });
    const id = waits ? this.sink.idOf(kind, uri) : this.sink.node(entity, node, rows.length);
    this.concepts.add({ uri, kind, code: values.code ?? "", id });
  }

  /** Everything but `released` is out of use; the word itself is kept. */
  private statusOf(row: Row, uri: string) {
    const status = row.get("status");
    if (status === "" || status.toLowerCase() === "released") return { fields: {}, qualifiers: [] };
    const successors = SUCCESSOR_COLUMNS.flatMap((column) => splitList(row.get(column)));
    const qualifiers: QualifierRecord[] = [{ name: "status", value: status }];
    if (successors.length > 0) {
      this.successors.set(uri, successors);
      qualifiers.push({ name: "replacedBy", value: successors });
    }
    return { fields: { status: "DEPRECATED" }, qualifiers };
  }

  /** The first successor that the files describe and that is not replaced by the concept in turn. */
  private successorOf(uri: string): string | undefined {
    return this.successors
      .get(uri)
      ?.find((successor) => this.concepts.get(successor) && !this.leadsTo(successor, uri));
  }

  private leadsTo(start: string, end: string, passed = new Set<string>()): boolean {
    if (start === end) return true;
    if (passed.has(start)) return false;
    passed.add(start);
    return (this.successors.get(start) ?? []).some((next) => this.leadsTo(next, end, passed));
  }

  private greenShare(uri: string): QualifierRecord[] {
    const share = this.greenShares.get(uri);
    return share === undefined ? [] : [{ name: "greenShare", value: share, unit: "share 0..1" }];
  }
}
