import type { FastifyInstance, RouteShorthandOptions } from "fastify";
import type { Readiness, ServerParts } from "./server-parts";

const CACHED_MS = 1_000;
/** A database that hangs is not ready: its answer is not waited for longer than this. */
const PATIENCE_MS = 800;

/**
 * `/healthz`: the process answers; never asks the database, so that a lost database does not make an
 * orchestrator restart us for ever. `/readyz`: requests can be answered now; 503 with the reasons
 * when not, and from the start of a shutdown on. Both are answered under overload, too.
 */
export function installHealth(
  server: FastifyInstance,
  readiness: ServerParts<unknown>["readiness"],
  isDraining: () => boolean,
): void {
  const ask = cachedReadiness(readiness);
  const options: RouteShorthandOptions = {
    config: { pressureHandler: () => undefined },
    logLevel: "warn",
  };
  server.get("/healthz", options, async (_request, reply) =>
    reply.header("cache-control", "no-store").send({ status: "ok" }),
  );
  server.get("/readyz", options, async (_request, reply) => {
    const { ready, reasons }: Readiness = isDraining()
      ? { ready: false, reasons: ["The server is shutting down."] }
      : await ask();
    void reply.header("cache-control", "no-store");
    if (ready) return reply.send({ status: "ready" });
    return reply.code(503).header("retry-after", 1).send({ status: "not ready", reasons });
  });
}

/** Asks at most once a second, and once at a time. Never rejects. */
export function cachedReadiness(readiness: () => Promise<Readiness>): () => Promise<Readiness> {
  let latest: Promise<Readiness> | null = null;
  let askedAt = 0;
  return () => {
    const now = performance.now();
    if (latest === null || now - askedAt >= CACHED_MS) {
      askedAt = now;
      latest = askPatiently(readiness);
    }
    return latest;
  };
}

async function askPatiently(readiness: () => Promise<Readiness>): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  const impatience = new Promise<Readiness>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, {
      ready: false,
      reasons: ["The check took too long."],
    });
  });
  try {
    return await Promise.race([readiness(), impatience]);
  } catch {
    // What was thrown may hold addresses; the reasons are public.
    return { ready: false, reasons: ["The check failed."] };
  } finally {
    clearTimeout(timer);
  }
}
