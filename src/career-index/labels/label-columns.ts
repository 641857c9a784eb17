import type { MatchLabel } from "../../algorithms/text-matching/label-dictionary";
import type { PartLabel } from "./labels-part";

/** A label as it is read: with the node that it is a label of. */
export interface LabelRow extends PartLabel {
  readonly owner: string;
  readonly isTechnology: boolean;
}

/**
 * Labels of owners in flat columns: a tenth of what as many objects would take, and what a worker thread is handed in a few
 * milliseconds. Plain data.
 *
 * Owners and labels have numbers from `firstOwner` and `firstLabel` on, so that several of these can stand side by side.
 */
export interface LabelColumns {
  readonly firstOwner: number;
  readonly firstLabel: number;
  /** UUIDs, ascending. */
  readonly owners: readonly string[];
  /** 1: a technology; 0: a skill. By owner. */
  readonly isTechnology: Uint8Array;
  /** The owner of each label. */
  readonly ownerOf: Uint32Array;
  /** All texts, one after the other. */
  readonly texts: string;
  /** Where the text of each label ends. */
  readonly ends: Uint32Array;
  readonly locales: readonly string[];
  /** Place of its language in `locales`, by label. */
  readonly localeOf: Uint16Array;
  /** Place of its kind in `LABEL_KINDS`, by label. */
  readonly kindOf: Uint8Array;
}

const LABEL_KINDS = ["PREFERRED", "ALTERNATIVE", "HIDDEN"] as const;

/**
 * How sure a match of a label is at best. Hidden labels are misspellings and names that are not quite right: they are there
 * for searches, where somebody looks at what was found.
 */
const TRUST: Readonly<Record<PartLabel["kind"], number>> = {
  PREFERRED: 1,
  ALTERNATIVE: 1,
  HIDDEN: 0.8,
};

/** Takes labels in the order of their owners, in pieces as they are read. Cost: linear. */
export class LabelColumnsBuilder {
  private readonly owners: string[] = [];
  private readonly isTechnology: number[] = [];
  private readonly ownerOf: number[] = [];
  private readonly texts: string[] = [];
  private readonly ends: number[] = [];
  private readonly locales = new Map<string, number>();
  private readonly localeOf: number[] = [];
  private readonly kindOf: number[] = [];

  constructor(
    private readonly firstOwner = 0,
    private readonly firstLabel = 0,
  ) {}

  add(rows: readonly LabelRow[]): void {
    let end = this.ends.at(-1) ?? 0;
    // One text for each piece: many small ones joined at the end would take several times as much meanwhile.
    this.texts.push(rows.map(({ text }) => text).join(""));
    for (const { owner, isTechnology, text, locale, kind } of rows) {
      if (this.owners.at(-1) !== owner) {
        this.owners.push(owner);
        this.isTechnology.push(isTechnology ? 1 : 0);
      }
      end += text.length;
      this.ends.push(end);
      this.ownerOf.push(this.owners.length - 1);
      this.localeOf.push(this.numberOf(locale));
      this.kindOf.push(LABEL_KINDS.indexOf(kind));
    }
  }

  build(): LabelColumns {
    return {
      firstOwner: this.firstOwner,
      firstLabel: this.firstLabel,
      owners: this.owners,
      isTechnology: Uint8Array.from(this.isTechnology),
      ownerOf: Uint32Array.from(this.ownerOf),
      texts: this.texts.join(""),
      ends: Uint32Array.from(this.ends),
      locales: [...this.locales.keys()],
      localeOf: Uint16Array.from(this.localeOf),
      kindOf: Uint8Array.from(this.kindOf),
    };
  }

  private numberOf(locale: string): number {
    const number = this.locales.get(locale) ?? this.locales.size;
    this.locales.set(locale, number);
    return number;
  }
}

/** The label at a place of the columns. */
export function labelAt(columns: LabelColumns, at: number): PartLabel {
  const { texts, ends, locales, localeOf, kindOf } = columns;
  return {
    text: texts.slice(ends[at - 1] ?? 0, ends[at]),
    locale: locales[localeOf[at] as number] as string,
    kind: LABEL_KINDS[kindOf[at] as number] as PartLabel["kind"],
  };
}

/** The number of an owner, or null when it has none here. Cost: O(log owners). */
export function numberOfOwner({ owners, firstOwner }: LabelColumns, owner: string): number | null {
  let low = 0;
  let high = owners.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((owners[middle] as string) < owner) low = middle + 1;
    else high = middle;
  }
  return owners[low] === owner ? firstOwner + low : null;
}

/** The labels as `makeLabelDictionary` takes them, one by one. */
export function* toMatchLabels(columns: LabelColumns): Generator<MatchLabel> {
  const { firstLabel, firstOwner, ownerOf, isTechnology } = columns;
  for (let at = 0; at < ownerOf.length; at++) {
    const { text, locale, kind } = labelAt(columns, at);
    const owner = ownerOf[at] as number;
    yield {
      label: firstLabel + at,
      owner: firstOwner + owner,
      text,
      isTechnology: isTechnology[owner] === 1,
      language: locale,
      trust: TRUST[kind],
    };
  }
}
