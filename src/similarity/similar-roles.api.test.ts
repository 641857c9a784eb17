import type { Database } from "../database/database";
import { dataOf } from "../testing/read-all";
import { openSixRoles } from "../testing/six-roles";

let database: Database;
beforeAll(async () => {
  database = await openSixRoles();
}, 60_000);
afterAll(() => database.close());

const asking = (slug: string, args: string, selection: string) =>
  `{ similarRoles(role: { slug: "${slug}" }${args}) { ${selection} } }`;

async function similarTo(slug: string, args: string, selection: string) {
  return (await dataOf(database, asking(slug, args, selection))).similarRoles;
}

const ENTRIES = `formula totalCount leftOut emptyReason edges {
  score rest assumedLines node { slug }
  terms { contribution skill { slug } closestSkill { slug } }
  statements { relation isIncoming score tier position relationKind progressionKind link { from { slug } to { slug } } } }`;

/** Strengths: backend sql 20, git 6, go 12; analyst sql 10, excel 15; tester git 9 (3 × 3 assumed), sql 2. */
describe("the skills that roles ask for", () => {
  it.each([
    ["JACCARD", { tester: 2 / 3, analyst: 1 / 4 }],
    ["RUZICKA", { tester: 8 / 41, analyst: 10 / 53 }],
    ["COSINE", { analyst: 200 / Math.sqrt(580 * 325), tester: 94 / Math.sqrt(580 * 85) }],
  ])("are compared by %s", async (measure, scores) => {
    const found = await similarTo("backend", `, measure: ${measure}`, ENTRIES);
    expect(found).toMatchObject({ formula: measure, totalCount: 2, leftOut: 1, emptyReason: null });
    expect(found.edges.map(({ node }: Slugged) => node.slug)).toEqual(Object.keys(scores));
    for (const [at, score] of Object.values(scores).entries()) {
      const { terms, rest, ...edge } = found.edges[at];
      expect(edge.score).toBeCloseTo(score, 12);
      expect(sumOf(terms, rest)).toBeCloseTo(score, 9);
      expect(edge.statements).toEqual([]);
      // Of the tester it is not known how well it has to master Git.
      const assumes = measure !== "JACCARD" && edge.node.slug === "tester";
      expect(edge.assumedLines).toBe(assumes ? 1 : 0);
    }
  });

  it("are compared by COSINE unless said otherwise, each shared one a term", async () => {
    const { formula, edges } = await similarTo("backend", "", ENTRIES);
    expect(formula).toBe("COSINE");
    expect(edges[1].terms).toEqual([
      { contribution: 54 / Math.sqrt(580 * 85), skill: { slug: "git" }, closestSkill: null },
      { contribution: 40 / Math.sqrt(580 * 85), skill: { slug: "sql" }, closestSkill: null },
    ]);
  });

  it("may be used together without being the same: THETA", async () => {
    // Weights: RCA = x × 69 / (role × skill), x twice the importance, halved unless essential; theta(sql, git) = 2/3,
    // theta(git, go) = 1/2, theta(sql, go) = 1/3.
    const rca = (x: number, role: number, skill: number) => (x * 69) / (role * skill);
    const [sql, git, go] = [rca(10, 24, 24), rca(6, 24, 12), rca(8, 24, 8)];
    const [testerSql, testerGit] = [rca(4, 10, 24), rca(6, 10, 12)];
    const parts = {
      git: git * (testerGit + (testerSql * 2) / 3),
      go: go * (testerGit / 2 + testerSql / 3),
      sql: sql * ((testerGit * 2) / 3 + testerSql),
    };
    const all = (sql + git + go) * (testerSql + testerGit);
    const { edges } = await similarTo("backend", ", measure: THETA", ENTRIES);
    const tester = edges.find(({ node }: Slugged) => node.slug === "tester");
    expect(tester.score).toBeCloseTo((parts.git + parts.go + parts.sql) / all, 12);
    expect(
      tester.terms.map(({ skill, closestSkill }: Term) => [skill.slug, closestSkill?.slug]),
    ).toEqual([
      ["go", "git"],
      ["git", "git"],
      ["sql", "git"],
    ]);
    for (const { skill, contribution } of tester.terms as Term[])
      expect(contribution).toBeCloseTo(parts[skill.slug as keyof typeof parts] / all, 12);
    for (const { score, terms, rest } of edges) expect(sumOf(terms, rest)).toBeCloseTo(score, 9);
    // The painter shares no skill with it, but Excel is used together with SQL.
    expect(edges.map(({ node }: Slugged) => node.slug).sort()).toEqual([
      "analyst",
      "painter",
      "tester",
    ]);
  });
});

it("lists what sources state as a measure of its own: scores, then its own list, then those that list it", async () => {
  const found = await similarTo("backend", ", measure: CURATED", ENTRIES);
  expect(found).toMatchObject({ formula: "CURATED", totalCount: 5, leftOut: 0, emptyReason: null });
  expect(
    found.edges.map(({ node, score }: Slugged & { score: number }) => [node.slug, score]),
  ).toEqual([
    ["tester", 0.7],
    ["painter", null],
    ["analyst", null],
    ["hermit", null],
    ["mystery", null],
  ]);
  const nothing = {
    score: null,
    tier: null,
    position: null,
    relationKind: null,
    progressionKind: null,
  };
  const ends = (from: string, to: string) => ({ link: { from: { slug: from }, to: { slug: to } } });
  const statements = found.edges.map((edge: { statements: object[] }) => edge.statements);
  expect(statements.slice(0, 4)).toEqual([
    [
      {
        ...nothing,
        relation: "PROGRESSION",
        isIncoming: true,
        score: 0.7,
        progressionKind: "CHANGE",
        ...ends("tester-senior", "backend"),
      },
    ],
    [
      {
        ...nothing,
        relation: "RELATED_OCCUPATION",
        isIncoming: false,
        tier: "PRIMARY_SHORT",
        position: 1,
        ...ends("backend", "painter"),
      },
    ],
    [
      {
        ...nothing,
        relation: "RELATED_OCCUPATION",
        isIncoming: false,
        tier: "PRIMARY_LONG",
        position: 6,
        ...ends("backend", "analyst"),
      },
    ],
    [
      {
        ...nothing,
        relation: "RELATED_OCCUPATION",
        isIncoming: true,
        tier: "PRIMARY_SHORT",
        position: 3,
        ...ends("hermit", "backend"),
      },
    ],
  ]);
  expect(statements[4]).toMatchObject([{ ...nothing, relation: "RELATED", isIncoming: false }]);
});

it("says why nothing was found", async () => {
  const WHY = "totalCount leftOut emptyReason edges { score }";
  const empty = { totalCount: 0, edges: [] };
  const rest = { ...empty, leftOut: 1 };
  expect(await similarTo("hermit", "", WHY)).toEqual({ ...rest, emptyReason: "NOTHING_ALIKE" });
  expect(await similarTo("hermit", ", measure: THETA", WHY)).toEqual({
    ...rest,
    emptyReason: "NOTHING_ALIKE",
  });
  for (const measure of ["JACCARD", "RUZICKA", "COSINE", "THETA"])
    expect(await similarTo("mystery", `, measure: ${measure}`, WHY)).toEqual({
      ...rest,
      emptyReason: "ASKS_NOTHING",
    });
  expect(
    await similarTo("hermit", ', measure: CURATED, filter: { slug: { eq: "tester" } }', WHY),
  ).toEqual({
    ...empty,
    leftOut: 0,
    emptyReason: "NOTHING_STATED",
  });
});

it.each([
  ["COSINE", ["analyst"]],
  ["THETA", ["analyst"]],
  ["CURATED", ["painter", "analyst"]],
])("ranks only what the filter leaves: %s", async (measure, expected) => {
  const filter =
    measure === "CURATED" ? "jobZone: { lte: 3 }" : 'slug: { in: ["analyst", "mystery"] }';
  const args = `, measure: ${measure}, filter: { ${filter} }`;
  const { edges, totalCount } = await similarTo(
    "backend",
    args,
    "totalCount edges { node { slug } }",
  );
  expect(edges.map(({ node }: Slugged) => node.slug)).toEqual(expected);
  expect(totalCount).toBe(expected.length);
});

interface Slugged {
  node: { slug: string };
}

interface Term {
  contribution: number;
  skill: { slug: string };
  closestSkill: { slug: string } | null;
}

function sumOf(terms: readonly { contribution: number }[], rest: number): number {
  return terms.reduce((total, { contribution }) => total + contribution, rest);
}
