import { ImportError } from "../import-error";
import type { RowPlace } from "../import-sink";
import type { InputFile } from "../input/import-input";
import { cleanCell } from "./clean-cell";
import { type RawRecord, RecordSplitter } from "./record-splitter";

export interface TableFormat {
  delimiter: "," | "\t";
  /** null: quotes are ordinary characters. */
  quote: '"' | null;
}

/** RFC 4180: commas, quoted cells, line feeds inside of them. */
export const CSV: TableFormat = { delimiter: ",", quote: '"' };
/** Tabs, and quotes are ordinary characters, as in O*NET's text release. */
export const TSV: TableFormat = { delimiter: "\t", quote: null };

/** A row by header names. Cells are cleaned by `cleanCell`; a missing column or cell is "". */
export interface Row extends RowPlace {
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
  get(column: string): string;
}

const BLOCK = 1000;

/**
 * Reads a table by its header, in blocks of up to 1,000 rows; further and missing optional columns are fine.
 * @throws ImportError when one of the `required` columns is missing, naming those that are there.
 */
export async function* readTable(
  file: InputFile,
  format: TableFormat,
  required: readonly string[],
): AsyncGenerator<Row[]> {
  const splitter = new RecordSplitter(file.path, format);
  const table = new Table(file.path, required);
  for await (const chunk of await file.open()) {
    table.add(splitter.push(chunk));
    while (table.rows.length >= BLOCK) yield table.rows.splice(0, BLOCK);
  }
  table.add(splitter.end());
  table.checkHeader();
  while (table.rows.length > 0) yield table.rows.splice(0, BLOCK);
}

/** Column numbers by name; unnamed columns are left out. */
type Columns = ReadonlyMap<string, number>;

class TableRow implements Row {
  constructor(
    readonly file: string,
    readonly line: number,
    private readonly columns: Columns,
    private readonly cells: readonly string[],
  ) {}

  get(column: string): string {
    const cell = this.cells[this.columns.get(column) ?? -1];
    return cell ? cleanCell(cell) : "";
  }

  get values(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.columns.keys()].map((name) => [name, this.get(name)]));
  }
}

/** Makes rows of records, the first of which is the header. */
class Table {
  readonly rows: Row[] = [];
  private columns: Columns | null = null;
  private width = 0;

  constructor(
    private readonly file: string,
    private readonly required: readonly string[],
  ) {}

  add(records: readonly RawRecord[]): void {
    for (const { line, cells } of records) {
      // A blank line is no row.
      if (cells.length === 1 && cleanCell(cells[0] ?? "") === "") continue;
      if (this.columns === null) {
        this.columns = this.readHeader(cells, line);
        this.width = cells.length;
        continue;
      }
      if (cells.length > this.width) this.checkSurplus(cells, line);
      this.rows.push(new TableRow(this.file, line, this.columns, cells));
    }
  }

  /** @throws ImportError when there was none. */
  checkHeader(): void {
    if (this.columns !== null) return;
    const looked = this.required.length > 0 ? ` with ${list(this.required)}` : "";
    throw new ImportError(`is empty; expected a header line${looked}`, { file: this.file });
  }

  private readHeader(cells: readonly string[], line: number): Columns {
    const columns = new Map<string, number>();
    for (const [index, cell] of cells.entries()) {
      const name = cleanCell(cell);
      if (name === "") continue;
      if (columns.has(name))
        throw new ImportError(`two columns are called "${name}"`, { file: this.file, line });
      columns.set(name, index);
    }
    const missing = this.required.filter((name) => !columns.has(name));
    if (missing.length > 0)
      throw new ImportError(
        `lacks ${missing.length > 1 ? "the columns" : "the column"} ${list(missing)}; it has ${list([...columns.keys()])}`,
        { file: this.file, line },
      );
    return columns;
  }

  private checkSurplus(cells: readonly string[], line: number): void {
    const surplus = cells.slice(this.width).find((cell) => cleanCell(cell) !== "");
    if (surplus === undefined) return;
    throw new ImportError(
      `has ${cells.length} cells where the header has ${this.width}; "${surplus.slice(0, 40)}" belongs to no column`,
      { file: this.file, line },
    );
  }
}

function list(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}
