import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from "yaml";
import { ImportError } from "../import-error";
import type { RowPlace } from "../import-sink";
import { cleanCell } from "../tables/clean-cell";

/**
 * Reads the text of a YAML or JSON file. `firstLine`: where the text begins in its file.
 * @throws ImportError naming file and line when it is neither.
 */
export function parseYaml(text: string, file: string, firstLine = 1): YamlValue {
  const lines = new LineCounter();
  // Publishers read their files with programs that take the last one of equal keys.
  const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false };
  const document = parseDocument(text, options);
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const [error] = document.errors;
  if (error)
    throw new ImportError(`cannot be read: ${error.message}`, {
      file,
      line: lineAt(error.pos[0]),
    });
  return new YamlValue({ file, document, lineAt }, document.contents);
}

interface Source {
  file: string;
  document: Document;
  lineAt: (offset: number) => number;
}

/** A part of a YAML file that knows where it stands. */
export class YamlValue implements RowPlace {
  private readonly node: Node | null;

  constructor(
    private readonly source: Source,
    node: unknown,
  ) {
    const target = isAlias(node) ? node.resolve(source.document) : node;
    this.node = isNode(target) ? target : null;
  }

  get file(): string {
    return this.source.file;
  }

  get line(): number {
    return this.source.lineAt(this.node?.range?.[0] ?? 0);
  }

  /** All of it, as plain values. @throws ImportError when its aliases unfold without end. */
  get values(): unknown {
    try {
      return this.node?.toJS(this.source.document) ?? null;
    } catch (error) {
      throw new ImportError(`cannot be read: ${(error as Error).message}`, this);
    }
  }

  /** A scalar as it is written, so that numbers keep their digits, and cleaned; null when it is none or empty. */
  get text(): string | null {
    if (!isScalar(this.node) || this.node.value === null) return null;
    const { value, source } = this.node;
    return cleanCell(typeof value === "string" ? value : (source ?? String(value))) || null;
  }

  /** The items of a list; null when it is none. */
  get items(): YamlValue[] | null {
    if (!isSeq(this.node)) return null;
    return this.node.items.map((item) => new YamlValue(this.source, item));
  }

  /** What a map holds, by key; null when it is none. */
  get pairs(): [string, YamlValue][] | null {
    if (!isMap(this.node)) return null;
    return this.node.items.map(({ key, value }) => [
      new YamlValue(this.source, key).text ?? "",
      new YamlValue(this.source, value),
    ]);
  }

  /** What stands under a key of a map, the last time; nothing when there is no such key. */
  get(key: string): YamlValue {
    const pair = isMap(this.node)
      ? this.node.items.findLast((each) => isScalar(each.key) && each.key.value === key)
      : undefined;
    return new YamlValue(this.source, pair?.value);
  }

  /** The texts of a list, or the text itself, under a key. */
  texts(key: string): string[] {
    const value = this.get(key);
    return (value.items ?? [value]).flatMap(({ text }) => text ?? []);
  }
}
