import { badInput } from "./errors";
import { formatUuid, uuidBytes } from "./uuid";

/** The kinds of nodes, each with the tag that its public ids begin with. */
export const NODE_TAGS = {
  ROLE: "rol",
  ROLE_FAMILY: "fam",
  CAREER_LEVEL: "lvl",
  ROLE_LEVEL: "rlv",
  SPECIALIZATION: "spc",
  SKILL: "skl",
  SKILL_GROUP: "grp",
  TECHNOLOGY: "tec",
  RESPONSIBILITY: "rsp",
  QUALIFICATION: "qua",
  LEARNING_RESOURCE: "res",
  SOURCE: "src",
  EXTERNAL_CONCEPT: "ext",
  TOPIC: "top",
} as const;

export type NodeKind = keyof typeof NODE_TAGS;

const OTHER_TAGS = { EDGE: "edg", ASSERTION: "ast" } as const;
const TAGS: Readonly<Record<string, string>> = { ...NODE_TAGS, ...OTHER_TAGS };
const KINDS = new Map<string, NodeKind>(
  Object.entries(NODE_TAGS).map(([kind, tag]) => [tag, kind as NodeKind]),
);

/** What a public id stands for. */
export interface NodeReference {
  kind: NodeKind;
  uuid: string;
}

/** The public id of a row: a tag for its type and its UUID in 22 URL-safe characters, e.g. `skl_AbC…`. */
export function toGlobalId(kind: NodeKind | keyof typeof OTHER_TAGS, uuid: string): string {
  return `${TAGS[kind]}_${uuidBytes(uuid).toString("base64url")}`;
}

/** What a public id stands for, or null when it is not the id of a node. */
export function parseGlobalId(id: string): NodeReference | null {
  const [, tag = "", body = ""] = /^([a-z]{3})_([\w-]{22})$/.exec(id) ?? [];
  const kind = KINDS.get(tag);
  const bytes = Buffer.from(body, "base64url");
  // Only the canonical spelling is an id: the last character carries two unused bits.
  if (!kind || bytes.length !== 16 || bytes.toString("base64url") !== body) return null;
  return { kind, uuid: formatUuid(bytes) };
}

/**
 * What the id in an argument stands for.
 * @throws AppError BAD_USER_INPUT at `path` when it is malformed, or of none of the given kinds.
 */
export function requireGlobalId(
  id: string,
  path: string,
  kinds?: readonly NodeKind[],
): NodeReference {
  const reference = parseGlobalId(id);
  if (!reference) throw badInput(path, "This is not an id of this graph.");
  if (kinds && !kinds.includes(reference.kind))
    throw badInput(path, `Expected the id of a node of kind ${kinds.join(" or ")}.`);
  return reference;
}
