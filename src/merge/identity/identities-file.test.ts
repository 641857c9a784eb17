import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "yaml";
import { PROJECT_ROOT } from "../../shared/project-root";
import type { SourceKey } from "../records";
import type { NodeName } from "./overrides";
import { type PlacedIdentity, readIdentities } from "./read-identities";

const SEEDS = join(PROJECT_ROOT, "seeds");
const DATA = join(PROJECT_ROOT, "../shared/data");
const { same, apart } = readIdentities(join(SEEDS, "identities.yaml"));
const ALL = [...same, ...apart];

it("names only nodes that the curated seeds have", () => {
  const slugs: Record<string, Set<string>> = {
    TECHNOLOGY: slugsOf("technologies"),
    SKILL: slugsOf("skills"),
  };
  const unknown = ALL.filter(({ kind, node }) => {
    const slug = slugOf(node);
    return slug !== null && !slugs[kind]?.has(slug);
  });
  expect(unknown.map(({ at }) => at)).toEqual([]);
  expect(ALL.filter(({ node }) => slugOf(node) !== null).length).toBeGreaterThan(50);
});

it("repeats no exact mapping of the curated seeds", () => {
  const stated = new Set(
    rowsOf("skill-mappings")
      .filter(({ match }) => match === "EXACT")
      .map(({ scheme, uri }) => `${scheme} ${uri}`),
  );
  expect(same.filter(({ scheme, key }) => stated.has(`${scheme} ${key}`))).toEqual([]);
  expect(stated.size).toBeGreaterThan(30);
});

// Skipped where the data is not there.
(existsSync(DATA) ? describe : describe.skip)("its keys are in the real data of", () => {
  const keys = new Map<string, { key: string; at: string }[]>();
  for (const { at, ...identity } of ALL)
    for (const { scheme, key } of keysOf(identity))
      keys.set(scheme, [...(keys.get(scheme) ?? []), { key, at }]);

  const sources: [string, () => (key: string) => boolean][] = [
    [
      "LINGUIST",
      () => {
        const languages = Object.values(parse(textOf("linguist/languages.yml"))) as {
          language_id: number;
        }[];
        const ids = new Set(languages.map((language) => String(language.language_id)));
        return (key) => ids.has(key);
      },
    ],
    [
      "GITHUB_TOPICS",
      () => {
        const archive = textOf("github-topics/topics.tar.gz");
        return (key) => archive.includes(`topics/${key}/index.md`);
      },
    ],
    [
      "SIMPLE_ICONS",
      () => {
        const icons: { title: string; slug?: string }[] = JSON.parse(
          textOf("simple-icons/simple-icons.json.gz"),
        );
        const slugs = new Set(icons.map(({ title, slug }) => slug ?? iconSlug(title)));
        return (key) => slugs.has(key);
      },
    ],
    [
      "CNCF",
      () => {
        const landscape = textOf("cncf-landscape/landscape.yml.gz").toLowerCase();
        return (key) => landscape.includes(`name: ${key}\n`);
      },
    ],
    [
      "ONET",
      () => {
        const rows = ["Technology Skills", "Skills"].map((file) =>
          textOf(`onet-29.3/${file}.txt.gz`),
        );
        return (key) => rows.some((text) => text.includes(`\t${key}\t`));
      },
    ],
    [
      "ESCO",
      () => {
        const skills = textOf("esco-1.1.1/skills_en.csv.gz");
        return (key) => skills.includes(`,${key},`);
      },
    ],
    [
      "UK_GDD",
      () => {
        const skills = textOf("uk-gdd-capability-framework/skills.csv");
        return (key) => skills.includes(`\n${key},`);
      },
    ],
  ];

  it.each(sources)("%s", (scheme, readKeys) => {
    const isKey = readKeys();
    const unknown = (keys.get(scheme) ?? []).filter(({ key }) => !isKey(key));
    expect(unknown).toEqual([]);
    expect(isKey("no such key")).toBe(false);
    expect(keys.get(scheme)?.length).toBeGreaterThan(0);
  });

  it("no other source", () => {
    expect(
      [...keys.keys()].filter((scheme) => !sources.some(([known]) => known === scheme)),
    ).toEqual([]);
  });
});

function keysOf({ scheme, key, node }: Omit<PlacedIdentity, "at">): SourceKey[] {
  return [{ scheme, key }, ...(node && "key" in node ? [node] : [])];
}

function slugOf(node: NodeName | null): string | null {
  return node && "slug" in node ? node.slug : null;
}

function slugsOf(file: string): Set<string> {
  return new Set(rowsOf(file).map(({ slug }) => slug as string));
}

function rowsOf(file: string): Record<string, unknown>[] {
  return parse(readFileSync(join(SEEDS, "curated", `${file}.yaml`), "utf8"));
}

function textOf(path: string): string {
  const bytes = readFileSync(join(DATA, path));
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString();
}

/** As Simple Icons derives it from a title. */
function iconSlug(title: string): string {
  const words: Record<string, string> = { "+": "plus", ".": "dot", "&": "and" };
  return title
    .toLowerCase()
    .replace(/[+.&]/g, (sign) => words[sign] ?? sign)
    .normalize("NFD")
    .replace(/[^a-z\d]/g, "");
}
