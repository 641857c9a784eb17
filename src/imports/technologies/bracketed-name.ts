import { isContractionOf, isInitialsOf } from "./name-forms";

/** A name and what stands in brackets at its end; null when nothing does. */
export function bracketOf(name: string): { before: string; inside: string } | null {
  const [, before, inside] = /^(.*\S)\s*\(([^()]+)\)$/.exec(name) ?? [];
  return before === undefined || inside === undefined ? null : { before, inside: inside.trim() };
}

/** Whether one of two names is short for the other: `Google Cloud Platform (GCP)`, `JSX (JavaScript XML)`. */
export function isShortFor(one: string, other: string): boolean {
  return [
    [one, other],
    [other, one],
  ].some(([short = "", long = ""]) => isInitialsOf(short, long) || isContractionOf(short, long));
}
