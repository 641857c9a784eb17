import type { FastifyReply } from "fastify";

/** What an answer to a GraphQL request may be written as. */
export type AnswerType = "json" | "graphql" | "html";

const OFFERED: readonly { type: AnswerType; name: string }[] = [
  { type: "json", name: "application/json" },
  { type: "graphql", name: "application/graphql-response+json" },
  { type: "html", name: "text/html" },
];

/** The content-type header of each JSON answer. */
export const CONTENT_TYPES = {
  json: "application/json; charset=utf-8",
  graphql: "application/graphql-response+json; charset=utf-8",
} as const;

/** Says that the answer depends on Accept, besides what else it depends on (Origin, for CORS). */
export function addVaryAccept(reply: FastifyReply): void {
  const others = reply.getHeader("vary");
  void reply.header("vary", others === undefined ? "accept" : `${others}, accept`);
}

/**
 * Chooses the type of the answer from an Accept header (RFC 9110, section 12.5.1).
 *
 * The most specific range decides the quality of a type; among equal qualities the one that the
 * client names first wins, then JSON. HTML is only given to those who name it (`text/html` or
 * `text/*`), so that tools which accept anything get JSON. Null when nothing offered is acceptable.
 */
export function chooseAnswerType(
  accept: string | undefined,
  offersHtml: boolean,
): AnswerType | null {
  if (accept === undefined || accept.trim() === "") return "json";
  const ranges = accept.split(",").slice(0, 50).map(parseRange);
  let best: { type: AnswerType; quality: number; place: number } | null = null;
  for (const { type, name } of OFFERED) {
    if (type === "html" && !offersHtml) continue;
    const match = mostSpecific(ranges, name);
    if (match === null || match.quality === 0) continue;
    if (type === "html" && match.specificity === 0) continue;
    const isBetter =
      best === null ||
      match.quality > best.quality ||
      (match.quality === best.quality && match.place < best.place);
    if (isBetter) best = { type, quality: match.quality, place: match.place };
  }
  return best?.type ?? null;
}

interface AcceptRange {
  range: string;
  quality: number;
}

function parseRange(text: string): AcceptRange {
  const [range = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith("q="));
  const quality = weight === undefined ? 1 : Number(weight.slice(2));
  return { range, quality: quality >= 0 && quality <= 1 ? quality : 0 };
}

function mostSpecific(ranges: readonly AcceptRange[], name: string) {
  const group = `${name.slice(0, name.indexOf("/"))}/*`;
  let found: { quality: number; place: number; specificity: number } | null = null;
  for (const [place, { range, quality }] of ranges.entries()) {
    const specificity = range === name ? 2 : range === group ? 1 : range === "*/*" ? 0 : -1;
    if (specificity < 0 || (found !== null && found.specificity >= specificity)) continue;
    found = { quality, place, specificity };
  }
  return found;
}
