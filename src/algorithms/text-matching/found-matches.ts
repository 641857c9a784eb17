import type { Reading } from "./find-readings";
import { CONFIDENCE, type Evidence } from "./name-rules";
import type { Token } from "./tokens";

/** A place where a label stands. */
export interface LabelMatch {
  /** UTF-16 code units of the text, end exclusive: `text.slice(start, end)` is what was matched. */
  readonly start: number;
  readonly end: number;
  readonly label: number;
  /** Above 0, at most 1; what lowers it is in `CONFIDENCE`. */
  readonly confidence: number;
  /** What speaks for a name that needs it; null for labels that need nothing. */
  readonly evidence: Evidence | null;
}

/** What was found in a text. */
export interface OwnerMatches {
  readonly owner: number;
  /** Places where one of its labels stands. */
  readonly count: number;
  /** The highest of its matches. */
  readonly confidence: number;
  /** In the order of the text, one for each place. */
  readonly matches: readonly LabelMatch[];
}

/** Matches that stay, none of which overlaps another of other words. */
export class FoundMatches {
  private readonly matches: { reading: Reading; evidence: Evidence | null }[] = [];
  /** For each token the span that has it, as first × number of tokens + last; −1: none. */
  private readonly spanAt: Float64Array;
  private readonly evidenceOf = new Map<number, Evidence | null>();
  private readonly technologyAt: Uint8Array;

  constructor(private readonly tokens: readonly Token[]) {
    this.spanAt = new Float64Array(tokens.length).fill(-1);
    this.technologyAt = new Uint8Array(tokens.length);
  }

  /** Adds a reading unless it overlaps what is there. */
  add(reading: Reading, evidence: Evidence | null): void {
    const { first, last } = reading;
    if (this.evidenceAt(first, last) === undefined) {
      if (this.overlaps(first, last)) return;
      this.spanAt.fill(this.spanOf(first, last), first, last + 1);
      this.evidenceOf.set(this.spanOf(first, last), evidence);
    }
    if (reading.isTechnology) this.technologyAt.fill(1, first, last + 1);
    this.matches.push({ reading, evidence });
  }

  /** What the match of exactly these words rests on; null: it needs nothing. Undefined: there is none. */
  evidenceAt(first: number, last: number): Evidence | null | undefined {
    return this.evidenceOf.get(this.spanOf(first, last));
  }

  overlaps(first: number, last: number): boolean {
    return this.spanAt.subarray(first, last + 1).some((span) => span !== -1);
  }

  isTechnology(position: number): boolean {
    return this.technologyAt[position] === 1;
  }

  byOwner(): OwnerMatches[] {
    const exact = this.spansWhere(({ isExact }) => isExact);
    const technologies = this.spansWhere(
      ({ isTechnology, isQualified }) => isTechnology && !isQualified,
    );
    const owners = new Map<number, Map<number, LabelMatch>>();
    for (const { reading, evidence } of this.matches) {
      const span = this.spanOf(reading.first, reading.last);
      if (!reading.isExact && exact.has(span)) continue;
      // A technology has the words as its name: one that is named with a qualifier is another, "JavaScript (Node.js)".
      if (reading.isTechnology && reading.isQualified && technologies.has(span)) continue;
      const match = this.toMatch(reading, evidence);
      const places = owners.get(reading.owner) ?? new Map<number, LabelMatch>();
      owners.set(reading.owner, places);
      const known = places.get(span);
      if (!known || isBetter(match, known)) places.set(span, match);
    }
    return [...owners]
      .map(([owner, places]) => {
        const matches = [...places.values()].sort((a, b) => a.start - b.start);
        const confidence = matches.reduce((best, match) => Math.max(best, match.confidence), 0);
        return { owner, count: matches.length, confidence, matches };
      })
      .sort((a, b) => b.confidence - a.confidence || b.count - a.count || a.owner - b.owner);
  }

  private spansWhere(holds: (reading: Reading) => boolean): Set<number> {
    return new Set(
      this.matches.flatMap(({ reading }) =>
        holds(reading) ? [this.spanOf(reading.first, reading.last)] : [],
      ),
    );
  }

  private toMatch(reading: Reading, evidence: Evidence | null): LabelMatch {
    return {
      start: this.tokens[reading.first]?.start as number,
      end: this.tokens[reading.last]?.end as number,
      label: reading.label,
      confidence: reading.confidence * (evidence ? CONFIDENCE.evidence[evidence] : 1),
      evidence,
    };
  }

  private spanOf(first: number, last: number): number {
    return first * this.tokens.length + last;
  }
}

function isBetter(a: LabelMatch, b: LabelMatch): boolean {
  return a.confidence > b.confidence || (a.confidence === b.confidence && a.label < b.label);
}
