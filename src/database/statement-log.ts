import type { Logger } from "typeorm";

/** Hands every statement to whoever listens: those of readers and transactions, and those that TypeORM sends itself. */
export class StatementLog implements Logger {
  readonly #listeners = new Set<(sql: string) => void>();

  constructor(private readonly line: (line: string) => void) {}

  /** The answer takes the listener off. */
  listen(listener: (sql: string) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  readonly report = (sql: string): void => {
    for (const listener of this.#listeners) listener(sql);
  };

  logQuery(sql: string): void {
    if (!/^(START TRANSACTION|COMMIT|ROLLBACK|SET LOCAL|SAVEPOINT|RELEASE)\b/.test(sql)) {
      this.report(sql);
    }
  }

  log(level: "log" | "info" | "warn", message: unknown): void {
    if (level === "warn") this.line(String(message));
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(message: string): void {
    this.line(message);
  }
}
