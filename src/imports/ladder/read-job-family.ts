import { type Document, isMap, isNode, isSeq, LineCounter, parseDocument } from "yaml";
import { ImportError } from "../import-error";
import type { RowPlace } from "../import-sink";
import type { InputFile } from "../input/import-input";
import { cleanCell } from "../tables/clean-cell";

/** An item of one of the lists, with its place. */
export interface Item extends RowPlace {
  readonly line: number;
  /** The text under a key, cleaned; null when there is none. */
  text(key: string): string | null;
  /** What is under a key, when it is a list. */
  list(key: string): readonly unknown[];
}

/** A file of the format: the levels and themes of a job family, and what is expected of each level in each theme. */
export interface JobFamily {
  /** Name of the file without its ending, which the format uses as the id of the family. */
  key: string;
  /** The family as a whole, without its lists. */
  about: Item;
  levels: Item[];
  themes: Item[];
  competencies: Item[];
}

const LISTS = ["levels", "themes", "competencies"] as const;

/**
 * Reads a YAML file.
 * @returns the number of its entries when it is of another format.
 * @throws ImportError naming file and line when it is no YAML, or when a list of the format is missing.
 */
export async function readJobFamily(file: InputFile): Promise<JobFamily | number> {
  const lines = new LineCounter();
  const document = parseDocument(await file.text(), { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error)
    throw new ImportError(`is no valid YAML: ${error.message}`, {
      file: file.path,
      line: lines.linePos(error.pos[0]).line,
    });
  const { contents } = document;
  if (!isMap(contents)) return isSeq(contents) ? contents.items.length : contents ? 1 : 0;
  if (!contents.has("competencies")) return contents.items.length;

  const itemOf = (node: unknown) => makeItem(file.path, document, lines, node);
  const listOf = (name: string): Item[] => {
    const list = contents.get(name, true);
    if (isSeq(list)) return list.items.map(itemOf);
    throw new ImportError(
      `${list === undefined ? "lacks" : "expected a list under"} "${name}"; a job family has ${LISTS.join(", ")}`,
      { file: file.path, line: isNode(list) ? lineOf(lines, list) : 1 },
    );
  };
  const [levels, themes, competencies] = LISTS.map(listOf) as [Item[], Item[], Item[]];
  for (const name of LISTS) contents.delete(name);
  const about = itemOf(contents);
  return { key: file.name.replace(/\.ya?ml$/i, ""), about, levels, themes, competencies };
}

function lineOf(lines: LineCounter, node: { range?: readonly number[] | null }): number {
  return lines.linePos(node.range?.[0] ?? 0).line;
}

function makeItem(file: string, document: Document, lines: LineCounter, node: unknown): Item {
  const line = isNode(node) ? lineOf(lines, node) : 1;
  const values = valuesOf(node, document, { file, line });
  const under = (key: string): unknown =>
    typeof values === "object" && values !== null && Object.hasOwn(values, key)
      ? (values as Record<string, unknown>)[key]
      : undefined;
  return {
    file,
    line,
    values,
    text: (key) => textOf(under(key)),
    list: (key) => {
      const value = under(key);
      return Array.isArray(value) ? value : [];
    },
  };
}

function valuesOf(
  node: unknown,
  document: Document,
  place: { file: string; line: number },
): unknown {
  try {
    return isNode(node) ? node.toJS(document) : node;
  } catch (error) {
    // Aliases that unfold without end.
    throw new ImportError(`is no valid YAML: ${(error as Error).message}`, place);
  }
}

/** Text of a scalar: YAML reads some ids and names as numbers. */
export function textOf(value: unknown): string | null {
  const scalar = ["string", "number", "boolean"].includes(typeof value);
  return (scalar && cleanCell(String(value))) || null;
}
