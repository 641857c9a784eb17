import type { Transaction } from "../database/database";

/** Rows a statement carries: large enough to be set-wise, small enough for the memory of the embedded database. */
const CHUNK = 4_000;

/** Rows on their way to a temporary table, column by column, sent as arrays for `unnest`. */
export class StagingBuffer {
  private columns: unknown[][];
  private readonly sql: string;

  /** `types`: name and SQL type of each column, in the order of the values of `add`. */
  constructor(
    private readonly tx: Transaction,
    table: string,
    types: Readonly<Record<string, string>>,
  ) {
    const names = Object.keys(types);
    this.columns = names.map(() => []);
    // jsonb travels as text: an array of json values would have to be escaped twice.
    const sent = Object.values(types).map(
      (type, i) => `$${i + 1}::${type === "jsonb" ? "text" : type}[]`,
    );
    const read = names.map((name) => (types[name] === "jsonb" ? `u.${name}::jsonb` : `u.${name}`));
    this.sql = `INSERT INTO ${table} (${names.join(", ")}) SELECT ${read.join(", ")} FROM unnest(${sent.join(", ")}) AS u (${names.join(", ")})`;
  }

  get full(): boolean {
    return (this.columns[0]?.length ?? 0) >= CHUNK;
  }

  add(...values: readonly unknown[]): void {
    for (let i = 0; i < values.length; i++) this.columns[i]?.push(values[i] ?? null);
  }

  /** Sends what is there, in statements of bounded size. */
  async send(): Promise<void> {
    const columns = this.columns;
    const count = columns[0]?.length ?? 0;
    if (count === 0) return;
    this.columns = columns.map(() => []);
    for (let start = 0; start < count; start += CHUNK) {
      const end = start + CHUNK;
      await this.tx.query(
        this.sql,
        count <= CHUNK ? columns : columns.map((c) => c.slice(start, end)),
      );
    }
  }
}
