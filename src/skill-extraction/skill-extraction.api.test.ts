import type { Database } from "../database/database";
import { ask } from "../testing/ask";
import { refusalOf } from "../testing/refusal";
import { openStarterGraph } from "../testing/starter-graph";

let database: Database;
beforeAll(async () => {
  database = await openStarterGraph();
  // Makes the index, so that a question costs what it costs from then on.
  await extract("Java");
}, 60_000);
afterAll(() => database.close());

const EDGES = `
  totalCount
  pageInfo { hasNextPage endCursor }
  edges {
    cursor count confidence
    node { __typename slug }
    matchedLabel { text locale kind }
    mentions { start end confidence evidence matchedLabel { text locale kind } }
  }`;

interface Edge {
  cursor: string;
  count: number;
  confidence: number;
  node: { __typename: string; slug: string };
  matchedLabel: { text: string; locale: string; kind: string };
  mentions: { start: number; end: number; confidence: number; evidence: string | null }[];
}

async function extract(text: string, args = "") {
  const answer = await ask(
    database,
    `query ($text: String!) { extractSkills(text: $text ${args}) { ${EDGES} } }`,
    { text },
  );
  expect(answer.errors).toEqual([]);
  const { edges, totalCount, pageInfo } = answer.data.extractSkills as {
    edges: Edge[];
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
  return { edges, totalCount, pageInfo, statements: answer.statements };
}

const slugs = ({ edges }: { edges: Edge[] }) => edges.map(({ node }) => node.slug);

it("says what was found where, by which label and how surely", async () => {
  const text = "🚀 K8s und Kubernetes, Datenmodellierung; a Go developer.";
  const { edges, totalCount } = await extract(text);
  expect(totalCount).toBe(3);
  const [kubernetes, modelling, go] = edges;
  expect(kubernetes).toMatchObject({
    count: 2,
    confidence: 1,
    node: { __typename: "Technology", slug: "kubernetes" },
    matchedLabel: { text: "K8s", locale: "en", kind: "ALTERNATIVE" },
  });
  expect(kubernetes?.mentions.map(({ start, end }) => text.slice(start, end))).toEqual([
    "K8s",
    "Kubernetes",
  ]);
  expect(modelling).toMatchObject({
    node: { __typename: "Skill", slug: "data-modelling" },
    matchedLabel: { text: "Datenmodellierung", locale: "de" },
    mentions: [{ evidence: null, confidence: 1 }],
  });
  expect(go).toMatchObject({
    node: { slug: "go" },
    confidence: 0.85,
    mentions: [{ evidence: "CONTEXT", confidence: 0.85, matchedLabel: { text: "Go" } }],
  });
});

it("finds only kinds that are asked for, and what is sure enough", async () => {
  const text = "Go developer, Java, code reviews, debugging";
  expect(slugs(await extract(text, "kinds: [TECHNOLOGY]"))).toEqual(["java", "go"]);
  expect(slugs(await extract(text, "kinds: [SKILL]"))).toEqual(["code-review", "debugging"]);
  expect((await extract(text, "kinds: []")).totalCount).toBe(0);
  expect((await extract(text, "kinds: [SKILL, TECHNOLOGY]")).totalCount).toBe(4);
  expect(slugs(await extract(text, "kinds: [TECHNOLOGY], minConfidence: 0.9"))).toEqual(["java"]);
  expect(slugs(await extract(text, "kinds: [TECHNOLOGY], minConfidence: 0.85"))).toEqual([
    "java",
    "go",
  ]);
});

it("gives nothing, and no error, where nothing is named", async () => {
  for (const text of [" ", "…", "We offer fruit and a table for table tennis.", "🙂".repeat(500)])
    expect(await extract(text)).toMatchObject({
      edges: [],
      totalCount: 0,
      pageInfo: { hasNextPage: false, endCursor: null },
    });
});

it("gives pages", async () => {
  const text = "Java, Docker, Kubernetes, PostgreSQL, Python";
  const all = slugs(await extract(text));
  expect(all).toEqual(["java", "docker", "kubernetes", "postgresql", "python"]);
  const first = await extract(text, "first: 2");
  expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
  const rest = await extract(text, `first: 3, after: "${first.pageInfo.endCursor}"`);
  expect(rest.pageInfo.hasNextPage).toBe(false);
  expect([...slugs(first), ...slugs(rest)]).toEqual(all);
  const other = await refusalOf(
    database,
    "query ($text: String!, $after: String) { extractSkills(text: $text, after: $after) { totalCount } }",
    { text: `${text}.`, after: first.pageInfo.endCursor },
  );
  expect(other).toBe("BAD_USER_INPUT at after");
});

it("lists the first places of what is named very often, and counts all", async () => {
  const [edge] = (await extract("Kubernetes. ".repeat(4_000))).edges;
  expect(edge?.count).toBe(4_000);
  expect(edge?.mentions).toHaveLength(100);
});

it("costs two SQL statements, however long the text is", async () => {
  const many = "Java, Docker, Kubernetes, PostgreSQL, Python, code review, debugging, ".repeat(600);
  expect(many.length).toBeGreaterThan(40_000);
  for (const text of ["Java", many]) expect((await extract(text)).statements).toHaveLength(2);
  expect((await extract("nothing at all")).statements).toHaveLength(1);
});

it("follows a text in any spelling to its original places", async () => {
  const text = "Ｋｕｂｅｒｎｅｔｅｓ, Fehler\u00adsuche, Kreativita\u0308t";
  const { edges } = await extract(text);
  expect(
    edges.flatMap(({ mentions }) => mentions.map(({ start, end }) => text.slice(start, end))),
  ).toEqual(["Ｋｕｂｅｒｎｅｔｅｓ", "Fehler\u00adsuche", "Kreativita\u0308t"]);
});

it.each<[string, string, string]>([
  ["text", 'text: ""', "text"],
  ["too long a text", `text: "${"x".repeat(50_001)}"`, "text"],
  ["a confidence below 0", 'text: "x", minConfidence: -0.1', "minConfidence"],
  ["a confidence above 1", 'text: "x", minConfidence: 1.1', "minConfidence"],
  ["too large a page", 'text: "x", first: 101', "first"],
])("refuses %s, naming the argument", async (_what, args, path) => {
  const refusal = await refusalOf(database, `{ extractSkills(${args}) { totalCount } }`);
  expect(refusal).toBe(`BAD_USER_INPUT at ${path}`);
});
