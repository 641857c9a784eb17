/** Stable, documented codes. Clients branch on these, never on messages. */
export type ErrorCode =
  | "BAD_USER_INPUT"
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "CONFLICT"
  | "CYCLE"
  | "QUERY_TOO_COMPLEX"
  | "RATE_LIMITED"
  | "SERVICE_UNAVAILABLE";

/** JSON-safe facts that may be shown to a client. */
export type ErrorDetails = Readonly<
  Record<string, string | number | readonly string[] | readonly ErrorField[]>
>;

/** One wrong input field: where it stands and what is legal there, never the submitted value. */
export interface ErrorField {
  /** Dotted path of the argument, e.g. `filter.minImportance`. */
  path: string;
  reasons: readonly string[];
}

/**
 * A failure that the caller can understand and act on. Its message is public.
 * Anything else that is thrown is a defect and is masked at the boundary.
 */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
    this.name = "AppError";
  }
}

/** A wrong argument. `path` is dotted, e.g. `filter.minImportance`; `reason` says what is legal. */
export function badInput(path: string, reason: string): AppError {
  return new AppError("BAD_USER_INPUT", `${path}: ${reason}`, {
    fields: [{ path, reasons: [reason] }],
  });
}

/** A node that a question cannot do without. */
export function notFound(kind: string, id: string): AppError {
  return new AppError("NOT_FOUND", `${kind} "${id}" does not exist.`, { kind, id });
}

/** The database is away, too slow, or the server is overloaded; the client may try again. */
export function unavailable(message: string): AppError {
  return new AppError("SERVICE_UNAVAILABLE", message);
}
