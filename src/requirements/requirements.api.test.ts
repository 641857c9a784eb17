import type { Database } from "../database/database";
import { ARTICLES } from "../testing/article-files";
import { readCurated } from "../testing/curated-files";
import { expectedRequirements } from "../testing/expected-requirements";
import { dataOf, readLinks, readList } from "../testing/read-all";
import {
  askedBy,
  askedFor,
  askerOf,
  REQUIREMENT_EDGE,
  readRequirements,
  shown,
} from "../testing/read-requirements";
import { FILTERS, isSorted, ORDERS } from "../testing/requirement-cases";
import { openStarterGraph } from "../testing/starter-graph";

let database: Database;
beforeAll(async () => {
  database = await openStarterGraph();
}, 60_000);
afterAll(() => database.close());

const read = (source: string, variables?: object) => dataOf(database, source, { ...variables });

const requirementsOf = (node: string, field: string, args?: { filter?: unknown }) =>
  readRequirements(database, node, field, args);

const expected = expectedRequirements();
const roles = [...new Set(expected.map(({ role }) => role))].sort();
const BACKEND = 'role(by: { slug: "backend-developer" })';
const ofBackend = expected.filter(({ role }) => role === "backend-developer");

describe("the requirements of a role", () => {
  it.each(roles)("are those of its file and of the articles, level by level: %s", async (role) => {
    const rows = expected.filter((row) => row.role === role);
    expect(shown(await requirementsOf(`role(by: { slug: "${role}" })`, "requirements"))).toEqual(
      askedFor(rows),
    );
    const { parent } = await read(`{ parent: role(by: { slug: "${role}" }) { levels { nodes {
      careerLevel { slug } requirements(first: 100) { totalCount edges { ${REQUIREMENT_EDGE} } } } } } }`);
    for (const { careerLevel, requirements } of parent.levels.nodes) {
      expect(requirements.edges).toHaveLength(requirements.totalCount);
      expect(shown(requirements.edges)).toEqual(
        askedFor(rows.filter(({ level }) => level === careerLevel.slug)),
      );
    }
  });

  it.each(FILTERS)("can be narrowed: %j", async (filter, matches) => {
    expect(shown(await requirementsOf(BACKEND, "requirements", { filter }))).toEqual(
      askedFor(ofBackend.filter(matches)),
    );
  });

  it.each(ORDERS)("are sorted: [%s]", async (orderBy, order) => {
    const field = `requirements: requirements(first: 100, orderBy: [${orderBy}])`;
    const { role } = await read(
      `{ role: ${BACKEND} { ${field} { edges { ${REQUIREMENT_EDGE} } } } }`,
    );
    expect(role.requirements.edges).toHaveLength(100);
    expect(isSorted(role.requirements.edges, order)).toBe(true);
  });

  it("stay unknown where the sources only mention something", async () => {
    const mentioned = ofBackend.filter(({ requirement }) => requirement === null);
    expect(mentioned.length).toBeGreaterThan(0);
    const edges = await requirementsOf(BACKEND, "requirements", {
      filter: { scope: "ROLE", node: { slug: { in: mentioned.map(({ slug }) => slug) } } },
    });
    expect(edges).toHaveLength(mentioned.length);
    for (const edge of edges)
      expect(edge).toMatchObject({ requirement: null, importance: null, proficiency: null });
  });
});

describe("who asks for something", () => {
  /** The skill and the technology that are asked for most, and one of each that the articles name. */
  const things = (["SKILL", "TECHNOLOGY"] as const).flatMap((kind) => {
    const counts = new Map<string, number>();
    for (const row of expected.filter((row) => row.kind === kind))
      counts.set(row.slug, (counts.get(row.slug) ?? 0) + 1);
    const [most = ""] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
    const named = expected.find((row) => row.kind === kind && row.level === null)?.slug ?? "";
    return [
      { kind, slug: most },
      { kind, slug: named },
    ];
  });

  it.each(things)(
    "is shown at a skill or technology, with the role it belongs to: $kind $slug",
    async ({ kind, slug }) => {
      const [one, field] = kind === "SKILL" ? ["skill", "requiredBy"] : ["technology", "usedBy"];
      const who = async (filter?: object) =>
        shown(await requirementsOf(`${one}(by: { slug: "${slug}" })`, field ?? "", { filter }));
      const rows = expected.filter((row) => row.kind === kind && row.slug === slug);
      const [{ role, level } = { role: "", level: null }] = rows;
      expect(await who()).toEqual(askedBy(rows));
      expect(await who({ role: { slug: { eq: role } } })).toEqual(
        askedBy(rows.filter((row) => row.role === role)),
      );
      expect(await who({ level: { slug: { eq: level } } })).toEqual(
        askedBy(rows.filter((row) => !level || row.level === level)),
      );
      expect(await who({ node: { slug: { eq: role } } })).toEqual(
        askedBy(rows.filter((row) => askerOf(row) === role)),
      );
      expect(await who({ scope: "ROLE" })).toEqual(
        askedBy(rows.filter((row) => row.level === null)),
      );
    },
  );

  it("finds roles by what they ask for", async () => {
    const slugs = new Set(
      expected
        .filter(({ kind, slug }) => kind === "TECHNOLOGY" && slug === "python")
        .map(({ role }) => role),
    );
    const data = await read(
      '{ roles(first: 100, filter: { requirements: { some: { node: { slug: { eq: "python" } }, kind: TECHNOLOGY } } }) { nodes { slug } } }',
    );
    expect(data.roles.nodes.map(({ slug }: { slug: string }) => slug).sort()).toEqual(
      [...slugs].sort(),
    );
  });
});

describe("a link without a direction", () => {
  const pair = (a: string, b: string) => [a, b].sort().join(" ");

  it.each([
    ["skills", "Skill", "related-skills.yaml"],
    ["technologies", "Technology", "related-technologies.yaml"],
  ])("is seen once from both ends: related %s", async (list, type, file) => {
    const rows = readCurated<{ between: [string, string]; kind: string; weight: number }[]>(file);
    const links = await readLinks(database, {
      list,
      type,
      field: "related",
      edge: "kind weight node { slug }",
      parent: "slug",
    });
    const seen = links.map(
      ({ parent, node, kind, weight }) => `${parent} ${node.slug} ${kind} ${weight}`,
    );
    const both = rows.flatMap(({ between: [a, b], kind, weight }) => [
      `${a} ${b} ${kind} ${weight}`,
      `${b} ${a} ${kind} ${weight}`,
    ]);
    expect(seen.sort()).toEqual(both.sort());
  });

  it("is seen once from both ends, with all subjects of all sources: collaborations", async () => {
    const subjects = new Map<string, string[]>();
    const add = (a: string, b: string, on: readonly string[]) =>
      subjects.set(pair(a, b), [...(subjects.get(pair(a, b)) ?? []), ...on]);
    for (const { between, on } of readCurated<{ between: [string, string]; on: string[] }[]>(
      "collaborations.yaml",
    ))
      add(...between, on);
    for (const { type, from, to, attrs } of ARTICLES.relations)
      if (type === "COLLABORATES_WITH" && to.startsWith("Role/"))
        add(from.slice(5), to.slice(5), (attrs.on as string[] | undefined) ?? []);
    const links = await readLinks(database, {
      list: "roles",
      type: "Role",
      field: "collaborations",
      edge: "on node { slug }",
      parent: "slug",
    });
    expect(links).toHaveLength(2 * subjects.size);
    for (const { parent, node, on } of links)
      expect(on).toEqual([...new Set(subjects.get(pair(parent, node.slug)))].sort());
  });
});

it("shows career moves from both ends, with kind and score", async () => {
  const rows =
    readCurated<{ from: string; to: string; kind: string; score?: number }[]>("progressions.yaml");
  const both = rows
    .map(({ from, to, kind, score }) =>
      `${from} ${to} ${kind} ${score ?? null}`.replaceAll("@", "-"),
    )
    .sort();
  for (const field of ["progressesTo", "progressesFrom"]) {
    const links = await readLinks(database, {
      list: "roleLevels",
      type: "RoleLevel",
      field,
      edge: "kind score node { slug }",
      parent: "slug",
    });
    const seen = links.map(
      ({ parent, node, kind, score }) =>
        `${field === "progressesTo" ? `${parent} ${node.slug}` : `${node.slug} ${parent}`} ${kind} ${score}`,
    );
    expect(seen.sort()).toEqual(both);
  }
});

it("gives all essential prerequisites of every skill, with the fewest steps to each", async () => {
  const rows =
    readCurated<{ skill: string; requires: string; strength: string }[]>("prerequisites.yaml");
  const skills = await readList(
    database,
    "skills",
    "slug prerequisiteChain(first: 100, maxDepth: 20) { totalCount edges { depth node { slug } } }",
  );
  let deepest = 0;
  for (const { slug, prerequisiteChain } of skills) {
    const depths = new Map([[slug, 0]]);
    for (const [skill, depth] of depths)
      for (const { requires } of rows.filter(
        (row) => row.skill === skill && row.strength === "ESSENTIAL",
      ))
        if (!depths.has(requires)) depths.set(requires, depth + 1);
    depths.delete(slug);
    deepest = Math.max(deepest, ...depths.values());
    const { edges, totalCount } = prerequisiteChain;
    expect([slug, totalCount]).toEqual([slug, depths.size]);
    for (const { depth, node } of edges)
      expect([node.slug, depth]).toEqual([node.slug, depths.get(node.slug)]);
  }
  expect(deepest).toBeGreaterThan(3);
});

it("names skills in German where there is a German name, and in English elsewhere", async () => {
  const { skills: german } = readCurated<{ skills: Record<string, string> }>("labels.de.yaml");
  const skills = await readList(
    database,
    "skills",
    'slug name german: name(locale: "de-AT") nameLocale(locale: "de-AT")',
  );
  for (const { slug, name, ...shownName } of skills)
    expect([slug, shownName]).toEqual([
      slug,
      german[slug]
        ? { german: german[slug], nameLocale: "de" }
        : { german: name, nameLocale: "en" },
    ]);
  expect(skills.filter(({ nameLocale }) => nameLocale === "de").length).toBeGreaterThanOrEqual(100);
});
