import type { BaseContext } from "@apollo/server";
import fastifyCompress from "@fastify/compress";
import fastifyCors from "@fastify/cors";
import fastifyHelmet from "@fastify/helmet";
import fastifyUnderPressure from "@fastify/under-pressure";
import Fastify, { type FastifyInstance } from "fastify";
import type { Config } from "../config";
import { unavailable } from "../shared/errors";
import { makeGraphqlHandler } from "./graphql-handler";
import { installHealth } from "./health";
import { answerBrokenConnection, HttpError, installErrorHandlers, sendError } from "./http-errors";
import { makeApollo } from "./make-apollo";
import { chooseAnswerType } from "./media-types";
import { isOverloaded, SAMPLE_INTERVAL_MS } from "./overload";
import { installPlayground } from "./playground";
import { installBodyGuards, makeRequestId } from "./request-guards";
import { installRequestLog, toLoggedError } from "./request-log";
import type { ServerParts } from "./server-parts";

declare module "fastify" {
  interface FastifyInstance {
    /** From now on `/readyz` says no and every answer closes its connection; requests are still served. */
    drain(): void;
  }
}

/**
 * Puts the server together. It does not listen yet: call `listen`, and `close` at the end, which
 * waits for the requests under way and for their contexts.
 */
export async function createServer<C extends BaseContext>(
  parts: ServerParts<C>,
): Promise<FastifyInstance> {
  const { config } = parts;
  const server = makeFastify(parts);
  let isDraining = false;
  server.decorate("drain", () => {
    isDraining = true;
  });
  installErrorHandlers(server);
  installRequestLog(server);
  server.addHook("onSend", async (_request, reply) => {
    if (isDraining) void reply.header("connection", "close");
  });
  await installPlugins(server, config);
  installBodyGuards(server);
  installHealth(server, parts.readiness, () => isDraining);

  const apollo = makeApollo(parts, server.log);
  await apollo.start();
  const disposals = new Set<Promise<void>>();
  server.addHook("onClose", async () => {
    await Promise.all(disposals);
    await apollo.stop();
  });
  const handle = makeGraphqlHandler({ apollo, parts, disposals });
  const sendPage = config.playground ? installPlayground(server, parts.exampleQueries) : null;
  server.post("/graphql", handle);
  server.get("/graphql", { exposeHeadRoute: false }, (request, reply) =>
    sendPage !== null && chooseAnswerType(request.headers.accept, true) === "html"
      ? sendPage(reply)
      : handle(request, reply),
  );
  server.route({
    method: ["DELETE", "HEAD", "OPTIONS", "PATCH", "PUT"],
    url: "/graphql",
    handler: () => {
      throw new HttpError(405, "GraphQL is asked with GET or POST.", { allow: "GET, POST" });
    },
  });
  await server.ready();
  return server;
}

function makeFastify({
  config,
  logTo,
}: Pick<ServerParts<unknown>, "config" | "logTo">): FastifyInstance {
  const { limits } = config;
  return Fastify({
    logger: config.logLevel !== "silent" && {
      level: config.logLevel,
      serializers: { err: toLoggedError },
      ...(logTo && { stream: logTo }),
    },
    logController: new Fastify.LogController({
      disableRequestLogging: true,
      requestIdLogLabel: "requestId",
    }),
    trustProxy: typeof config.trustProxy === "object" ? [...config.trustProxy] : config.trustProxy,
    genReqId: makeRequestId,
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.receiveMs,
    keepAliveTimeout: limits.keepAliveMs,
    // Cuts clients that do not read their answer; longer than any answer takes.
    connectionTimeout: limits.requestMs + limits.receiveMs,
    maxRequestsPerSocket: limits.requestsPerSocket,
    forceCloseConnections: "idle",
    // While connections drain, what arrives on them is still answered.
    return503OnClosing: false,
    clientErrorHandler: answerBrokenConnection,
    frameworkErrors: (error, request, reply) => void sendError(error, request, reply),
    http: {
      headersTimeout: limits.headersMs,
      maxHeaderSize: limits.headerBytes,
      // Node looks for late requests only this often; its default of 30 s would double the time-outs.
      connectionsCheckingInterval: 1_000,
    },
  });
}

async function installPlugins(server: FastifyInstance, config: Config): Promise<void> {
  await server.register(fastifyHelmet, {
    // For JSON, which is no page. The playground has its own.
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { "default-src": ["'none'"], "frame-ancestors": ["'none'"] },
    },
    // Whether the whole host is HTTPS is for the proxy in front to say.
    strictTransportSecurity: false,
    frameguard: { action: "deny" },
  });
  if (config.corsOrigins === "*" || config.corsOrigins.length > 0) {
    await server.register(fastifyCors, {
      origin: config.corsOrigins === "*" ? "*" : [...config.corsOrigins],
      credentials: config.corsOrigins !== "*",
      methods: ["GET", "POST"],
      allowedHeaders: [
        "content-type",
        "authorization",
        "apollo-require-preflight",
        "x-apollo-operation-name",
        "x-request-id",
      ],
      exposedHeaders: ["x-request-id", "retry-after"],
      maxAge: 600,
    });
  }
  await server.register(fastifyUnderPressure, {
    maxEventLoopDelay: config.limits.eventLoopDelayMs,
    sampleInterval: SAMPLE_INTERVAL_MS,
    pressureHandler: (_request, _reply, _reason, delayMs) => {
      if (isOverloaded(Number(delayMs), config.limits.eventLoopDelayMs))
        throw unavailable("The server is overloaded. Please try again.");
    },
  });
  await server.register(fastifyCompress, {
    encodings: ["br", "gzip"],
    threshold: 1_024,
    globalDecompression: false,
  });
}
