import { createHash } from "node:crypto";
import type { EdgeRecord } from "../../merge/records";
import { ImportError } from "../import-error";
import type { InputFile } from "../input/import-input";
import { list, object, optional, text, uuid, WrongValue, whole } from "./check-values";
import { FORMAT_VERSION, GRAPH_FORMAT, type HeaderLine } from "./graph-file";
import { type FileNode, parseLink, parseNode } from "./parse-records";
import { type Line, readLines } from "./read-lines";
import type { GraphColumns } from "./stated-columns";

/** A checked line of a graph file. The header comes first, then nodes, then links. */
export type Entry =
  | { type: "header"; line: number; header: HeaderLine }
  | { type: "node"; line: number; node: FileNode }
  | { type: "link"; line: number; link: EdgeRecord };

const HEADER = new Set([
  ...["format", "formatVersion", "careergraph", "revision", "contentHash", "exportedAt"],
  "sources",
]);
const SOURCE = new Set(["id", "slug"]);
const END = new Set(["type", "nodes", "links", "sha256"]);

/**
 * The lines of a graph file, checked one by one, as many at once as were read.
 * @throws ImportError naming the line that is not what it should be, also when the file is cut off.
 */
export async function* readGraphFile(
  file: InputFile,
  columns: GraphColumns,
): AsyncGenerator<readonly Entry[]> {
  const reader = new GraphFileReader(file.path, columns);
  for await (const lines of readLines(file)) yield lines.flatMap((line) => reader.read(line) ?? []);
  reader.finish();
}

class GraphFileReader {
  private readonly counts = { header: 0, node: 0, link: 0 };
  private readonly hash = createHash("sha256");
  private isEnded = false;

  constructor(
    private readonly file: string,
    private readonly columns: GraphColumns,
  ) {}

  /** null for the end and for empty lines. */
  read({ line, bytes }: Line): Entry | null {
    const json = bytes.toString("utf8");
    if (json.trim() === "") return null;
    if (this.isEnded) throw this.error("stands after the line that ends the file", line);
    const value = this.parse(json, line);
    try {
      const entry = this.entry(value, line);
      if (entry === null) return null;
      this.counts[entry.type]++;
      if (entry.type !== "header") this.hash.update(bytes).update("\n");
      return entry;
    } catch (error) {
      if (!(error instanceof WrongValue)) throw error;
      const column = error.path || undefined;
      throw new ImportError(`expected ${error.expected}`, { file: this.file, line, column });
    }
  }

  finish(): void {
    if (this.isEnded) return;
    throw this.error(
      this.counts.header === 0
        ? 'holds nothing; expected a line with "format" first'
        : 'is cut off: its last line is not {"type": "end", …}',
    );
  }

  private parse(json: string, line: number): unknown {
    try {
      return JSON.parse(json);
    } catch (error) {
      const hint = this.counts.header === 0 ? "" : "; is the file cut off?";
      throw this.error(`is no JSON (${(error as Error).message})${hint}`, line);
    }
  }

  private entry(value: unknown, line: number): Entry | null {
    if (this.counts.header === 0) return { type: "header", line, header: parseHeader(value) };
    switch ((value as { type?: unknown } | null)?.type) {
      case "node":
        if (this.counts.link > 0) throw this.error("is a node after links; nodes come first", line);
        return { type: "node", line, node: parseNode(value, this.columns) };
      case "link":
        return { type: "link", line, link: parseLink(value, this.columns) };
      case "end":
        this.end(value, line);
        return null;
      default:
        throw new WrongValue("type", "node, link or end");
    }
  }

  private end(value: unknown, line: number): void {
    const { nodes, links, sha256 } = object(value, "", END);
    const most = Number.MAX_SAFE_INTEGER;
    const { node, link } = this.counts;
    if (whole(nodes, "nodes", 0, most) !== node || whole(links, "links", 0, most) !== link)
      throw this.error(
        `counts ${nodes} nodes and ${links} links, but ${node} and ${link} stand before`,
        line,
      );
    if (sha256 !== undefined && text(sha256, "sha256") !== this.hash.digest("hex"))
      throw this.error(
        "has the checksum of other lines: the file is damaged. If it was changed by hand, take sha256 out of this line",
        line,
      );
    this.isEnded = true;
  }

  private error(message: string, line?: number): ImportError {
    return new ImportError(message, { file: this.file, line });
  }
}

function parseHeader(value: unknown): HeaderLine {
  const { format, formatVersion } = (value ?? {}) as { format?: unknown; formatVersion?: unknown };
  if (format !== GRAPH_FORMAT)
    throw new WrongValue("format", `"${GRAPH_FORMAT}", as npm run export writes it`);
  if (whole(formatVersion, "formatVersion", 1, Number.MAX_SAFE_INTEGER) > FORMAT_VERSION)
    throw new WrongValue(
      "formatVersion",
      `at most ${FORMAT_VERSION}: a later release of Careergraph wrote this file, and is needed to read it`,
    );
  const header = object(value, "", HEADER);
  optional(header.contentHash, "contentHash", text);
  list(header.sources, "sources", (element, path) => {
    const source = object(element, path, SOURCE);
    optional(source.slug, `${path}.slug`, text);
    return uuid(source.id, `${path}.id`);
  });
  return header as unknown as HeaderLine;
}
