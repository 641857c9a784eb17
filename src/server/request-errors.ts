import { GraphQLError, type GraphQLFormattedError, Kind } from "graphql";
import type { ErrorCode, ErrorField } from "../shared/errors";
import { wrongCharacter } from "./limits/input-values";

interface RequestError {
  message: string;
  extensions: {
    code: ErrorCode | "GRAPHQL_VALIDATION_FAILED";
    fields?: readonly ErrorField[];
    [detail: string]: unknown;
  };
}

/**
 * What the client hears of an error that the GraphQL engine found in the request; null for all
 * others. The engine quotes submitted values in its messages ("got invalid value …"); none is
 * passed on. Written for the wording of graphql 16 and Apollo Server 5, which the tests hold fast.
 */
export function toRequestError(
  formatted: GraphQLFormattedError,
  error: unknown,
): RequestError | null {
  if (!(error instanceof GraphQLError)) return null;
  switch (formatted.extensions?.code) {
    case "GRAPHQL_PARSE_FAILED":
      return fromSyntaxError(error);
    case "GRAPHQL_VALIDATION_FAILED":
      return fromValidationError(error);
    default:
      return fromVariable(error) ?? fromMessage(error.message);
  }
}

function fromSyntaxError(error: GraphQLError): RequestError | null {
  const maximum = /^Syntax Error: Document contains more tha[nt] (\d+) tokens/.exec(
    error.message,
  )?.[1];
  if (maximum !== undefined) {
    const extensions = {
      code: "QUERY_TOO_COMPLEX",
      limit: "tokens",
      maximum: Number(maximum),
    } as const;
    return {
      message: `The document has more than ${maximum} tokens, which is the limit.`,
      extensions: { ...extensions, asked: Number(maximum) + 1 },
    };
  }
  const wrong = wrongCharacter(error.source?.body ?? "");
  return wrong === null ? null : badField("query", `must not hold ${wrong}`);
}

const LITERALS: ReadonlySet<string> = new Set<Kind>([
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.NULL,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
]);

/** Only errors about a literal quote it; the others name types, fields and fragments. */
function fromValidationError(error: GraphQLError): RequestError | null {
  if (!LITERALS.has(error.nodes?.[0]?.kind ?? "")) return null;
  const extensions = { code: "GRAPHQL_VALIDATION_FAILED" } as const;
  return { message: withoutValue(error.message), extensions };
}

/** `Variable "$x" got invalid value … at "x.y[0]"; reason`: the path and the reason without its value. */
function fromVariable(error: GraphQLError): RequestError | null {
  const name = /^Variable "\$(\w+)" /.exec(error.message)?.[1];
  if (name === undefined || error.nodes?.[0]?.kind !== Kind.VARIABLE_DEFINITION) return null;
  const cause = innermost(error);
  if (cause === null) return badField(name, error.message.replace(/^Variable "\$\w+" /, ""));
  // The reason ends the message and the path stands before it, so no value can pose as either.
  const start = error.message.slice(0, -`; ${cause.reason}`.length);
  const path = new RegExp(` at "${name}((?:\\.\\w+|\\[\\d+\\])+)"$`).exec(start)?.[1] ?? "";
  return badField(name + path.replace(/\[(\d+)\]/g, ".$1"), withoutValue(cause.reason));
}

/** The reason that `coerceInputValue` gave, which ends the message of the error around it. */
function innermost(error: GraphQLError): { reason: string } | null {
  let inner: Error | undefined = error.originalError;
  while (inner instanceof GraphQLError) {
    if (inner.message !== error.message && error.message.endsWith(`; ${inner.message}`)) {
      return { reason: inner.message };
    }
    inner = inner.originalError;
  }
  return null;
}

/** Errors without a code that are the client's doing all the same. */
function fromMessage(message: string): RequestError | null {
  // Raised while a field runs: validation lets a nullable variable into an argument with a default.
  const argument = /^Argument "(\w+)" (of (?:non-null|required) type|has invalid value)/.exec(
    message,
  );
  if (argument?.[1] !== undefined) {
    const isInvalid = argument[2] === "has invalid value";
    return badField(
      argument[1],
      isInvalid ? "has an invalid value" : message.replace(/^Argument "\w+" /, ""),
    );
  }
  if (message.startsWith("Too many errors processing variables")) {
    return {
      message: "There are more errors in the variables.",
      extensions: { code: "BAD_USER_INPUT" },
    };
  }
  // Apollo gives these two the code of a defect.
  if (message === "Unsupported persisted query version") {
    return badField("extensions.persistedQuery.version", "must be 1");
  }
  if (message === "provided sha does not match query") {
    return badField("extensions.persistedQuery.sha256Hash", "must be the SHA-256 of the query");
  }
  return null;
}

/** Reasons that name only the schema. */
const SAFE_REASON =
  /^(Field "\w+(\.\w+)?" (of required type|is not defined|must be non-null)|Expected non-nullable type|Expected type "[\w![\]]+"( to be an object)?\.$|Exactly one key|OneOf Input Object )/;

/**
 * A reason without the value that it quotes. What is not known to be free of values, such as the
 * words of a custom scalar, is replaced as a whole.
 */
function withoutValue(reason: string): string {
  if (SAFE_REASON.test(reason)) return reason;
  // `Int cannot represent non-integer value: "x"`; other scalars end as they like.
  const standard =
    /^(Int|Float|String|Boolean|ID|Enum "\w+") cannot represent [\w -]*value(?=: )/.exec(reason);
  if (standard !== null) return `${standard[0]}.`;
  const scalar = /^\w+ cannot represent /.exec(reason);
  if (scalar !== null) return `${scalar[0]}the given value.`;
  // `Value "x" does not exist in "Kind" enum. Did you mean …?`: what follows the last is schema.
  const place = reason.lastIndexOf(' does not exist in "');
  if (reason.startsWith('Value "') && place > 0) return `The value${reason.slice(place)}`;
  // `Expected value of type "Int!", found "x".` and `Expected type "URL". Invalid URL: x`
  const expected = /^Expected (?:value of )?type "[\w![\]]+"/.exec(reason);
  return expected === null ? "The value is not valid." : `${expected[0]}.`;
}

function badField(path: string, reason: string): RequestError {
  const fields = [{ path, reasons: [reason] }];
  return { message: `${path}: ${reason}`, extensions: { code: "BAD_USER_INPUT", fields } };
}
