import {
  type ApolloServer,
  type BaseContext,
  HeaderMap,
  type HTTPGraphQLResponse,
} from "@apollo/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import { unavailable } from "../shared/errors";
import type { AnswerNotes, NotedRequest } from "./answer-notes";
import { HttpError } from "./http-errors";
import { addVaryAccept, CONTENT_TYPES, chooseAnswerType } from "./media-types";
import { RequestScope } from "./request-scope";
import type { ServerParts } from "./server-parts";

/** What the handler needs besides the request. */
interface HandlerParts<C extends BaseContext> {
  apollo: ApolloServer<C>;
  parts: ServerParts<C>;
  /** Disposals that are under way; the server waits for them when it closes. */
  disposals: Set<Promise<void>>;
}

/**
 * The one way in for GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/).
 *
 * It decides what kind of answer the client takes, bounds the work under way and its time, opens the
 * context and ends it, and leaves the rest to Apollo's `executeHTTPGraphQLRequest`: parameters, CSRF
 * prevention, parsing, validation, limits (limits-plugin), execution, status (answer-plugin).
 *
 * A faster path for known operations belongs right before `apollo.executeHTTPGraphQLRequest`: there
 * the body is parsed, the type of the answer and the scope are known, and nothing has been spent.
 */
export function makeGraphqlHandler<C extends BaseContext>({
  apollo,
  parts,
  disposals,
}: HandlerParts<C>) {
  const { limits } = parts.config;
  let inFlight = 0;

  return async function handleGraphql(
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const answerType = chooseAnswerType(request.headers.accept, false);
    void reply.header("cache-control", "no-store");
    addVaryAccept(reply);
    if (answerType === null || answerType === "html") {
      throw new HttpError(
        406,
        "Accept must allow application/graphql-response+json or application/json.",
      );
    }
    if (inFlight >= limits.inFlight)
      throw unavailable("Too many requests are under way. Please try again.");

    const notes: AnswerNotes = { requestId: request.id, log: request.log, answerType };
    request.notes = notes;
    const scope = new RequestScope(parts, request.id);
    const end = (reason?: Error) => {
      if (scope.hasEnded) return;
      const disposal = scope.end(reason).catch((err: unknown) => {
        request.log.error({ err }, "disposing of a request failed");
      });
      disposals.add(disposal);
      void disposal.then(() => disposals.delete(disposal));
    };
    const onClose = () => {
      if (!reply.raw.writableFinished) end(new Error("The client is gone."));
    };
    reply.raw.once("close", onClose);
    inFlight += 1;
    // Counted until Apollo is done, not until the client is answered: what times out still runs.
    const work = executeNoted(apollo, request, notes, scope).finally(() => {
      inFlight -= 1;
    });
    try {
      const response = await withinTime(work, limits.requestMs);
      if (response !== "late") return send(response, reply);
      end(new Error("The time of the request is up."));
      throw unavailable("The answer took too long. Please try again.");
    } finally {
      end();
    }
  };
}

async function executeNoted<C extends BaseContext>(
  apollo: ApolloServer<C>,
  request: FastifyRequest,
  notes: AnswerNotes,
  scope: RequestScope<C>,
): Promise<HTTPGraphQLResponse> {
  const httpGraphQLRequest: NotedRequest = {
    method: request.method,
    headers: toHeaderMap(request, notes),
    search: searchOf(request.url),
    body: request.body,
    notes,
  };
  let failure: unknown;
  const response = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest,
    context: async () => {
      try {
        return scope.context();
      } catch (error) {
        failure = error;
        throw error;
      }
    },
  });
  // Apollo answers 500 to whatever the context throws; our error handler knows the codes.
  if (failure !== undefined) throw failure;
  return response;
}

/** The headers that Apollo reads. Accept is the type that was chosen, so that both agree. */
function toHeaderMap({ headers }: FastifyRequest, { answerType }: AnswerNotes): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  map.set("accept", CONTENT_TYPES[answerType].replace(/;.*/, ""));
  return map;
}

function searchOf(url: string): string {
  const start = url.indexOf("?");
  return start < 0 ? "" : url.slice(start);
}

async function withinTime<T>(work: Promise<T>, timeoutMs: number): Promise<T | "late"> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(resolve, timeoutMs, "late");
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function send({ status, headers, body }: HTTPGraphQLResponse, reply: FastifyReply): FastifyReply {
  if (body.kind !== "complete") throw new Error("Incremental delivery is not offered.");
  for (const [name, value] of headers) {
    // Every answer is no-store; Apollo says otherwise for persisted queries it does not know.
    if (name !== "cache-control") void reply.header(name, value);
  }
  return reply.code(status ?? 200).send(body.string);
}
