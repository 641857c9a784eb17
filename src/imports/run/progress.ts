/** Parts of an import or export with the share of the whole time that each usually takes. */
export const PARTS = {
  "reading nodes": 0.2,
  "comparing names": 0.05,
  "reading links": 0.2,
  merging: 0.5,
  saving: 0.01,
  "updating statistics": 0.04,
  "writing nodes": 0.3,
  "writing links": 0.7,
} as const;

export type Part = keyof typeof PARTS;

/** Is told how an import goes. */
export interface Progress {
  /** The next part of the work begins. */
  step(part: Part): void;
  /** How much of the part is done, 0..1, where it can be told. */
  within(share: number): void;
  /** Rows read so far. */
  rows(count: number): void;
  /** The work begins anew. */
  restart(): void;
  done(): void;
}
