import type { ApolloServerPlugin, BaseContext } from "@apollo/server";
import type { FormattedExecutionResult, GraphQLFormattedError } from "graphql";
import { notesOf } from "./answer-notes";
import { isDefect, originalOf } from "./format-error";
import { RETRY_AFTER_SECONDS, statusOfCode } from "./http-errors";

/**
 * Gives each answer its HTTP status, puts the request id on masked errors, and logs defects.
 *
 * | answer | status |
 * |---|---|
 * | data, errors or not | 200 |
 * | no data, all errors SERVICE_UNAVAILABLE | 503 with Retry-After |
 * | only parse, validation and coercion errors | 400; 200 as application/json, as its readers expect |
 * | other request errors, QUERY_TOO_COMPLEX among them | 400, or what Apollo says |
 */
export function answerPlugin<C extends BaseContext>(): ApolloServerPlugin<C> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse(context) {
          const { response, errors } = context;
          const notes = notesOf(context);
          if (notes === undefined || response.body.kind !== "single") return;
          const result = response.body.singleResult;
          notes.operation = context.operationName ?? undefined;
          if (result.errors === undefined) return;

          notes.codes = [...new Set(result.errors.map(codeOf))];
          result.errors = result.errors.map((error, index) => {
            if (!isDefect(error)) return error;
            notes.log.error({ err: originalOf(errors?.[index]) }, "defect");
            return { ...error, extensions: { ...error.extensions, requestId: notes.requestId } };
          });
          const isLenient = notes.answerType === "json";
          const status = statusOf(result, notes.codes, isLenient) ?? response.http.status;
          response.http.status = status;
          if (status === 503) {
            // Every part failed, so there is no partial data that a client could miss.
            result.data = result.data === undefined ? undefined : null;
            response.http.headers.set("retry-after", String(RETRY_AFTER_SECONDS));
          }
        },
      };
    },
    async unexpectedErrorProcessingRequest({ requestContext, error }) {
      notesOf(requestContext)?.log.error({ err: error }, "defect in the request pipeline");
    },
  };
}

const REQUEST_ERRORS = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
]);

function statusOf(
  { data }: FormattedExecutionResult,
  codes: readonly string[],
  isLenient: boolean,
): number | undefined {
  const isEmpty =
    data === undefined || data === null || Object.values(data).every((part) => part === null);
  if (isEmpty && codes.every((code) => code === "SERVICE_UNAVAILABLE")) return 503;
  if (data !== undefined) return undefined;
  if (isLenient && codes.every((code) => REQUEST_ERRORS.has(code))) return 200;
  const [only] = codes;
  return codes.length === 1 && only !== undefined ? statusOfCode(only) : undefined;
}

function codeOf(error: GraphQLFormattedError): string {
  const code = error.extensions?.code;
  return typeof code === "string" ? code : "INTERNAL_SERVER_ERROR";
}
