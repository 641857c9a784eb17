import { types } from "node:util";
import { AppError, unavailable } from "../shared/errors";

/** What a client is told. None of it names a host, a table or the text of a driver's error. */
export const MESSAGES = {
  away: "The database is not available. Try again in a moment.",
  slow: "The database took too long to answer. Try again, or ask for less.",
  busy: "The server is busy. Try again in a moment.",
  unknownOutcome:
    "The connection was lost while the change was being saved; it may or may not have been saved.",
} as const;

/** Errors of the socket, of the name look-up and of TLS. */
const NETWORK_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "EHOSTDOWN",
  "ENETUNREACH",
  "ENETDOWN",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENOENT", // the Unix socket of a server that is not running
]);

/** The driver and its pool raise these without any code. */
const CONNECTION_TEXT =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end|Query read timeout|The server does not support SSL|There was an error establishing an SSL)/;

const CANCELLED = "57014";
const RETRYABLE = new Set(["40001", "40P01"]);

/** SQLSTATE or system code of an error, looking through what wraps it; null when it has none. */
export function codeOf(error: unknown): string | null {
  for (let current = error, depth = 0; isError(current) && depth < 5; depth++) {
    const { code, driverError, cause } = current as Error & {
      code?: unknown;
      driverError?: unknown;
      cause?: unknown;
    };
    if (typeof code === "string" && !(current instanceof AppError)) return code;
    current = driverError ?? cause;
  }
  return null;
}

/** True when the connection itself is lost, refused or unusable: give the client up, do not reuse it. */
export function isConnectionFailure(error: unknown): boolean {
  if (!isError(error)) return false;
  const code = codeOf(error);
  if (code !== null) {
    return (
      NETWORK_CODES.has(code) ||
      /^(08|57P|53300|25P03|25P04)/.test(code) ||
      code.startsWith("ERR_STREAM")
    );
  }
  if (CONNECTION_TEXT.test(error.message)) return true;
  return isConnectionFailure(error.cause);
}

/** True for a serialization failure or a deadlock: the whole transaction may be tried again. */
export function isRetryable(error: unknown): boolean {
  return RETRYABLE.has(codeOf(error) ?? "");
}

/**
 * The error to hand on: SERVICE_UNAVAILABLE for a database that is away, too slow or overloaded, with the original
 * as `cause`; any other error (a constraint, a wrong value, a defect) unchanged, with its SQLSTATE.
 */
export function toFailure(error: unknown): Error {
  if (error instanceof AppError) return error;
  if (!isError(error)) return new Error(String(error));
  const code = codeOf(error) ?? "";
  if (code === CANCELLED) return withCause(MESSAGES.slow, error);
  if (code === "55P03" || isRetryable(error)) return withCause(MESSAGES.busy, error);
  if (error.message === "timeout exceeded when trying to connect")
    return withCause(MESSAGES.busy, error);
  if (code.startsWith("53") || isConnectionFailure(error)) return withCause(MESSAGES.away, error);
  return error;
}

/** SERVICE_UNAVAILABLE with a public message; the cause is for the log. */
export function withCause(message: string, cause?: unknown): AppError {
  const failure = unavailable(message);
  if (cause !== undefined) failure.cause = cause;
  return failure;
}

/** Also true for errors of Node itself where `instanceof` is not: under jest they come from another realm. */
function isError(value: unknown): value is Error {
  return value instanceof Error || types.isNativeError(value);
}
