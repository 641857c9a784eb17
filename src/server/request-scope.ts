import { unavailable } from "../shared/errors";
import type { ServerParts } from "./server-parts";

/**
 * What one GraphQL request holds from its first use of the context to its end.
 *
 * `end` is called by whatever comes first: the answer is done, the client is gone, or the time is
 * up. It aborts the signal (unless the answer is done) and disposes of the context exactly once.
 */
export class RequestScope<C> {
  private readonly controller = new AbortController();
  private opened: { context: C; dispose(): Promise<void> } | null = null;
  private ended: Promise<void> | null = null;

  constructor(
    private readonly parts: Pick<ServerParts<C>, "openRequest">,
    readonly requestId: string,
  ) {}

  /** The context for the resolvers; opened at the first call, the same one from then on. */
  context(): C {
    if (this.ended !== null) throw unavailable("The request has ended.");
    this.opened ??= this.parts.openRequest({
      requestId: this.requestId,
      signal: this.controller.signal,
    });
    return this.opened.context;
  }

  /** Gives when disposing is done; never rejects but with what `dispose` rejects with. */
  end(abortedBecause?: Error): Promise<void> {
    if (this.ended !== null) return this.ended;
    if (abortedBecause !== undefined) this.controller.abort(abortedBecause);
    this.ended = this.dispose();
    return this.ended;
  }

  get hasEnded(): boolean {
    return this.ended !== null;
  }

  /** Asynchronous, so that what `dispose` throws at once is a rejection, too. */
  private async dispose(): Promise<void> {
    await this.opened?.dispose();
  }
}
