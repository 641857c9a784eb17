import type { AssertionRecord, EdgeRecord } from "../../merge/records";
import type { Staging } from "../../merge/staging";
import { ImportError } from "../import-error";
import { cycleClosers, isAcyclic, type Link } from "../run/cycle-closers";
import type { Report } from "../run/report";
import type { Tallies } from "../run/tallies";
import type { SkipReason } from "../skip-reasons";
import { HIERARCHY_OF_OTHERS, TAKEN_IDS } from "./known-nodes-sql";
import type { NodeStager } from "./stage-nodes";

/** Stages the links of a graph file between what their ends are in this graph. */
export class LinkStager {
  private readonly hierarchy: (Link & { line: number })[] = [];
  /** Nodes of the graph that are several of the file, or have another id there. */
  private readonly joined: ReadonlySet<string>;

  constructor(
    private readonly staging: Staging,
    private readonly file: string,
    private readonly nodes: NodeStager,
    private readonly tallies: Tallies,
    private readonly report: Report,
  ) {
    this.joined = new Set([...staging.aliases].flat());
  }

  add(link: EdgeRecord, line: number): void {
    const { kind, fromId, toId } = link;
    for (const [column, id] of [["from", fromId] as const, ["to", toId] as const])
      if (id !== null && !this.nodes.places.has(id))
        throw new ImportError(`no node of this file has the id ${id}`, {
          file: this.file,
          line,
          column,
        });
    this.nodes.checkSources(link.assertions, line);
    const isJoined = this.joined.has(fromId) || (toId !== null && this.joined.has(toId));
    const assertions = link.assertions.map((said) => this.resolvedSaid(said, isJoined));
    const tally = { entity: this.tallies.numberOf(entityOf(kind)), rows: 1 };
    const taken = this.staging.edge({ ...link, assertions }, tally);
    if (taken === "SELF_RELATION") this.skip(link, taken, line);
    else if (taken === "TAKEN") this.remember(link, line);
    else if (isJoined) this.skip(link, "DUPLICATE_ROW", line);
    else
      throw new ImportError("is a link of the same kind between the same ends as one before", {
        file: this.file,
        line,
      });
  }

  /** After the last link: takes back those that would close a cycle with what others state in this graph. */
  async finish(sourceIds: readonly string[]): Promise<void> {
    const { tx } = this.staging;
    await this.staging.flush();
    const given = this.nodes.givenIds;
    if (given.size > 0)
      for (const { id } of await tx.query<{ id: string }>(TAKEN_IDS, [[...given.keys()]]))
        throw new ImportError(`${id} is the id of something else that is said; leave it out`, {
          file: this.file,
          line: given.get(id),
          column: "assertions",
        });
    if (this.hierarchy.length === 0) return;
    const others = await tx.query<Link>(HIERARCHY_OF_OTHERS, [sourceIds]);
    const closers = cycleClosers(others, this.hierarchy);
    for (const link of closers) this.skip(link, "CYCLE", link.line);
    await this.staging.discardEdges(closers.map((link) => ({ ...link, statementKey: null })));
  }

  private remember({ kind, fromId, toId, assertions }: EdgeRecord, line: number): void {
    if (toId === null || !assertions.some(({ fields }) => isAcyclic(kind, fields))) return;
    this.hierarchy.push({ kind, fromId: this.resolved(fromId), toId: this.resolved(toId), line });
  }

  /** The id of what is said of a link follows from the link, which is another one between other nodes. */
  private resolvedSaid({ id, ...said }: AssertionRecord, isJoined: boolean): AssertionRecord {
    const sourceId = this.resolved(said.sourceId);
    return isJoined ? { ...said, sourceId } : { ...said, id, sourceId };
  }

  private resolved(id: string): string {
    return this.staging.aliases.get(id) ?? id;
  }

  private skip(
    { kind, fromId: from, toId: to }: Omit<EdgeRecord, "assertions" | "statementKey">,
    reason: SkipReason,
    line: number,
  ): void {
    this.tallies.skip(entityOf(kind), reason);
    const place = { file: this.file, line, values: { type: "link", kind, from, to } };
    this.report.skipped(entityOf(kind), reason, place);
  }
}

function entityOf(kind: string): string {
  return `${kind.toLowerCase().replaceAll("_", " ")} links`;
}
