import { TechnologyKind } from "../../technologies/technology.entity";
import type { ImportSink } from "../import-sink";
import { isContractionOf, isInitialsOf, isSpellingOf, lettersOf } from "../technologies/name-forms";
import { qualifiersOf } from "../technologies/qualifiers";
import { labelsOf } from "../technologies/technology-labels";
import type { YamlValue } from "../technologies/yaml-value";
import type { Language } from "./read-languages";

const LANGUAGES = "languages";
const GROUPS = "language groups";
const POPULAR = "popular languages";
const BLOCK = 100;

/**
 * Types whose entries are no languages to write in. `data` are agreed formats (JSON, CSV, SVG) and files of programs; prose
 * are the markup languages of documents (Markdown, Org).
 */
const KIND_OF_TYPE: Readonly<Record<string, TechnologyKind>> = { data: TechnologyKind.STANDARD };

/** Ids of the languages that are stated, by name. */
export type StatedLanguages = ReadonlyMap<string, string>;

export async function stateLanguages(
  languages: readonly Language[],
  popular: readonly YamlValue[],
  sink: ImportSink,
): Promise<StatedLanguages> {
  const popularNames = new Set(popular.map(({ text }) => text));
  const bearers = bearersOf(languages);
  const stated = new Map<string, string>();
  const numbers = new Set<string>();
  for (const [index, { name, entry }] of languages.entries()) {
    const number = entry.get("language_id").text;
    if (name === "" || number === null)
      sink.skip(
        LANGUAGES,
        "MISSING_VALUE",
        entry,
        `has no ${name === "" ? "name" : "language_id"}`,
      );
    else if (numbers.has(number))
      sink.skip(LANGUAGES, "DUPLICATE_ROW", entry, "has the language_id of an earlier one");
    else {
      numbers.add(number);
      stated.set(name, stateLanguage(name, number, entry, popularNames.has(name), bearers, sink));
    }
    if (index % BLOCK === 0) await sink.drain();
  }
  return stated;
}

function stateLanguage(
  name: string,
  number: string,
  entry: YamlValue,
  isPopular: boolean,
  bearers: ReadonlyMap<string, ReadonlySet<string>>,
  sink: ImportSink,
): string {
  const type = entry.get("type").text;
  const aliases = entry.texts("aliases");
  const isOwn = (alias: string) =>
    lettersOf(alias).every((letters) => [...(bearers.get(letters) ?? [])].every((n) => n === name));
  const names = aliases.filter((alias) => isNameOf(alias, name) && isOwn(alias));
  return sink.node(LANGUAGES, {
    kind: "TECHNOLOGY",
    key: number,
    fields: { technology_kind: KIND_OF_TYPE[type ?? ""] ?? TechnologyKind.LANGUAGE },
    labels: labelsOf(name, names, aliases),
    qualifiers: qualifiersOf({
      type,
      popular: isPopular || null,
      color: entry.get("color").text,
      extensions: entry.texts("extensions"),
      filenames: entry.texts("filenames"),
      interpreters: entry.texts("interpreters"),
    }),
  });
}

/**
 * Whether an alias is another name of the language. Linguist's aliases are what people may write at a block of code to have it
 * coloured alike, and many are something else that looks alike: `node` at JavaScript, `bash` at Shell, `django` at Jinja,
 * `terraform` at HCL.
 */
function isNameOf(alias: string, name: string): boolean {
  return (
    isSpellingOf(alias, name) ||
    isInitialsOf(alias, name) ||
    isInitialsOf(name, alias) ||
    isContractionOf(alias, name)
  );
}

/** Which languages have a name or alias, by its letters. */
function bearersOf(languages: readonly Language[]): Map<string, Set<string>> {
  const bearers = new Map<string, Set<string>>();
  for (const { name, entry } of languages)
    for (const letters of [name, ...entry.texts("aliases")].flatMap(lettersOf)) {
      const names = bearers.get(letters);
      if (names) names.add(name);
      else bearers.set(letters, new Set([name]));
    }
  return bearers;
}

/** Accounts for the list of popular languages, which is said of the languages themselves. */
export function statePopular(
  popular: readonly YamlValue[],
  stated: StatedLanguages,
  sink: ImportSink,
): void {
  const seen = new Set<string>();
  for (const value of popular) {
    const id = stated.get(value.text ?? "");
    if (id === undefined) sink.skip(POPULAR, "UNKNOWN_CONCEPT", value, "is none of the languages");
    else if (seen.has(id)) sink.skip(POPULAR, "DUPLICATE_ROW", value);
    else {
      seen.add(id);
      sink.row(POPULAR, id);
    }
  }
}

/** Links languages to those that they are counted with. */
export function linkGroups(
  languages: readonly Language[],
  stated: StatedLanguages,
  sink: ImportSink,
): void {
  for (const { name, entry } of languages) {
    const value = entry.get("group");
    const group = value.text;
    const fromId = stated.get(name);
    if (group === null || fromId === undefined) continue;
    const place = { file: value.file, line: value.line, values: { language: name, group } };
    const toId = stated.get(group);
    if (toId === undefined)
      sink.skip(GROUPS, "UNKNOWN_CONCEPT", place, `"${group}" is none of the languages`);
    else sink.edge(GROUPS, { kind: "BROADER", fromId, toId }, place);
  }
}
