import type { GraphQLRequestContext, HTTPGraphQLRequest } from "@apollo/server";
import type { FastifyBaseLogger } from "fastify";
import type { AnswerType } from "./media-types";

/** What our handler and our Apollo plugins tell each other about one request. */
export interface AnswerNotes {
  readonly requestId: string;
  readonly log: FastifyBaseLogger;
  readonly answerType: Exclude<AnswerType, "html">;
  /** For the log line of the request. */
  operation?: string;
  codes?: readonly string[];
  cost?: number;
}

/** Apollo passes the request object on as it is, so the notes travel with it. */
export interface NotedRequest extends HTTPGraphQLRequest {
  readonly notes: AnswerNotes;
}

/** The notes of the request that a plugin sees; undefined for operations that did not come by HTTP. */
export function notesOf(
  context: Pick<GraphQLRequestContext<object>, "request">,
): AnswerNotes | undefined {
  const http = context.request.http;
  return http !== undefined && "notes" in http ? (http as NotedRequest).notes : undefined;
}
