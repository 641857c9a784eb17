import { ImportError } from "../import-error";
import type { ImportInput, InputFile } from "../input/import-input";
import { noSuchFile } from "../tables/find-table";

/** Tables of concepts: one file for each language, `skills_en.csv`, `skills_de.csv`. */
export const CONCEPT_TABLES = ["occupations", "ISCOGroups", "skills", "skillGroups"] as const;

/** Tables that say the same in every language. Up to 1.1 the relations have no language in their names. */
const SHARED_TABLES = [
  "broaderRelationsOccPillar",
  "broaderRelationsSkillPillar",
  "occupationSkillRelations",
  "skillSkillRelations",
  "skillsHierarchy",
  "greenShareOcc",
] as const;

export type ConceptTable = (typeof CONCEPT_TABLES)[number] | "conceptSchemes";
export type SharedTable = (typeof SHARED_TABLES)[number];

/** What people are told was looked for. */
export const ESCO_FILES = [
  ...CONCEPT_TABLES.map((table) => `${table}_<language>.csv`),
  ...SHARED_TABLES.map((table) => `${table}.csv or ${table}_<language>.csv`),
  "conceptSchemes_<language>.csv",
  "<name>Collection_<language>.csv",
];

export interface LanguageFile {
  /** As IETF tag, e.g. `de`, `en-US`. */
  readonly locale: string;
  readonly file: InputFile;
}

/** Which concepts belong to a theme, e.g. `digitalSkillsCollection_en.csv`. */
export interface CollectionFile {
  /** Without `Collection`: `digitalSkills`. */
  readonly name: string;
  readonly file: InputFile;
}

interface NamedFile {
  readonly table: string;
  /** null: the name says none. */
  readonly locale: string | null;
  readonly file: InputFile;
}

const NAME = /^(.+?)(?:_([a-z]{2,3}(?:[-_][a-z0-9]{2,8})*))?\.csv$/i;
const COLLECTION = /^(.+)Collection$/i;

/** The files of one release by what they hold. */
export class EscoFiles {
  private readonly tables = new Map<string, NamedFile[]>();
  /** ESCO's tables without a place in the graph, and those that repeat in another language what is read already. */
  readonly leftOut: readonly InputFile[];

  /** @throws ImportError when there are no concepts, or when files of two releases lie together. */
  constructor(input: ImportInput) {
    const others: InputFile[] = [];
    for (const file of input.files) {
      const named = nameOf(file);
      if (named === null) continue;
      if (isUsed(named)) add(this.tables, lower(named.table), named);
      else if (named.locale !== null) others.push(file);
    }
    for (const files of this.tables.values()) {
      files.sort(byLanguage);
      checkRelease(input, files);
    }
    if (!CONCEPT_TABLES.some((table) => this.named(table).length > 0))
      throw noSuchFile(input, ESCO_FILES);
    const repeated = [...this.tables.values()].filter(([file]) => !isPerLanguage(file));
    this.leftOut = [...others, ...repeated.flatMap((files) => files.slice(1).map(fileOf))];
  }

  /** The files of a table in all languages, English first. */
  languages(table: ConceptTable): LanguageFile[] {
    return this.named(table).flatMap(({ locale, file }) => (locale ? [{ locale, file }] : []));
  }

  /** The file that is read for all languages; null when there is none. */
  shared(table: SharedTable): InputFile | null {
    return this.named(table)[0]?.file ?? null;
  }

  collections(): CollectionFile[] {
    return [...this.tables.values()].flatMap(([first]) => {
      const name = first && COLLECTION.exec(first.table)?.[1];
      return name ? [{ name, file: first.file }] : [];
    });
  }

  private named(table: string): NamedFile[] {
    return this.tables.get(lower(table)) ?? [];
  }
}

const PER_LANGUAGE = new Set([...CONCEPT_TABLES, "conceptSchemes"].map(lower));
const SHARED = new Set(SHARED_TABLES.map(lower));

/** null: a file that is no table. */
function nameOf(file: InputFile): NamedFile | null {
  const [, table, language] = NAME.exec(file.name) ?? [];
  return table ? { table, locale: language ? localeOf(language) : null, file } : null;
}

/** A table of concepts without a language is another publisher's. */
function isUsed({ table, locale }: NamedFile): boolean {
  if (SHARED.has(lower(table)) || COLLECTION.test(table)) return true;
  return locale !== null && PER_LANGUAGE.has(lower(table));
}

/** `en_us` as `en-US`. What is no language tag stays as it is. */
function localeOf(language: string): string {
  try {
    return Intl.getCanonicalLocales(language.replaceAll("_", "-"))[0] ?? language;
  } catch {
    return language;
  }
}

/** English, then files without a language, then the others in order of their tags. */
function byLanguage(one: NamedFile, other: NamedFile): number {
  const ranks = rank(one.locale) - rank(other.locale);
  if (ranks !== 0) return ranks;
  return one.file.path < other.file.path ? -1 : 1;
}

function rank(locale: string | null): number {
  if (locale === "en") return 0;
  if (locale?.startsWith("en-")) return 1;
  return locale === null ? 2 : 3;
}

/** Packages of several languages side by side repeat the relations; nothing else comes twice in one release. */
function checkRelease(input: ImportInput, files: readonly NamedFile[]): void {
  for (const { locale } of files) {
    const same = files.filter((file) => locale !== null && file.locale === locale);
    if (same.length < 2) continue;
    const paths = same.map(({ file }) => file.path).join(", ");
    throw new ImportError(
      `holds the same table more than once: ${paths}; name a folder with one release of ESCO`,
      { file: input.path },
    );
  }
}

function isPerLanguage(file: NamedFile | undefined): boolean {
  return file !== undefined && PER_LANGUAGE.has(lower(file.table));
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function fileOf({ file }: NamedFile): InputFile {
  return file;
}

function lower(text: string): string {
  return text.toLowerCase();
}
