import type { FastifyBaseLogger } from "fastify";
import { readAncestors } from "./ancestors";

/** What `installShutdown` needs of the process, so that tests can stand in for it. */
export interface ShutdownProcess {
  on(signal: "SIGTERM" | "SIGINT", listener: () => void): unknown;
  exit(code: number): void;
}

export interface ShutdownParts {
  server: {
    /** `/readyz` says no, answers close their connections; see `createServer`. */
    drain(): void;
    close(): PromiseLike<unknown>;
    readonly server: { closeAllConnections(): void };
    readonly log: Pick<FastifyBaseLogger, "info" | "error">;
  };
  /** Runs when no request is under way any more: close the database here. */
  afterClose(): Promise<void>;
  /** How long requests are still taken after SIGTERM; load balancers see `/readyz` meanwhile. */
  delayMs: number;
  /** Also shut down when the parent process is gone. */
  stopWithParent: boolean;
  /** From the signal on, the delay included: then we exit whatever hangs. 9.5 s when absent. */
  patienceMs?: number;
  process?: ShutdownProcess;
  readAncestors?: () => readonly number[];
}

/** Below 10 s, the usual grace before SIGKILL. */
const PATIENCE_MS = 9_500;
/** What is left of the patience when connections that are still open are cut: for the database. */
const RESERVE_MS = 1_000;
const PARENT_CHECK_MS = 500;
const SAME_SIGNAL_MS = 1_000;

/**
 * Ends the process in good order at SIGTERM, SIGINT, or when the parent is gone.
 *
 * At once: `/readyz` says no and every answer closes its connection. After the delay (none for
 * SIGINT, where somebody waits at a keyboard): no new connections. When the requests under way are
 * answered, or cut a second before the patience ends: `afterClose`, then exit with 0. The end of the
 * patience exits with 1, and so does a signal that comes more than a second after the first.
 *
 * The parent is watched because a signal to npm ends npm and its shell, not us: our process would
 * live on and hold port and data folder. Gives the function that begins the shutdown.
 */
export function installShutdown(parts: ShutdownParts): (reason: string, delayMs: number) => void {
  const { server, afterClose, patienceMs = PATIENCE_MS, process: host = process } = parts;
  let begunAt: number | null = null;

  const begin = (reason: string, delayMs: number) => {
    if (begunAt !== null) {
      // Control-C reaches us twice under npm: from the terminal and from npm.
      if (performance.now() - begunAt > SAME_SIGNAL_MS) host.exit(1);
      return;
    }
    begunAt = performance.now();
    server.drain();
    server.log.info({ reason, delayMs }, "shutting down");
    void finish(delayMs).then(
      () => host.exit(0),
      (err: unknown) => {
        server.log.error({ err }, "shutting down failed");
        host.exit(1);
      },
    );
  };

  const finish = async (delayMs: number) => {
    setTimeout(() => {
      server.log.error("shutting down takes too long; giving up");
      host.exit(1);
    }, patienceMs).unref();
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    const cutAfterMs = patienceMs - delayMs - RESERVE_MS;
    setTimeout(() => server.server.closeAllConnections(), cutAfterMs).unref();
    await server.close();
    await afterClose();
  };

  host.on("SIGTERM", () => begin("SIGTERM", parts.delayMs));
  host.on("SIGINT", () => begin("SIGINT", 0));
  if (parts.stopWithParent) {
    const read = parts.readAncestors ?? readAncestors;
    watchAncestors(read, () => {
      if (begunAt === null) begin("the process that started this one is gone", 0);
    });
  }
  return begin;
}

function watchAncestors(read: () => readonly number[], onGone: () => void): void {
  const first = read().join();
  const timer = setInterval(() => {
    if (read().join() === first) return;
    clearInterval(timer);
    onGone();
  }, PARENT_CHECK_MS);
  timer.unref();
}
