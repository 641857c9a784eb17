import type { Database, Reader } from "../database/database";
import type { Compute } from "./compute/compute";
import type { GraphChange, PartDefinition, PartScope } from "./part";

/** What is kept of a part: a state, and the last revision that it is known to be right for. */
interface Kept<State> {
  readonly state: State;
  readonly revision: number;
  /** What was right before, for requests that began before: what is new now is not there in what they read. */
  readonly before: Omit<Kept<State>, "before"> | null;
}

/** So far back does the log of changes reach; see `LOGGED_REVISIONS` of the merge. */
const REMEMBERED_REVISIONS = 1_000;
/** Longer than any request may take: then nobody asks for the state before any more. */
const KEPT_BEFORE_MS = 15_000;
/** Reading everything may take longer than a statement of a request. */
const STATEMENT_TIMEOUT_MS = 60_000;

/**
 * Keeps the parts of the career index for all requests of a process and lets them follow the graph.
 *
 * A part is made when it is first asked for, or ahead by `prepare`. When the graph has a later revision, the log of changes
 * tells what has changed since: nothing that concerns the part, then its state is the same object as before; a few nodes or
 * links, then it is brought up to date; more, then it is made anew. What is asked for meanwhile waits; two never make the
 * same part at the same time, so a change costs once, however many ask.
 */
export class IndexKeeper {
  private readonly kept = new Map<string, Kept<unknown>>();
  private readonly making = new Map<string, Promise<unknown>>();

  constructor(
    private readonly database: Pick<Database, "backgroundReader">,
    private readonly compute: Compute,
  ) {}

  /**
   * The part as of `revision`, or of a later one when several changes came since. Throws what reading the database throws;
   * the next who asks tries again.
   */
  async part<State>(definition: PartDefinition<State>, revision: number): Promise<State> {
    for (;;) {
      const kept = this.kept.get(definition.name) as Kept<State> | undefined;
      if (kept && kept.revision >= revision)
        return kept.before && revision <= kept.before.revision ? kept.before.state : kept.state;
      // A making that began before the revision may end before it: then another round.
      await (this.making.get(definition.name) ?? this.make(definition));
    }
  }

  /** Whether the part is there, so that nobody has to wait for it. */
  has(definition: PartDefinition<unknown>, revision: number): boolean {
    return (this.kept.get(definition.name)?.revision ?? -1) >= revision;
  }

  private make<State>(definition: PartDefinition<State>): Promise<void> {
    const making = this.follow(definition).finally(() => this.making.delete(definition.name));
    this.making.set(definition.name, making);
    return making;
  }

  private async follow<State>(definition: PartDefinition<State>): Promise<void> {
    const kept = this.kept.get(definition.name) as Kept<State> | undefined;
    const reader = this.database.backgroundReader({ statementTimeoutMs: STATEMENT_TIMEOUT_MS });
    try {
      const revision = await readRevision(reader);
      if (kept && kept.revision >= revision) return;
      const scope: PartScope = {
        reader,
        compute: this.compute,
        part: (other) => this.part(other, revision),
      };
      const state = await this.nextState(definition, kept, revision, scope);
      this.keep(definition.name, kept, state, revision);
    } finally {
      await reader.close();
    }
  }

  private keep<State>(
    name: string,
    last: Kept<State> | undefined,
    state: State,
    revision: number,
  ): void {
    if (last?.state === state) {
      this.kept.set(name, { ...last, revision });
      return;
    }
    const before = last ? { state: last.state, revision: last.revision } : null;
    const now: Kept<State> = { state, revision, before };
    this.kept.set(name, now);
    setTimeout(() => {
      const kept = this.kept.get(name);
      if (kept?.before === before) this.kept.set(name, { ...kept, before: null });
    }, KEPT_BEFORE_MS).unref();
  }

  private async nextState<State>(
    definition: PartDefinition<State>,
    kept: Kept<State> | undefined,
    revision: number,
    scope: PartScope,
  ): Promise<State> {
    if (!kept || revision - kept.revision > REMEMBERED_REVISIONS) return definition.build(scope);
    const log = await scope.reader.query<GraphChange>(
      `SELECT DISTINCT c.subject, c.kind, c.owner FROM graph_change c WHERE c.revision > $1 AND c.revision <= $2`,
      [kept.revision, revision],
    );
    const changes = log.filter((change) => definition.concerns(change));
    if (changes.length === 0) return kept.state;
    const listed = changes.filter(hasOwner);
    const updated =
      listed.length === changes.length ? await definition.update(kept.state, listed, scope) : null;
    return updated ?? definition.build(scope);
  }
}

function hasOwner(change: GraphChange): change is GraphChange & { owner: string } {
  return change.owner !== null;
}

export async function readRevision(reader: Pick<Reader, "query">): Promise<number> {
  const [row] = await reader.query<{ revision: number }>("SELECT r.revision FROM graph_revision r");
  if (!row) throw new Error("graph_revision has no row");
  return row.revision;
}
