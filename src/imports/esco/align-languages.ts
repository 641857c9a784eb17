import { CSV, type Row, readTable } from "../tables/read-table";
import type { LanguageFile } from "./esco-files";

/** What one language says of a concept. */
export interface LanguageRow {
  readonly locale: string;
  readonly row: Row;
}

/** A concept with all that the files say of it, in the order of the files. */
export interface ConceptRows {
  readonly uri: string;
  readonly rows: readonly LanguageRow[];
}

/** Rows that belong to no concept of their own. */
export interface OddRows {
  /** It has no address. */
  nameless(row: Row): void;
  /** Its file has an earlier row for the concept. */
  repeated(row: Row): void;
}

interface Reader {
  readonly locale: string;
  readonly blocks: AsyncGenerator<Row[]>;
  done: boolean;
}

/**
 * Reads a table in all its languages at once and answers its concepts in blocks, each as soon as every language has had
 * its say. ESCO's files have one order in all languages, so that few rows wait for each other; in other orders more of
 * them do, and nothing is lost.
 */
export async function* alignLanguages(
  files: readonly LanguageFile[],
  odd: OddRows,
): AsyncGenerator<ConceptRows[]> {
  const readers: Reader[] = files.map(({ locale, file }) => ({
    locale,
    blocks: readTable(file, CSV, ["conceptUri", "preferredLabel"]),
    done: false,
  }));
  const waiting = new Map<string, (Row | undefined)[]>();
  const answered = new Set<string>();
  const isComplete = (rows: readonly (Row | undefined)[]) =>
    readers.every(({ done }, language) => done || rows[language] !== undefined);
  const answer = (uri: string, rows: readonly (Row | undefined)[]): ConceptRows => {
    waiting.delete(uri);
    answered.add(uri);
    return {
      uri,
      rows: readers.flatMap(({ locale }, language) => {
        const row = rows[language];
        return row ? [{ locale, row }] : [];
      }),
    };
  };
  try {
    while (readers.some(({ done }) => !done)) {
      const complete: ConceptRows[] = [];
      for (const [language, reader] of readers.entries()) {
        if (reader.done) continue;
        const { value, done } = await reader.blocks.next();
        if (done) {
          reader.done = true;
          for (const [uri, rows] of waiting) if (isComplete(rows)) complete.push(answer(uri, rows));
          continue;
        }
        for (const row of value) {
          const uri = row.get("conceptUri");
          const rows = waiting.get(uri) ?? [];
          if (uri === "") odd.nameless(row);
          else if (answered.has(uri) || rows[language]) odd.repeated(row);
          else {
            rows[language] = row;
            if (isComplete(rows)) complete.push(answer(uri, rows));
            else waiting.set(uri, rows);
          }
        }
      }
      yield complete;
    }
  } finally {
    for (const { blocks } of readers) await blocks.return(undefined);
  }
}
