import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { HttpError } from "./http-errors";

/** The request id of a client or proxy is taken when it can do no harm in a log or a header. */
const LEGAL_REQUEST_ID = /^[A-Za-z0-9][\w.:-]{0,127}$/;

export function makeRequestId(request: Pick<IncomingMessage, "headers">): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && LEGAL_REQUEST_ID.test(given) ? given : randomUUID();
}

/**
 * Takes only bodies that are plain UTF-8 JSON, and decides so from the headers, before any of the
 * body is read: a compressed body could unpack to a thousand times its size, and decoders of rare
 * charsets have had holes (CVE-2026-23897). POST with any other type than application/json is
 * refused, which also is what keeps forms of other sites out (CSRF).
 */
export function installBodyGuards(server: FastifyInstance): void {
  server.addHook("onRequest", async (request) => checkBodyHeaders(request));
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    "*",
    { parseAs: "buffer" },
    async (_request: FastifyRequest, body: Buffer) => parseJson(body),
  );
}

function checkBodyHeaders({ headers, method }: FastifyRequest): void {
  const encoding = headers["content-encoding"];
  if (encoding !== undefined && encoding.trim().toLowerCase() !== "identity") {
    throw new HttpError(415, "Request bodies must not be compressed: leave out Content-Encoding.", {
      "accept-encoding": "identity",
    });
  }
  if (method !== "POST") return;
  const type = headers["content-type"];
  const [essence = "", ...parameters] = (type ?? "")
    .split(";")
    .map((part) => part.trim().toLowerCase());
  if (essence !== "application/json") {
    throw new HttpError(415, "POST needs the header Content-Type: application/json.", {
      "accept-post": "application/json",
    });
  }
  for (const parameter of parameters) {
    const charset = /^charset\s*=\s*"?([^"]*)"?$/.exec(parameter)?.[1];
    if (charset !== undefined && charset !== "utf-8" && charset !== "utf8") {
      throw new HttpError(415, "Request bodies must be UTF-8.");
    }
  }
}

const decoder = new TextDecoder("utf-8", { fatal: true });

function parseJson(body: Buffer): unknown {
  let text: string;
  try {
    text = decoder.decode(body);
  } catch {
    throw new HttpError(400, "The body is not valid UTF-8.");
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpError(400, "The body is not valid JSON.");
  }
}
