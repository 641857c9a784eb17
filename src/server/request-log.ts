import type { FastifyInstance } from "fastify";
import type { AnswerNotes } from "./answer-notes";

declare module "fastify" {
  interface FastifyRequest {
    /** What is known of a GraphQL request; null for all other requests. */
    notes: AnswerNotes | null;
  }
}

/**
 * One line for each request: method, path, status, milliseconds, and for GraphQL the name of the
 * operation, its cost and the codes of its errors. Never headers, query strings, bodies or variables.
 */
export function installRequestLog(server: FastifyInstance): void {
  server.decorateRequest("notes", null);
  server.addHook("onRequest", async (request, reply) => {
    void reply.header("x-request-id", request.id);
  });
  server.addHook("onResponse", async (request, reply) => {
    const line = {
      method: request.method,
      path: request.url.split("?", 1)[0]?.slice(0, 200),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      operation: request.notes?.operation?.slice(0, 100),
      cost: request.notes?.cost,
      codes: request.notes?.codes,
    };
    request.log.info(line, "request");
  });
}

/**
 * An error as it may stand in the log: pino would add all its properties, and those of TypeORM's and
 * pg's errors hold the parameters of the statement, which are the client's values. The SQL has none.
 */
export function toLoggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), stack: "" };
  const { name, message, stack = "", cause } = error;
  const { code, query } = error as { code?: unknown; query?: unknown };
  return {
    type: name,
    message,
    stack,
    ...(typeof code === "string" && { code }),
    ...(typeof query === "string" && { query }),
    ...(cause instanceof Error && { cause: { type: cause.name, message: cause.message } }),
  };
}

interface LoggedError {
  type: string;
  message: string;
  stack: string;
  [more: string]: unknown;
}
