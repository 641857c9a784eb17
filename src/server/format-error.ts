import type { ValidationError } from "class-validator";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { ArgumentValidationError } from "type-graphql";
import { AppError, type ErrorField } from "../shared/errors";
import { toDatabaseError } from "./database-errors";
import { toRequestError } from "./request-errors";

/** The message of every defect that a client sees. The log has the rest, under the request id. */
export const MASKED_MESSAGE = "Internal server error.";

/**
 * The one place where exceptions become GraphQL errors; the result is Apollo's `formatError`.
 *
 * - `AppError` keeps its code, message and details.
 * - Failed validation of arguments keeps paths and reasons, never the submitted values.
 * - Errors of the database become BAD_USER_INPUT, CONFLICT or SERVICE_UNAVAILABLE by their SQLSTATE.
 * - Errors of the GraphQL engine keep their code, and lose the submitted values they quote.
 * - Everything else is a defect: masked. `isDefect` tells, so that the caller can log it.
 *
 * `path` and `locations` stay in all cases. `hidesSuggestions` cuts "Did you mean …", which would tell
 * names of the schema.
 */
export function makeFormatError({ hidesSuggestions }: { hidesSuggestions: boolean }) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const known = formatError(formatted, error);
    if (!hidesSuggestions) return known;
    return JSON.parse(JSON.stringify(known), (_key, value: unknown) =>
      typeof value === "string" ? value.replace(/ Did you mean [\s\S]*$/, "") : value,
    );
  };
}

function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = originalOf(error);
  const known = original instanceof AppError ? original : toDatabaseError(original);
  if (known !== null) {
    const extensions = { ...known.details, code: known.code };
    return { message: known.message, ...placeOf(formatted), extensions };
  }
  if (original instanceof ArgumentValidationError) {
    const fields = listFailures(original.extensions.validationErrors as ValidationError[]);
    const extensions = { code: "BAD_USER_INPUT", fields };
    return { message: "Invalid input.", ...placeOf(formatted), extensions };
  }
  const request = toRequestError(formatted, error);
  if (request !== null)
    return { message: request.message, ...placeOf(formatted), extensions: request.extensions };
  const code = formatted.extensions?.code;
  if (typeof code === "string" && code !== "INTERNAL_SERVER_ERROR") {
    return { message: formatted.message, ...placeOf(formatted), extensions: { code } };
  }
  const extensions = { code: "INTERNAL_SERVER_ERROR" };
  return { message: MASKED_MESSAGE, ...placeOf(formatted), extensions };
}

/** Whether a formatted error hides a defect, which belongs into the log. */
export function isDefect(formatted: GraphQLFormattedError): boolean {
  return formatted.extensions?.code === "INTERNAL_SERVER_ERROR";
}

/** What was thrown first, below the errors that the engine wrapped around it. */
export function originalOf(error: unknown): unknown {
  let inner = error;
  while (inner instanceof GraphQLError && inner.originalError) inner = inner.originalError;
  return inner;
}

function placeOf({ path, locations }: GraphQLFormattedError) {
  return { ...(locations && { locations }), ...(path && { path }) };
}

/** `skills.0.proficiency: [reasons]` for every failed leaf, without submitted values. */
function listFailures(errors: readonly ValidationError[], parent = ""): ErrorField[] {
  // A list argument arrives as one list of errors for each failed item.
  return errors.flat().flatMap((error) => {
    const path = parent ? `${parent}.${error.property}` : error.property;
    const reasons = Object.values(error.constraints ?? {});
    const own = reasons.map((reason) => withoutValue(reason, error.value));
    const failures = own.length > 0 ? [{ path, reasons: own }] : [];
    return [...failures, ...listFailures(error.children ?? [], path)];
  });
}

/** A reason may quote the value (`$value` in a message of class-validator); here it no longer does. */
function withoutValue(reason: string, value: unknown): string {
  const values = (Array.isArray(value) ? value : [value]).filter(
    (item) => typeof item === "string" || typeof item === "number",
  );
  return values.reduce<string>((text, item) => {
    const value = String(item);
    // A value that is longer than the text is not in it, and a long one is too large for a pattern.
    if (value === "" || value.length > text.length) return text;
    const quoted = value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    // Whole words only: the value 1 must not hollow out "at most 100".
    return text.replace(new RegExp(`(?<![\\w.])${quoted}(?![\\w.])`, "gu"), "the given value");
  }, reason);
}
