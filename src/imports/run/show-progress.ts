import { PARTS, type Part, type Progress } from "./progress";

const EVERY_MS = 100;
const LINE_EVERY_MS = 5_000;
const BAR = 24;

/** Counts what every kind of display needs: share of the whole, rows, time. */
abstract class Shown implements Progress {
  protected part: Part | null = null;
  protected share = 0;
  protected rowCount = 0;
  private startedAt = Date.now();
  private finished = 0;

  step(part: Part): void {
    if (this.part) this.finished += PARTS[this.part];
    this.part = part;
    this.share = 0;
    this.show(true);
  }

  within(share: number): void {
    this.share = Math.min(1, Math.max(this.share, share));
    if (this.part) this.show(false);
  }

  rows(count: number): void {
    this.rowCount += count;
  }

  restart(): void {
    this.part = null;
    this.finished = 0;
    this.share = 0;
    this.rowCount = 0;
    this.startedAt = Date.now();
  }

  abstract done(): void;

  protected abstract show(isNewPart: boolean): void;

  protected get total(): number {
    return Math.min(0.99, this.finished + (this.part ? PARTS[this.part] * this.share : 0));
  }

  protected get seconds(): number {
    return (Date.now() - this.startedAt) / 1000;
  }

  /** e.g. `12,000 rows, 8,000/s, 9 s left`. */
  protected get rate(): string {
    const { rowCount, seconds, total } = this;
    const parts = [`${rowCount.toLocaleString("en")} rows`];
    if (rowCount > 0 && seconds > 0.5)
      parts.push(`${Math.round(rowCount / seconds).toLocaleString("en")}/s`);
    if (total > 0.05) parts.push(`${Math.ceil((seconds / total) * (1 - total))} s left`);
    return parts.join(", ");
  }
}

/** One line that is drawn again and again. */
export class ProgressBar extends Shown {
  private drawnAt = 0;

  constructor(private readonly stream: NodeJS.WriteStream) {
    super();
  }

  done(): void {
    this.stream.write("\r\u001b[K");
  }

  protected show(isNewPart: boolean): void {
    if (!isNewPart && Date.now() - this.drawnAt < EVERY_MS) return;
    this.drawnAt = Date.now();
    const full = Math.round(this.total * BAR);
    const bar = "#".repeat(full) + "-".repeat(BAR - full);
    const line = `[${bar}] ${Math.floor(this.total * 100)} %  ${this.part ?? ""}: ${this.rate}`;
    this.stream.write(`\r\u001b[K${line.slice(0, (this.stream.columns || 80) - 1)}`);
  }
}

/** A line for each part, and one now and then within a long one: for logs. */
export class ProgressLines extends Shown {
  private writtenAt = 0;

  constructor(private readonly stream: NodeJS.WritableStream) {
    super();
  }

  done(): void {}

  protected show(isNewPart: boolean): void {
    if (!isNewPart && Date.now() - this.writtenAt < LINE_EVERY_MS) return;
    this.writtenAt = Date.now();
    this.stream.write(
      `${this.seconds.toFixed(1).padStart(6)} s  ${this.part ?? ""} (${this.rate})\n`,
    );
  }
}

/** Shows nothing: for machines and tests. */
export const NO_PROGRESS: Progress = {
  step: () => {},
  within: () => {},
  rows: () => {},
  restart: () => {},
  done: () => {},
};
