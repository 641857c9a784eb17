import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { AppError } from "../shared/errors";
import { toDatabaseError } from "./database-errors";
import { MASKED_MESSAGE } from "./format-error";

/** When a client that got 503 may try again. */
export const RETRY_AFTER_SECONDS = 1;

/** Codes of errors that concern HTTP, before GraphQL is reached; part of the public contract. */
export type HttpErrorCode =
  | "BAD_REQUEST"
  | "NOT_FOUND"
  | "METHOD_NOT_ALLOWED"
  | "NOT_ACCEPTABLE"
  | "REQUEST_TIMEOUT"
  | "PAYLOAD_TOO_LARGE"
  | "UNSUPPORTED_MEDIA_TYPE"
  | "HEADERS_TOO_LARGE"
  | "SERVICE_UNAVAILABLE"
  | "INTERNAL_SERVER_ERROR";

const CODES: Readonly<Record<number, HttpErrorCode>> = {
  404: "NOT_FOUND",
  405: "METHOD_NOT_ALLOWED",
  406: "NOT_ACCEPTABLE",
  408: "REQUEST_TIMEOUT",
  413: "PAYLOAD_TOO_LARGE",
  415: "UNSUPPORTED_MEDIA_TYPE",
  431: "HEADERS_TOO_LARGE",
  503: "SERVICE_UNAVAILABLE",
};

/** Ends a request with this status; the message is public. */
export class HttpError extends Error {
  constructor(
    readonly statusCode: number,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = "HttpError";
  }
}

/** The HTTP status of an answer without data that has only errors of this code; undefined leaves it. */
export function statusOfCode(code: string): number | undefined {
  return STATUSES[code];
}

const STATUSES: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  QUERY_TOO_COMPLEX: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  SERVICE_UNAVAILABLE: 503,
};

/** The body of an error outside GraphQL; written as GraphQL writes its own, so that clients have one reader. */
export function errorBody(code: string, message: string, requestId?: string): string {
  const extensions = requestId === undefined ? { code } : { code, requestId };
  return `${JSON.stringify({ errors: [{ message, extensions }] })}\n`;
}

/** Makes every error of the server JSON, also those of unknown paths, bad URLs and broken connections. */
export function installErrorHandlers(server: FastifyInstance): void {
  server.setErrorHandler((error: FastifyError | HttpError | AppError, request, reply) =>
    sendError(error, request, reply),
  );
  server.setNotFoundHandler((request, reply) =>
    sendError(new HttpError(404, "There is nothing at this path."), request, reply),
  );
}

export function sendError(
  thrown: FastifyError | HttpError | AppError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const error = thrown instanceof AppError ? thrown : (toDatabaseError(thrown) ?? thrown);
  const status = statusOfError(error);
  if (status === 500) {
    request.log.error({ err: error }, "defect");
    void reply.code(500).type("application/json; charset=utf-8");
    return reply.send(errorBody("INTERNAL_SERVER_ERROR", MASKED_MESSAGE, request.id));
  }
  if (error instanceof HttpError) void reply.headers(error.headers);
  if (status === 503) void reply.header("retry-after", RETRY_AFTER_SECONDS);
  // What is still to come of a refused body is not read.
  if (status === 413 || status === 415) void reply.header("connection", "close");
  const isOurs = error instanceof HttpError || error instanceof AppError;
  const message = isOurs ? error.message : `${STATUS_CODES[status]}.`;
  const code = error instanceof AppError ? error.code : (CODES[status] ?? "BAD_REQUEST");
  // Undefined for requests with a malformed URL, which no hook has seen.
  if (request.notes) request.notes.codes = [code];
  void reply.code(status).type("application/json; charset=utf-8");
  return reply.send(errorBody(code, message));
}

function statusOfError(error: FastifyError | HttpError | AppError): number {
  if (error instanceof AppError) return statusOfCode(error.code) ?? 500;
  const status = error.statusCode ?? 500;
  return (status >= 400 && status < 500) || status === 503 ? status : 500;
}

/** Answers what is not even a request: bad HTTP, too many header bytes, headers that never end. */
export function answerBrokenConnection(
  error: NodeJS.ErrnoException,
  socket: Pick<Socket, "writable" | "destroyed" | "write" | "destroy" | "destroySoon">,
): void {
  if (error.code === "ECONNRESET" || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const status =
    error.code === "HPE_HEADER_OVERFLOW"
      ? 431
      : error.code === "ERR_HTTP_REQUEST_TIMEOUT"
        ? 408
        : 400;
  const body = errorBody(CODES[status] ?? "BAD_REQUEST", `${STATUS_CODES[status]}.`);
  socket.write(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      "Content-Type: application/json; charset=utf-8",
      `Content-Length: ${Buffer.byteLength(body)}`,
      "Connection: close",
      "",
      body,
    ].join("\r\n"),
  );
  // Not `end`: that would wait for the client to close its side, and a hostile one never does.
  socket.destroySoon();
}
