import { readSeedGraph, type SeedEdge, type SeedNode } from "../src/testing/seed-graph";

const { nodes, edges } = readSeedGraph();

/** Names that the articles themselves give to two things; what an article says is not ours to change. */
const TWO_THINGS_IN_THE_ARTICLES = [
  "TOPIC en enterprise applications",
  "TOPIC en serverless architecture",
];

const curated = (kind: SeedNode["kind"]) =>
  nodes.filter((node) => node.kind === kind && node.isCurated);
const edgesOf = (...kinds: readonly SeedEdge["kind"][]) =>
  edges.filter(({ kind }) => kinds.includes(kind));
const slugs = (list: readonly SeedNode[]) => list.map(({ kind, slug }) => `${kind} ${slug}`);

describe("skills and technologies", () => {
  it("are at least 250 and 200", () => {
    expect(curated("SKILL").length).toBeGreaterThanOrEqual(250);
    expect(curated("TECHNOLOGY").length).toBeGreaterThanOrEqual(200);
  });

  it("are linked to something beside the group they are in", () => {
    const linked = linkedBy((kind) => kind !== "BROADER");
    const orphans = [...curated("SKILL"), ...curated("TECHNOLOGY")].filter(
      (node) => !linked.has(node) && node.fields.technology_kind !== "CATEGORY",
    );
    expect(slugs(orphans)).toEqual([]);
  });

  it("are each in a group", () => {
    const grouped = new Set(edgesOf("BROADER", "BELONGS_TO").map(({ from }) => from));
    const loose = [...curated("SKILL"), ...curated("TECHNOLOGY")].filter(
      (node) => !grouped.has(node) && node.fields.technology_kind !== "CATEGORY",
    );
    expect(slugs(loose)).toEqual([]);
  });

  it("leave no group, family or category empty", () => {
    const filled = new Set(edgesOf("BROADER").map(({ to }) => to));
    const groups = [
      ...curated("SKILL_GROUP"),
      ...curated("ROLE_FAMILY"),
      ...curated("TECHNOLOGY").filter(({ fields }) => fields.technology_kind === "CATEGORY"),
    ];
    expect(slugs(groups.filter((group) => !filled.has(group)))).toEqual([]);
  });

  it("are of use: every skill is asked for, or a prerequisite of or related to another", () => {
    const used = linkedBy((kind) => ["REQUIREMENT", "PREREQUISITE", "RELATED"].includes(kind));
    expect(slugs(curated("SKILL").filter((skill) => !used.has(skill)))).toEqual([]);
  });
});

describe("prerequisites", () => {
  const prerequisites = edgesOf("PREREQUISITE");

  it("are at least 400", () => {
    expect(prerequisites.length).toBeGreaterThanOrEqual(400);
  });

  it.each(["PREREQUISITE", "BROADER", "DEPENDS_ON", "BELONGS_TO"] as const)(
    "have no cycle, nor have other links of a direction: %s",
    (kind) => {
      let left = edgesOf(kind);
      for (let size = Infinity; left.length < size; ) {
        size = left.length;
        const ends = new Set(left.map(({ to }) => to));
        // What nothing leads to is part of no cycle.
        left = left.filter(({ from }) => ends.has(from));
      }
      expect(left.map(({ from, to }) => `${from.slug} -> ${to.slug}`)).toEqual([]);
    },
  );

  it("say how well one has to be known for the other", () => {
    const vague = prerequisites.filter(
      ({ fields }) => !fields.requirement || !fields.from_proficiency || !fields.to_proficiency,
    );
    expect(vague.map(({ from, to }) => `${from.slug} ${to.slug}`)).toEqual([]);
  });
});

it("learning resources are at least 60, each teaches upwards and says who offers it", () => {
  const resources = curated("LEARNING_RESOURCE");
  expect(resources.length).toBeGreaterThanOrEqual(60);
  const teaching = new Set(edgesOf("TEACHES").map(({ from }) => from));
  const vague = resources.filter(
    ({ fields, kind }) => !fields.resource_kind || !fields.provider || !kind,
  );
  expect(slugs(vague)).toEqual([]);
  // Communities and platforms are places to learn at; books and courses teach something.
  const idle = resources.filter(
    (resource) =>
      !teaching.has(resource) &&
      !["COMMUNITY", "PLATFORM"].includes(String(resource.fields.resource_kind)),
  );
  expect(slugs(idle)).toEqual([]);
  const downwards = edgesOf("TEACHES").filter(
    ({ fields }) => Number(fields.from_proficiency) >= Number(fields.to_proficiency),
  );
  expect(downwards.map(({ from, to }) => `${from.slug} ${to.slug}`)).toEqual([]);
});

it("gives a price to those learning resources alone that are free by what is said of them", () => {
  const free = curated("LEARNING_RESOURCE").filter(({ fields }) => fields.price !== undefined);
  expect(free.length).toBeGreaterThan(50);
  const doubtful = free.filter(({ fields, texts }) => {
    const isOfficial = fields.resource_kind === "DOCUMENTATION";
    const says = isOfficial ? /\bofficial|\bfree/i : /\bfree(ly)?\b/i;
    return fields.price !== 0 || !texts.some(({ text }) => says.test(text));
  });
  expect(slugs(doubtful)).toEqual([]);
});

it("invents no address: curated nodes name titles and providers", () => {
  const addressed = nodes.filter(
    ({ kind, isCurated, fields }) => isCurated && kind !== "EXTERNAL_CONCEPT" && fields.url,
  );
  expect(slugs(addressed)).toEqual([]);
});

it("nodes of the curated layer are described, but entries of other classifications", () => {
  const silent = nodes.filter(
    ({ kind, isCurated, texts }) =>
      isCurated &&
      kind !== "EXTERNAL_CONCEPT" &&
      !texts.some(
        ({ locale, kind, text }) => locale === "en" && kind === "DESCRIPTION" && text.length >= 20,
      ),
  );
  expect(slugs(silent)).toEqual([]);
});

it("curated descriptions are each written for one node", () => {
  const byText = new Map<string, Set<SeedNode>>();
  for (const node of nodes)
    for (const { text, isCurated } of node.texts)
      if (isCurated) byText.set(text, (byText.get(text) ?? new Set()).add(node));
  const shared = [...byText].filter(([, owners]) => owners.size > 1);
  expect(shared.map(([text]) => text)).toEqual([]);
});

it("names mean one thing among nodes of a kind, other names included", () => {
  const byName = new Map<string, Set<SeedNode>>();
  for (const node of nodes)
    for (const { locale, text } of node.labels) {
      const name = `${node.kind} ${locale} ${text.toLowerCase()}`;
      byName.set(name, (byName.get(name) ?? new Set()).add(node));
    }
  const ambiguous = [...byName].filter(([, owners]) => owners.size > 1);
  expect(ambiguous.map(([name]) => name).sort()).toEqual(TWO_THINGS_IN_THE_ARTICLES);
});

it("at least 100 skills, all roles, levels and families have a German name", () => {
  const german = (node: SeedNode) => node.labels.some(({ locale }) => locale === "de");
  expect(curated("SKILL").filter(german).length).toBeGreaterThanOrEqual(100);
  const missing = [...curated("ROLE"), ...curated("CAREER_LEVEL"), ...curated("ROLE_FAMILY")];
  expect(slugs(missing.filter((node) => !german(node)))).toEqual([]);
});

/** Nodes at either end of a link of the kinds. */
function linkedBy(takes: (kind: SeedEdge["kind"]) => boolean): Set<SeedNode> {
  return new Set(edges.filter(({ kind }) => takes(kind)).flatMap(({ from, to }) => [from, to]));
}
