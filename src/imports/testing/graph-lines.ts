import { keyId } from "../../merge/ids";
import type { NodeKind } from "../../shared/global-id";

/** A line of a graph file as a test writes it, right or wrong. */
export type Line = Readonly<Record<string, unknown>>;

/** The source of these lines. */
export const SOURCE_ID = keyId("SOURCE", "acme", "source");

/** What kinds need beside a name. */
const REQUIRED: Partial<Record<NodeKind, Line>> = {
  SKILL: { skill_kind: "SKILL" },
  TECHNOLOGY: { technology_kind: "TOOL" },
  CAREER_LEVEL: { track: "IC", rank: 1 },
  SOURCE: { source_kind: "DATA_SET" },
};

/** The id of a node of these lines. */
export function idOf(kind: NodeKind, slug: string): string {
  return keyId(kind, "acme", slug);
}

export function said(fields: Line = {}, more: Line = {}): Line {
  return { source: SOURCE_ID, origin: "IMPORTED", fields, ...more };
}

/** A node with an English name. */
export function nodeLine(kind: NodeKind, slug: string, fields: Line = {}, more: Line = {}): Line {
  const labels = [{ locale: "en", kind: "PREFERRED", text: slug }];
  return {
    type: "node",
    id: idOf(kind, slug),
    kind,
    slug,
    keys: [{ scheme: "acme", key: slug }],
    assertions: [said({ slug, labels, ...REQUIRED[kind], ...fields })],
    ...more,
  };
}

export function linkLine(
  kind: string,
  from: string,
  to: string,
  fields: Line = {},
  more = {},
): Line {
  return { type: "link", kind, from, to, assertions: [said(fields)], ...more };
}

export const HEADER = { format: "careergraph", formatVersion: 1, sources: [{ id: SOURCE_ID }] };

/** The node of the source itself. */
export const SOURCE_LINE = nodeLine("SOURCE", "source", {});

/** The text of a file: lines as they are, between header and end. */
export function rawFile(...lines: readonly (Line | string)[]): string {
  return lines
    .map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`)
    .join("");
}

/** The text of a file with these lines of nodes and links beside that of its source. */
export function graphFile(...lines: readonly Line[]): string {
  const count = (type: string) => lines.filter((line) => line.type === type).length;
  const end = { type: "end", nodes: count("node") + 1, links: count("link") };
  return rawFile(HEADER, SOURCE_LINE, ...lines, end);
}
