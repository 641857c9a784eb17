import type { SkipReason } from "../skip-reasons";

/** What became of the rows of one entity; the five numbers add up to the rows read. */
export interface EntityTally {
  entity: string;
  read: number;
  imported: number;
  updated: number;
  unchanged: number;
  skipped: number;
  reasons: Partial<Record<SkipReason, number>>;
}

export interface OutcomeCount {
  entity: number;
  state: "imported" | "updated" | "unchanged";
  rows: number;
}

/** Counts rows by entity: those skipped while reading, and what the merge found out about the others. */
export class Tallies {
  private readonly numbers = new Map<string, number>();
  private readonly skips = new Map<string, Partial<Record<SkipReason, number>>>();
  readonly leftOut: { file: string; rows: number }[] = [];

  /** The number that stands for an entity in staged tables. */
  numberOf(entity: string): number {
    const known = this.numbers.get(entity);
    if (known !== undefined) return known;
    this.numbers.set(entity, this.numbers.size);
    return this.numbers.size - 1;
  }

  skip(entity: string, reason: SkipReason): void {
    this.numberOf(entity);
    const reasons = this.skips.get(entity) ?? {};
    reasons[reason] = (reasons[reason] ?? 0) + 1;
    this.skips.set(entity, reasons);
  }

  leaveOut(file: string, rows: number): void {
    this.leftOut.push({ file, rows });
  }

  /** All entities in the order in which they were first met. */
  total(outcomes: readonly OutcomeCount[]): EntityTally[] {
    return [...this.numbers].map(([entity, number]) => {
      const count = (state: OutcomeCount["state"]) =>
        outcomes
          .filter((outcome) => outcome.entity === number && outcome.state === state)
          .reduce((sum, { rows }) => sum + rows, 0);
      const reasons = this.skips.get(entity) ?? {};
      const skipped = Object.values(reasons).reduce((sum, rows) => sum + rows, 0);
      const [imported, updated, unchanged] = [
        count("imported"),
        count("updated"),
        count("unchanged"),
      ];
      return {
        entity,
        read: imported + updated + unchanged + skipped,
        imported,
        updated,
        unchanged,
        skipped,
        reasons,
      };
    });
  }
}
