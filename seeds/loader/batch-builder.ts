import type { EdgeKind } from "../../src/edges/edge.entity";
import { LabelKind } from "../../src/labels/label.types";
import { edgeId, keyId } from "../../src/merge/ids";
import type {
  AssertionRecord,
  Batch,
  EdgeRecord,
  NodeRecord,
  SourceKey,
  StatedFields,
} from "../../src/merge/records";
import type { NodeKind } from "../../src/shared/global-id";

/** Links without a direction: the smaller id stands at the start. */
const UNDIRECTED: ReadonlySet<EdgeKind> = new Set(["RELATED", "COLLABORATION"]);

/**
 * Collects what the seed files state. Nodes are named by kind and slug; the same name in two layers is the same node,
 * known under a key of each layer.
 */
export class BatchBuilder {
  private readonly nodes = new Map<
    string,
    NodeRecord & { keys: SourceKey[]; assertions: AssertionRecord[] }
  >();
  private readonly edges = new Map<string, EdgeRecord & { assertions: AssertionRecord[] }>();

  /** States a node; `key` is what the layer `scheme` calls it. Its slug is stated with its fields. */
  node(
    kind: NodeKind,
    slug: string,
    key: SourceKey,
    assertions: readonly AssertionRecord[],
  ): string {
    const name = `${kind}/${slug}`;
    let node = this.nodes.get(name);
    if (!node) {
      node = { id: keyId(kind, key.scheme, key.key), kind, keys: [], assertions: [] };
      this.nodes.set(name, node);
    }
    if (!node.keys.some((known) => known.scheme === key.scheme && known.key === key.key))
      node.keys.push(key);
    node.assertions.push(
      ...assertions.map((a) =>
        Object.keys(a.fields).length > 0 ? { ...a, fields: { slug, ...a.fields } } : a,
      ),
    );
    return node.id;
  }

  has(kind: NodeKind, slug: string): boolean {
    return this.nodes.has(`${kind}/${slug}`);
  }

  /** The name that a node was first stated with. */
  nameOf(kind: NodeKind, slug: string): string {
    const labels = this.nodes.get(`${kind}/${slug}`)?.assertions[0]?.fields.labels;
    const name = labels?.find((label) => label.kind === LabelKind.PREFERRED)?.text;
    if (name === undefined) throw new Error(`${kind} "${slug}" was not stated with a name`);
    return name;
  }

  /** The id of a node that was stated before. @throws Error naming the place where an unknown one is used. */
  id(kind: NodeKind, slug: string, at: string): string {
    const node = this.nodes.get(`${kind}/${slug}`);
    if (!node)
      throw new Error(`${at}: there is no ${kind.toLowerCase().replaceAll("_", " ")} "${slug}"`);
    return node.id;
  }

  /** States a link; stating the same ends and kind again adds assertions to the one link. */
  edge(
    kind: EdgeKind,
    fromId: string,
    toId: string | null,
    assertions: readonly AssertionRecord[],
    statementKey: string | null = null,
  ): void {
    const swap = UNDIRECTED.has(kind) && toId !== null && toId < fromId;
    const ends = {
      kind,
      fromId: swap ? toId : fromId,
      toId: swap ? fromId : toId,
      statementKey,
    };
    const id = edgeId(ends);
    const edge = this.edges.get(id);
    if (edge) edge.assertions.push(...assertions);
    else this.edges.set(id, { ...ends, assertions: [...assertions] });
  }

  build(sourceIds: readonly string[]): Batch {
    const merged = <T extends { assertions: readonly AssertionRecord[] }>(records: Iterable<T>) =>
      [...records].map((record) => ({ ...record, assertions: joinEqual(record.assertions) }));
    return { sourceIds, nodes: merged(this.nodes.values()), edges: merged(this.edges.values()) };
  }
}

/** One source says the same thing at the same place once: fields of equal assertions are joined. */
function joinEqual(assertions: readonly AssertionRecord[]): AssertionRecord[] {
  const byIdentity = new Map<string, AssertionRecord>();
  for (const assertion of assertions) {
    const { sourceId, locator, wording, strength, qualifiers } = assertion;
    const identity = JSON.stringify([sourceId, locator, wording, strength, qualifiers]);
    const known = byIdentity.get(identity);
    byIdentity.set(
      identity,
      known ? { ...known, fields: joinFields(known.fields, assertion.fields) } : assertion,
    );
  }
  return [...byIdentity.values()];
}

function joinFields(a: StatedFields, b: StatedFields): StatedFields {
  return {
    ...a,
    ...b,
    ...(a.labels || b.labels ? { labels: [...(a.labels ?? []), ...(b.labels ?? [])] } : {}),
    ...(a.texts || b.texts ? { texts: [...(a.texts ?? []), ...(b.texts ?? [])] } : {}),
  };
}
