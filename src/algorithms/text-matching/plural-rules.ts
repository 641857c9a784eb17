/** Languages whose plurals are folded. */
export type PluralLanguage = "en" | "de";

interface PluralRule {
  /** Ending of the plural, folded. */
  readonly ending: string;
  /** What stands in its place in the singular. */
  readonly singular: string;
  /** What the word without the ending has to look like. */
  readonly stem: RegExp;
  readonly why: string;
}

/**
 * Endings only: no vowel changes, no irregular forms. A rule is used from the plural to the singular, and two words are
 * the same if one is the other's singular; two words with a common stem are not. Short stems are left alone, since
 * there an ending is as often a part of the word (as, bus, gas).
 */
export const PLURAL_RULES: Readonly<Record<PluralLanguage, readonly PluralRule[]>> = {
  en: [
    { ending: "ies", singular: "y", stem: /..$/, why: "technologies" },
    { ending: "es", singular: "", stem: /.(s|x|z|ch|sh)$/, why: "processes, boxes, searches" },
    { ending: "yses", singular: "ysis", stem: /..$/, why: "analyses" },
    {
      ending: "s",
      singular: "",
      stem: /..[^sui]$/,
      why: "databases; not process, status, analysis",
    },
  ],
  de: [
    { ending: "en", singular: "", stem: /....$/, why: "Datenbanken, Systemen" },
    { ending: "n", singular: "", stem: /....$/, why: "Sprachen, Tabellen" },
    { ending: "e", singular: "", stem: /....$/, why: "Netzwerke, Prozesse" },
    { ending: "s", singular: "", stem: /...[^su]$/, why: "Teams, Trainings" },
    { ending: "nen", singular: "", stem: /...in$/, why: "Entwicklerinnen" },
    { ending: "se", singular: "", stem: /..nis$/, why: "Kenntnisse" },
  ],
};

/** An abbreviation with the s of the plural, in any language: APIs, VMs. What follows is its singular. */
const ABBREVIATIONS = /^([A-Z][A-Z0-9]+)s$/;

/** What a folded word is the plural of, each once. */
export function singularsOf(word: string, language: PluralLanguage): string[] {
  const singulars = new Set<string>();
  for (const { ending, singular, stem } of PLURAL_RULES[language]) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, -ending.length);
    if (stem.test(rest)) singulars.add(rest + singular);
  }
  return [...singulars];
}

/** The folded singular of an abbreviation as it is written; null for another word. */
export function abbreviationOf(written: string): string | null {
  return ABBREVIATIONS.exec(written)?.[1]?.toLowerCase() ?? null;
}
