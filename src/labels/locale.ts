/** The language that every node has a name in. */
export const DEFAULT_LOCALE = "en";

/**
 * Locales to try for a wanted one, best first: `de-AT` gives `de-AT`, `de`, `en`.
 * Upper and lower case follow the usual form (`de-AT`), whatever was given.
 */
export function fallbackChain(locale: string): string[] {
  const [language = "", ...rest] = canonical(locale).split("-");
  const chain = rest.map((_, index) => [language, ...rest.slice(0, rest.length - index)].join("-"));
  return [...new Set([...chain, language, DEFAULT_LOCALE])];
}

function canonical(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll("_", "-"))[0] ?? locale;
  } catch {
    return locale;
  }
}
