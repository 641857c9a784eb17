import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { type Document, isScalar, LineCounter, parseDocument, type Node as YamlNode } from "yaml";
import { NODE_TAGS, type NodeKind } from "../../shared/global-id";
import { PROJECT_ROOT } from "../../shared/project-root";
import { checkIdentities } from "./check-identities";
import type { Identity, NodeName } from "./overrides";

/** An identity with the file and line it stands at, for messages. */
export type PlacedIdentity = Identity & { readonly at: string };

export interface PlacedIdentities {
  same: readonly PlacedIdentity[];
  apart: readonly PlacedIdentity[];
}

type Path = readonly (string | number)[];

const LISTS = ["same", "apart"] as const;
const FIELDS = ["kind", "scheme", "key", "node", "note"];
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * The decisions of a file like seeds/identities.yaml.
 * @throws Error that names file, line and reason for everything that is wrong in it.
 */
export function readIdentities(path: string): PlacedIdentities {
  const reader = new IdentityReader(path);
  const identities = { same: reader.list("same"), apart: reader.list("apart") };
  reader.finish();
  refuse(checkIdentities(identities));
  return identities;
}

class IdentityReader {
  private readonly lines = new LineCounter();
  private readonly document: Document.Parsed;
  private readonly lists: Readonly<Record<string, unknown>>;
  private readonly file: string;
  private readonly problems: string[] = [];

  constructor(path: string) {
    const inside = relative(PROJECT_ROOT, path);
    this.file = inside.startsWith("..") ? path : inside;
    this.document = parseDocument(readFileSync(path, "utf8"), { lineCounter: this.lines });
    refuse(
      this.document.errors.map(
        (error) => `${this.file}:${error.linePos?.[0].line ?? 1}: ${error.message}`,
      ),
    );
    const whole: unknown = this.document.toJS() ?? {};
    this.lists = isMap(whole) ? whole : {};
    if (isMap(whole)) this.knownFields(whole, [], LISTS);
    else this.report([], `expected a map with ${LISTS.join(" and ")}`);
  }

  list(name: (typeof LISTS)[number]): PlacedIdentity[] {
    const rows = this.lists[name] ?? [];
    if (Array.isArray(rows))
      return rows.flatMap((row, index) => this.identity(row, [name, index], name === "same"));
    this.report([name], `${name} must be a list`);
    return [];
  }

  finish(): void {
    refuse(this.problems);
  }

  private identity(row: unknown, path: Path, needsNode: boolean): PlacedIdentity[] {
    if (!isMap(row)) {
      this.report(path, "expected a map with kind, scheme, key and node");
      return [];
    }
    this.knownFields(row, path, FIELDS);
    const kind = this.kind(row, path);
    const scheme = this.text(row, path, "scheme");
    const key = this.text(row, path, "key");
    const node = row.node === undefined && !needsNode ? null : this.node(row.node, path);
    if (row.note !== undefined && typeof row.note !== "string")
      this.report(path, "note must be a text");
    if (kind === null || scheme === null || key === null || node === undefined) return [];
    return [{ kind, scheme, key, node, at: this.placeOf(path) }];
  }

  private kind({ kind }: Record<string, unknown>, path: Path): NodeKind | null {
    if (typeof kind === "string" && kind in NODE_TAGS) return kind as NodeKind;
    this.report(path, `kind must be one of ${Object.keys(NODE_TAGS).join(", ")}`);
    return null;
  }

  /** A slug, or the key of a source; undefined when it is neither. */
  private node(node: unknown, path: Path): NodeName | undefined {
    if (isMap(node)) {
      this.knownFields(node, [...path, "node"], ["scheme", "key"]);
      const scheme = this.text(node, [...path, "node"], "scheme");
      const key = this.text(node, [...path, "node"], "key");
      return scheme === null || key === null ? undefined : { scheme, key };
    }
    if (typeof node === "string" && SLUG.test(node)) return { slug: node };
    this.report(path, "node must be the slug of a node, or { scheme, key }");
    return undefined;
  }

  /** A text as it is written, so that a number without quotes keeps its digits. */
  private text(row: Record<string, unknown>, path: Path, field: string): string | null {
    const value = row[field];
    const scalar = this.document.getIn([...path, field], true);
    const text = typeof value === "number" && isScalar(scalar) ? scalar.source : value;
    if (typeof text === "string" && text.trim() !== "") return text;
    this.report(path, `${field} must be a text`);
    return null;
  }

  private knownFields(row: object, path: Path, known: readonly string[]): void {
    for (const field of Object.keys(row))
      if (!known.includes(field))
        this.report([...path, field], `${field} is not known here; there is ${known.join(", ")}`);
  }

  private report(path: Path, problem: string): void {
    this.problems.push(`${this.placeOf(path)}: ${problem}`);
  }

  private placeOf(path: Path): string {
    for (let length = path.length; length > 0; length--) {
      const found = this.document.getIn(path.slice(0, length), true) as YamlNode | undefined;
      if (found?.range) return `${this.file}:${this.lines.linePos(found.range[0]).line}`;
    }
    return `${this.file}:1`;
  }
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0)
    throw new Error(`The file of identities is not sound:\n${problems.slice(0, 50).join("\n")}`);
}
