import type { DictionaryLayer } from "../../algorithms/text-matching/match-labels";

export interface PartLabel {
  readonly text: string;
  readonly locale: string;
  readonly kind: "PREFERRED" | "ALTERNATIVE" | "HIDDEN";
}

/** Names of all active skills and technologies in all languages, ready for `matchLabels`. */
export interface LabelsPart {
  /** One for all labels, then those of what changed since it was made. */
  readonly layers: readonly DictionaryLayer[];
  /** UUID by the number of the owner in the layers. */
  owner(number: number): string;
  /** Whether the owner is a technology; otherwise it is a skill. */
  isTechnology(number: number): boolean;
  label(number: number): PartLabel;
}
