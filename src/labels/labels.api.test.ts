import type { Database } from "../database/database";
import { insertNode, insertRow, rowId } from "../testing/graph-rows";
import { dataOf } from "../testing/read-all";
import { openEmptyGraph } from "../testing/starter-graph";

type LabelRow = readonly [locale: string, kind: string, text: string];

/** What the skills are called: one in three languages, one in two, one in German alone. */
const LABELS: Readonly<Record<string, readonly LabelRow[]>> = {
  baking: [
    ["en", "PREFERRED", "Baking"],
    ["en", "ALTERNATIVE", "Making bread"],
    ["en", "ALTERNATIVE", "Bread making"],
    ["en", "HIDDEN", "bakking"],
    ["de", "PREFERRED", "Backen"],
    ["de-AT", "PREFERRED", "Bochn"],
  ],
  frying: [
    ["en", "PREFERRED", "Frying"],
    ["de", "PREFERRED", "Braten"],
  ],
  stewing: [["en", "PREFERRED", "Stewing"]],
};
const TEXTS = [
  ["baking", "en", "DESCRIPTION", "With dry heat."],
  ["baking", "de", "DESCRIPTION", "Mit trockener Hitze."],
  ["baking", "de", "DEFINITION", "Garen im Ofen."],
] as const;

let database: Database;
beforeAll(async () => {
  database = await openEmptyGraph();
  await database.transaction(async (tx) => {
    for (const [slug, labels] of Object.entries(LABELS)) {
      const description = slug === "baking" ? "With dry heat." : null;
      await insertNode(tx, "SKILL", slug, { name: labels[0]?.[2], description });
      for (const [locale, kind, text] of labels)
        await insertRow(tx, "label", {
          node_id: rowId("SKILL", slug),
          node_kind: "SKILL",
          locale,
          kind,
          text,
          folded: text.toLowerCase(),
        });
    }
    for (const [slug, locale, kind, text] of TEXTS)
      await insertRow(tx, "node_text", { node_id: rowId("SKILL", slug), locale, kind, text });
  });
}, 60_000);
afterAll(() => database.close());

const read = (source: string, variables?: object) => dataOf(database, source, { ...variables });

describe("a name", () => {
  it.each([
    ["de-AT", ["Bochn de-AT", "Braten de", "Stewing en"]],
    ["de-at", ["Bochn de-AT", "Braten de", "Stewing en"]],
    ["de-CH", ["Backen de", "Braten de", "Stewing en"]],
    ["de", ["Backen de", "Braten de", "Stewing en"]],
    ["en", ["Baking en", "Frying en", "Stewing en"]],
    ["en-GB", ["Baking en", "Frying en", "Stewing en"]],
    ["fr", ["Baking en", "Frying en", "Stewing en"]],
    [null, ["Baking en", "Frying en", "Stewing en"]],
  ])("is in the language wanted, or in the next of its fallbacks: %s", async (locale, expected) => {
    const { skills } = await read(
      "query ($locale: Locale) { skills { nodes { name(locale: $locale) nameLocale(locale: $locale) } } }",
      { locale },
    );
    expect(
      skills.nodes.map(
        (node: { name: string; nameLocale: string }) => `${node.name} ${node.nameLocale}`,
      ),
    ).toEqual(expected);
  });

  it.each(["", "a language", "d", "de_AT_x!", "'"])(
    "is refused in what is no language: %j",
    async (locale) => {
      await expect(
        read("query ($locale: Locale) { skills { nodes { name(locale: $locale) } } }", { locale }),
      ).rejects.toThrow("BAD_USER_INPUT");
    },
  );
});

describe("a text", () => {
  it("falls back as a name does, and is null when no source gives one", async () => {
    const { skills } = await read(`{ skills { nodes {
      description german: description(locale: "de-AT") french: description(locale: "fr")
      definition definitionInGerman: definition(locale: "de") scopeNote(locale: "de")
    } } }`);
    expect(skills.nodes).toEqual([
      {
        description: "With dry heat.",
        german: "Mit trockener Hitze.",
        french: "With dry heat.",
        definition: null,
        definitionInGerman: "Garen im Ofen.",
        scopeNote: null,
      },
      ...Array(2).fill({
        description: null,
        german: null,
        french: null,
        definition: null,
        definitionInGerman: null,
        scopeNote: null,
      }),
    ]);
  });
});

describe("the labels of a node", () => {
  const KINDS = ["PREFERRED", "ALTERNATIVE", "HIDDEN"];
  const sorted = [...(LABELS.baking ?? [])].sort(
    (a, b) =>
      KINDS.indexOf(a[1]) - KINDS.indexOf(b[1]) ||
      (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[2] < b[2] ? -1 : 1),
  );

  async function labelsWith(args: string): Promise<string[]> {
    const { skill } = await read(
      `{ skill(by: { slug: "baking" }) { labels(first: 50${args}) { totalCount nodes { locale kind text } } } }`,
    );
    expect(skill.labels.totalCount).toBe(skill.labels.nodes.length);
    return skill.labels.nodes.map(
      ({ locale, kind, text }: Record<string, string>) => `${locale} ${kind} ${text}`,
    );
  }

  it("come by kind, language and text", async () => {
    expect(await labelsWith("")).toEqual(sorted.map((label) => label.join(" ")));
  });

  it.each<[string, (label: LabelRow) => boolean]>([
    [', locale: "de"', ([locale]) => locale === "de"],
    [
      ', locale: "en", kind: ALTERNATIVE',
      ([locale, kind]) => locale === "en" && kind === "ALTERNATIVE",
    ],
    [", kind: HIDDEN", ([, kind]) => kind === "HIDDEN"],
    [', locale: "fr"', () => false],
  ])("can be narrowed%s", async (args, matches) => {
    expect(await labelsWith(args)).toEqual(sorted.filter(matches).map((label) => label.join(" ")));
  });

  it("are read page after page", async () => {
    const found: string[] = [];
    for (let after: string | null = null; ; ) {
      const { skill } = await read(
        'query ($after: String) { skill(by: { slug: "baking" }) { labels(first: 1, after: $after) { pageInfo { hasNextPage endCursor } nodes { text } } } }',
        { after },
      );
      found.push(skill.labels.nodes[0].text);
      if (!skill.labels.pageInfo.hasNextPage) break;
      after = skill.labels.pageInfo.endCursor;
    }
    expect(found).toEqual(sorted.map(([, , text]) => text));
  });
});
