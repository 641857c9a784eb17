import type { ImportSink } from "../import-sink";

/** Notices whether a file lists the rows of each occupation one after the other, as the publisher does. */
export class OccupationOrder {
  private readonly seen = new Set<string>();
  private current: string | null = null;
  private broken = false;

  see(occupation: string): void {
    if (occupation === this.current) return;
    if (this.seen.has(occupation)) this.broken = true;
    this.seen.add(occupation);
    this.current = occupation;
  }

  get isTogether(): boolean {
    return !this.broken;
  }
}

/**
 * Gathers what several rows say of one pair of an occupation and something else. Pairs are complete when the next
 * occupation begins, or, in a file that does not keep occupations together, at its end: then all of them are in memory.
 */
export class PairsByOccupation<T> {
  private readonly occupations = new Map<string, Map<string, T>>();

  constructor(
    private readonly isTogether: boolean,
    private readonly complete: (occupation: string, key: string, pair: T) => void,
  ) {}

  /** The pairs of an occupation so far, by the key of what it is paired with. */
  of(occupation: string): Map<string, T> {
    const known = this.occupations.get(occupation);
    if (known) return known;
    if (this.isTogether) for (const before of this.occupations.keys()) this.finish(before);
    const pairs = new Map<string, T>();
    this.occupations.set(occupation, pairs);
    return pairs;
  }

  /** To be called after the last row. */
  async end(sink: ImportSink): Promise<void> {
    for (const occupation of this.occupations.keys()) {
      this.finish(occupation);
      await sink.drain();
    }
  }

  private finish(occupation: string): void {
    for (const [key, pair] of this.occupations.get(occupation) ?? [])
      this.complete(occupation, key, pair);
    this.occupations.delete(occupation);
  }
}
