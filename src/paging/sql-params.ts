/** Collects the values of one statement; SQL text only ever holds their placeholders. */
export class SqlParams {
  readonly values: unknown[] = [];

  /** The placeholder of a value, e.g. `$3`. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}
