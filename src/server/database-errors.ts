import { AppError, unavailable } from "../shared/errors";

/** Codes of Node's sockets when a database cannot be reached or went away. */
const CONNECTION_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);

/** What `pg` and `pg-pool` say without a code when a connection is missing or lost. */
const CONNECTION_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Cannot use a pool after calling end|Client was closed)/;

/**
 * SQLSTATE, or its first two characters (https://www.postgresql.org/docs/current/errcodes-appendix.html):
 * 08 connection, 53 resources, 57 operator (57014 a statement cancelled or timed out, 57P01 shutdown),
 * 40 deadlock or serialization failure after all retries, 55P03 a lock not had in time,
 * 25P03 idle in a transaction, 25006 a primary that became a replica.
 */
const UNAVAILABLE_STATES = new Set(["08", "53", "57", "40", "55P03", "25P03", "25006"]);

/**
 * What a client may know of an error of the database; null when it is none, or a defect.
 * The text of the database is never passed on: it holds values, names of tables and addresses.
 */
export function toDatabaseError(error: unknown): AppError | null {
  for (const { code, syscall, message } of chainOf(error)) {
    if (typeof code === "string") {
      if (/^22[0-9A-Z]{3}$/.test(code)) {
        return new AppError(
          "BAD_USER_INPUT",
          "A value has a form or a size that cannot be stored.",
        );
      }
      if (code === "23505") {
        return new AppError("CONFLICT", "Something with this unique value exists already.");
      }
      const isState = /^[0-9][0-9A-Z]{4}$/.test(code);
      if (isState && (UNAVAILABLE_STATES.has(code) || UNAVAILABLE_STATES.has(code.slice(0, 2)))) {
        return away();
      }
      // Any other code of a failed connect is of a database's socket (ENOENT, EACCES), not of a file.
      if (CONNECTION_CODES.has(code) || syscall === "connect") return away();
    }
    if (typeof message === "string" && CONNECTION_MESSAGES.test(message)) return away();
  }
  return null;
}

function away(): AppError {
  return unavailable("The database did not answer. Please try again.");
}

interface ErrorLike {
  code?: unknown;
  syscall?: unknown;
  message?: unknown;
  driverError?: unknown;
  cause?: unknown;
  errors?: unknown;
}

/** The error and what it wraps: TypeORM keeps the driver's error, Node a list of failed addresses. */
function chainOf(error: unknown): ErrorLike[] {
  const chain: ErrorLike[] = [];
  let next = error;
  while (typeof next === "object" && next !== null && chain.length < 5) {
    const link: ErrorLike = next;
    chain.push(link);
    next = link.driverError ?? link.cause ?? (Array.isArray(link.errors) ? link.errors[0] : null);
  }
  return chain;
}
