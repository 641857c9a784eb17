import { LabelKind } from "../../labels/label.types";
import type { Ambiguity } from "../../merge/identity/match-names";
import { keyId } from "../../merge/ids";
import type { LabelRecord, QualifierRecord } from "../../merge/records";
import type { Identification } from "../../merge/resolve-identities";
import type { Staging } from "../../merge/staging";
import { type NodeKind, toGlobalId } from "../../shared/global-id";
import type { ImportedNode } from "../import-sink";
import type { ImportSource } from "../import-source";
import { slugOf } from "./slug-of";

const LONGEST_TITLE = 100;

/** How a node of the source is found by the source's own address or code. */
interface Concept {
  nodeId: string;
  kind: NodeKind;
  uri?: string;
  code?: string;
  name: LabelRecord;
  /** Whether there is one even when the node stays what it is. */
  isPublic: boolean;
}

/** How sure a join of earlier was, as its mapping says. */
interface EarlierJoin {
  fromId: string;
  toId: string;
  confidence: number | null;
  qualifiers: QualifierRecord[];
}

/**
 * The concepts of the source's own classification: an external concept for each node that the source gives an address or
 * code, mapped to it as EXACT. The mapping also records when a node was joined with one that the graph had, and why.
 */
export class Concepts {
  private readonly concepts = new Map<string, Concept>();
  private readonly staged = new Set<string>();

  constructor(
    private readonly staging: Staging,
    private readonly source: ImportSource,
    private readonly sourceId: string,
    private readonly version: string | null,
  ) {}

  add(nodeId: string, { kind, key, concept }: ImportedNode, name: LabelRecord): void {
    const given = concept ?? (key.startsWith("http") ? { uri: key } : { code: key });
    this.concepts.set(nodeId, { nodeId, kind, ...given, name, isPublic: concept !== null });
  }

  drop(nodeIds: ReadonlySet<string>): void {
    for (const id of nodeIds) this.concepts.delete(id);
  }

  /** A join as people read it: names and public ids. Before `stage`. */
  describe(join: Identification): { name: string; into: string } {
    const { kind, name } = this.conceptOf(join.id);
    return { name: decidingName(join, name.text), into: toGlobalId(kind, join.intoId) };
  }

  /** Other nodes with the same name, which a decision passed by. */
  describeOthers({ id, alsoFits }: Identification): { alsoFits?: string[] } {
    if (alsoFits.length === 0) return {};
    const { kind } = this.conceptOf(id);
    return { alsoFits: alsoFits.map((each) => toGlobalId(kind, each)) };
  }

  /** An ambiguity likewise. */
  describeAmbiguity({ id, candidateIds }: Ambiguity): { name: string; candidates: string[] } {
    const { kind, name } = this.conceptOf(id);
    return { name: name.text, candidates: candidateIds.map((each) => toGlobalId(kind, each)) };
  }

  private conceptOf(nodeId: string): Concept {
    const concept = this.concepts.get(nodeId);
    if (!concept) throw new Error(`${nodeId} was not stated by this source`);
    return concept;
  }

  /** Stages concepts and mappings, after it is known which nodes were joined. */
  async stage(joined: readonly Identification[]): Promise<void> {
    const earlier = new Map(
      (await this.readEarlier()).map((join) => [`${join.fromId} ${join.toId}`, join]),
    );
    const joins = new Map(joined.map((join) => [join.id, join]));
    for (const concept of this.concepts.values()) {
      const join = joins.get(concept.nodeId);
      const fromId = this.staging.aliases.get(concept.nodeId) ?? concept.nodeId;
      if (!concept.isPublic && fromId === concept.nodeId) continue;
      const toId = this.stageConcept(concept);
      const before = join ? undefined : earlier.get(`${fromId} ${toId}`);
      const qualifiers = join ? evidenceOf(join, concept.name.text) : before?.qualifiers;
      this.staging.edge({
        kind: "MAPPING",
        fromId,
        toId,
        statementKey: null,
        assertions: [
          {
            sourceId: this.sourceId,
            origin: "IMPORTED",
            fields: { match_type: "EXACT" },
            confidence: join?.confidence ?? before?.confidence ?? 1,
            ...(qualifiers && { qualifiers }),
          },
        ],
      });
      await this.staging.drain();
    }
    this.concepts.clear();
  }

  private stageConcept({ uri, code, name }: Concept): string {
    const { scheme } = this.source;
    const key = uri ?? code ?? "";
    const id = keyId("EXTERNAL_CONCEPT", scheme, key);
    // Nodes of two kinds can share a code: it is one concept, called as the first of them.
    if (this.staged.has(id)) return id;
    this.staged.add(id);
    this.staging.node({
      id,
      kind: "EXTERNAL_CONCEPT",
      keys: [{ scheme, key }],
      assertions: [
        {
          sourceId: this.sourceId,
          origin: "IMPORTED",
          fields: {
            labels: [{ ...name, text: titleOf(name.text, key), kind: LabelKind.PREFERRED }],
            scheme,
            ...(this.version && { scheme_version: this.version }),
            ...(code && { code }),
            ...(uri && { url: uri }),
          },
        },
      ],
      slug: slugOf(`${this.source.name} ${key.split("/").at(-1)}`),
      slugSuffix: id.slice(0, 8),
    });
    return id;
  }

  private readEarlier(): Promise<EarlierJoin[]> {
    return this.staging.tx.query<EarlierJoin>(
      `SELECT e.from_id AS "fromId", e.to_id AS "toId", a.confidence, a.qualifiers FROM assertion a JOIN edge e ON e.id = a.edge_id
        WHERE a.source_id = $1 AND e.kind = 'MAPPING' AND a.qualifiers <> '[]'`,
      [this.sourceId],
    );
  }
}

/** A task is named by a whole sentence, which need not be there twice: then the concept is called by its code. */
function titleOf(name: string, key: string): string {
  return name.length > LONGEST_TITLE ? (key.split("/").at(-1) ?? key) : name;
}

/** The name that decided a join; where none did, what the source calls its own node. */
function decidingName({ by, name }: Identification, title: string): string {
  return by === "NAME" || by === "ALIAS" ? name : title;
}

/** What a joined node's mapping says about the join. */
function evidenceOf(join: Identification, title: string): QualifierRecord[] {
  return [
    { name: "joined by", value: join.by.toLowerCase() },
    { name: "joined name", value: decidingName(join, title) },
  ];
}
