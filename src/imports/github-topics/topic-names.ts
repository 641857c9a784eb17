import { normalName } from "../../merge/identity/normal-name";
import { bracketOf, isShortFor } from "../technologies/bracketed-name";
import { isInitialsOf, isSpellingOf, lettersOf } from "../technologies/name-forms";
import { listOf, type TopicPage } from "./read-topic";

export interface TopicNames {
  name: string;
  /** What it is called as well. */
  names: string[];
  /** Tags that its page gathers. */
  hidden: string[];
}

/** `CD (Disambiguation)`: a page that only says what else is meant by a word. */
const DISAMBIGUATION = /\(disambiguation\)$/i;

export function isDisambiguation({ displayName }: TopicPage): boolean {
  return DISAMBIGUATION.test(displayName);
}

/**
 * The names of a topic. Its aliases are tags whose repositories are shown with its own, and most name something else:
 * versions (`php7`), parts (`eslint-plugin`), relatives (`vuex` of Vue.js, `angularjs` of Angular). Names are those that the
 * page bears out.
 */
export function namesOf(page: TopicPage): TopicNames {
  const { topic, displayName } = page;
  const bracket = bracketOf(displayName);
  const isBoth = bracket !== null && isShortFor(bracket.before, bracket.inside);
  const name = isBoth ? bracket.before : displayName;
  const names = isBoth ? [bracket.inside, displayName] : [];
  if (normalName(topic) !== normalName(name)) names.push(topic);
  const addresses = addressesOf(page);
  const aliases = listOf(page, "aliases");
  const own = [name, ...names];
  const isName = (alias: string) =>
    own.some(
      (each) => isSpellingOf(alias, each) || isInitialsOf(alias, each) || isInitialsOf(each, alias),
    ) || lettersOf(alias).some((letters) => addresses.has(letters) && !isVersion(letters, own));
  return { name, names: [...names, ...aliases.filter(isName)], hidden: aliases };
}

/** `php7`, `python27`: a name with digits behind it. */
function isVersion(letters: string, names: readonly string[]): boolean {
  return names
    .flatMap(lettersOf)
    .some((name) => letters.startsWith(name) && /^\d+$/.test(letters.slice(name.length)));
}

/** What its home page, its repository and its article in Wikipedia are called, as letters. */
function addressesOf({ about }: TopicPage): Set<string> {
  const called = ["url", "github_url", "wikipedia_url"].flatMap((key) => {
    const address = about.get(key).text ?? "";
    return URL.canParse(address) ? calledIn(new URL(address)) : [];
  });
  return new Set(called.flatMap(lettersOf));
}

function calledIn({ hostname, pathname }: URL): string[] {
  const path = pathname.split("/").filter((part) => part !== "");
  const last = path.at(-1) ?? "";
  if (hostname.endsWith("wikipedia.org")) return [decoded(last).replace(/_?\([^)]*\)$/, "")];
  if (hostname === "github.com") return path.length === 2 ? [last] : [];
  const host = hostname.replace(/^www\./, "");
  return [host, ...host.split(".").slice(0, -1)];
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
