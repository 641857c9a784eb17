import { addNames } from "./add-names";
import { findReadings, type OpenDictionary, type Reading } from "./find-readings";
import { FoundMatches, type OwnerMatches } from "./found-matches";
import { type Token, toTokens } from "./tokens";

export interface DictionaryLayer extends OpenDictionary {
  /** Owners whose labels in this dictionary count no more. */
  readonly hiddenOwners?: ReadonlySet<number>;
}

/**
 * The labels that stand in a text, by owner: the surest first, then the most frequent, then by number.
 *
 * - Case, accents and full width are folded, singular and plural too where the dictionary has rules for the language.
 * - Words are whole words, signs count: C, C++ and C# are three things, and R is not found in R&D.
 * - Of overlapping matches the longest in letters stays, of equally long ones the first. Owners that share the words of
 *   a match are all answered. Where a label stands as it is, others that only differ by plural or version are not; where
 *   a technology has exactly the name, technologies that have it with a qualifier in brackets are not.
 * - Names that are short or everyday words need evidence (`findEvidence`); what is found so is evidence for others.
 * - Mail and web addresses are passed over.
 *
 * Several dictionaries are searched as if they were one. So a change needs no new dictionary of everything: hide the
 * owner in the large one and put its labels as they are now into a small one beside it. The same label twice counts
 * once.
 *
 * An empty text, or one without names, gives an empty list. The length is for the caller to limit.
 *
 * Cost: linear in the text; some 3 ms for 5,000 characters and 150,000 labels.
 */
export function matchLabels(text: string, layers: readonly DictionaryLayer[]): OwnerMatches[] {
  const tokens = toTokens(text);
  const readings = layers.flatMap((layer) =>
    findReadings(text, tokens, layer).filter(({ owner }) => !layer.hiddenOwners?.has(owner)),
  );
  const found = new FoundMatches(tokens);
  for (const reading of longestFirst(readings, tokens))
    if (reading.need === "NOTHING") found.add(reading, null);
  addNames(
    text,
    tokens,
    readings.filter(({ need }) => need !== "NOTHING"),
    found,
  );
  return found.byOwner();
}

function longestFirst(readings: readonly Reading[], tokens: readonly Token[]): Reading[] {
  const start = ({ first }: Reading) => tokens[first]?.start as number;
  const length = (reading: Reading) => (tokens[reading.last]?.end as number) - start(reading);
  return readings.toSorted((a, b) => length(b) - length(a) || a.first - b.first);
}
