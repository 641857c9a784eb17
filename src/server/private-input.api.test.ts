import type { FastifyInstance } from "fastify";
import { compute } from "../career-index/compute/compute";
import { IndexKeeper } from "../career-index/index-keeper";
import { readConfig } from "../config";
import type { Database } from "../database/database";
import { makeSchema } from "../schema";
import { openStarterGraph } from "../testing/starter-graph";
import { type Context, makeContext, makeMappings } from "./context";
import { createServer } from "./create-server";
import { ask, listen } from "./testing/http-client";

/** Stands in every text and variable, and in nothing else. */
const SECRET = "xanthippe";
const CV = `${SECRET}, Java developer since 2011, code reviews.`;
const GAP =
  "query Gap($from: StartInput!, $to: GoalInput!) { skillGap(from: $from, to: $to) { coverage } }";
const EXTRACT = "query Extract($text: String!) { extractSkills(text: $text) { totalCount } }";

let database: Database;
let server: FastifyInstance;
let lines: string[] = [];
/** What the index does when it is asked for labels; null: what it always does. */
let failure: (() => Error) | null = null;

beforeAll(async () => {
  database = await openStarterGraph();
  const config = readConfig({ NODE_ENV: "test", LOG_LEVEL: "debug" }, []);
  const mappings = makeMappings(database.dataSource);
  const keeper = new IndexKeeper(database, compute);
  server = await createServer<Context>({
    schema: makeSchema(),
    // A busy test machine must not look like an overloaded server.
    config: {
      ...config,
      limits: { ...config.limits, eventLoopDelayMs: 60_000, requestMs: 60_000 },
    },
    openRequest: () => {
      const reader = database.reader();
      const context = makeContext(reader, mappings, keeper);
      if (failure) {
        const error = failure();
        Object.assign(context, { careerIndex: { labels: () => Promise.reject(error) } });
      }
      return { context, dispose: () => reader.close() };
    },
    readiness: async () => ({ ready: true, reasons: [] }),
    exampleQueries: "# One\nquery One { __typename }\n",
    logTo: { write: (line) => void lines.push(line) },
  });
  await listen(server);
}, 60_000);
afterAll(async () => {
  await server.close();
  await database.close();
});
beforeEach(() => {
  lines = [];
  failure = null;
});

const HEADERS = { accept: "application/graphql-response+json" };

const byPost = (query: string, variables: unknown) =>
  ask(server, {
    method: "POST",
    headers: { ...HEADERS, "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });

const byGet = (query: string, variables: unknown) => {
  const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  return ask(server, {
    path: `/graphql?${search}`,
    headers: { ...HEADERS, "apollo-require-preflight": "1" },
  });
};

/** Lines are written when the answer is out, which the client may see first. */
async function logged(): Promise<string> {
  for (let tries = 0; tries < 100 && !lines.some((line) => line.includes('"status"')); tries++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  return lines.join("");
}

describe.each([
  ["POST", byPost],
  ["GET", byGet],
])("an operation with a text, by %s", (_method, send) => {
  it("is answered, is in no cache, and its text is in no line of the log", async () => {
    const answer = await send(EXTRACT, { text: CV });
    expect(answer.json.data).toEqual({ extractSkills: { totalCount: 2 } });
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.headers.etag).toBeUndefined();
    const log = await logged();
    expect(log).toContain('"operation":"Extract"');
    expect(log).not.toContain(SECRET);
  });

  it.each<[string, string, unknown, string]>([
    ["is no GraphQL", `query { extractSkills(text: "${CV}"`, {}, "GRAPHQL_PARSE_FAILED"],
    [
      "is not of the schema",
      `query { extractSkills(text: "${CV}") { nothing } }`,
      {},
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "has a literal of another type",
      `query { extractSkills(text: "x", minConfidence: "${SECRET}") { totalCount } }`,
      {},
      "GRAPHQL_VALIDATION_FAILED",
    ],
    ["has a variable of another type", EXTRACT, { text: { is: CV } }, "BAD_USER_INPUT"],
    [
      "names a skill that does not exist",
      GAP,
      { from: { profile: { skills: [{ skill: { slug: SECRET } }], text: CV } }, to: { text: CV } },
      "NOT_FOUND",
    ],
    [
      "has a proficiency that does not exist",
      GAP,
      { from: { profile: { skills: [{ proficiency: 9 }], text: CV } }, to: { text: CV } },
      "BAD_USER_INPUT",
    ],
    [
      "has a proficiency of another type",
      GAP,
      { from: { profile: { skills: [{ proficiency: SECRET }] } }, to: { text: CV } },
      "BAD_USER_INPUT",
    ],
    ["has an empty text", EXTRACT, { text: "", more: CV }, "BAD_USER_INPUT"],
    ["has a character that no text may have", EXTRACT, { text: `${CV}\0` }, "BAD_USER_INPUT"],
    [
      "asks for too large a page",
      `query ($text: String!) { extractSkills(text: $text, first: 1000) { totalCount } }`,
      { text: CV },
      "BAD_USER_INPUT",
    ],
    [
      "has a wrong cursor",
      `query ($text: String!) { extractSkills(text: $text, after: "${SECRET}") { totalCount } }`,
      { text: CV },
      "BAD_USER_INPUT",
    ],
  ])("keeps it out of log and answer when it %s", async (_what, query, variables, code) => {
    const answer = await send(query, variables);
    expect(answer.json.errors?.[0]?.extensions.code).toBe(code);
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.text).not.toContain(SECRET);
    expect(await logged()).not.toContain(SECRET);
  });

  it.each<[string, () => Error]>([
    ["a defect", () => new TypeError("x is not a function")],
    [
      "a statement that failed",
      () =>
        Object.assign(new Error("syntax error"), {
          code: "42P01",
          query: "select $1",
          parameters: [CV],
          detail: CV,
        }),
    ],
  ])("keeps it out of the log after %s", async (_what, fail) => {
    failure = fail;
    const answer = await send(EXTRACT, { text: CV });
    expect(answer.json.errors?.[0]?.extensions.code).toBe("INTERNAL_SERVER_ERROR");
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.text).not.toContain(SECRET);
    const log = await logged();
    expect(log).toContain("defect");
    expect(log).not.toContain(SECRET);
  });
});

it("gives the gap between a CV and a job ad as one query", async () => {
  const from = { profile: { text: `${CV} PostgreSQL.` } };
  const to = { text: `${SECRET} Ltd looks for Java, Docker, PostgreSQL and a Go developer.` };
  for (const send of [byPost, byGet]) {
    lines = [];
    const answer = await send(GAP, { from, to });
    expect(answer.json.data).toEqual({ skillGap: { coverage: 0.5 } });
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(await logged()).not.toContain(SECRET);
  }
});

it("takes texts of 50,000 characters where the schema says so, and no longer ones", async () => {
  const text = `${SECRET} `.repeat(5_000);
  expect(text).toHaveLength(50_000);
  expect((await byPost(EXTRACT, { text })).json.data).toEqual({ extractSkills: { totalCount: 0 } });
  const literal = `{ extractSkills(text: "${text}") { totalCount } }`;
  expect((await byPost(literal, {})).json.data).toEqual({ extractSkills: { totalCount: 0 } });

  for (const answer of [
    await byPost(EXTRACT, { text: `${text}x` }),
    await byPost(`{ extractSkills(text: "${text}x") { totalCount } }`, {}),
  ]) {
    expect(answer.json.errors?.[0]).toMatchObject({
      message: "text: must have at most 50000 characters",
      extensions: { code: "BAD_USER_INPUT", fields: [{ path: "text" }] },
    });
    expect(answer.text).not.toContain(SECRET);
  }
  const gap = { from: { profile: { text } }, to: { text } };
  expect((await byPost(GAP, gap)).json.errors).toBeUndefined();
  const longer = await byPost(GAP, { ...gap, to: { text: `${text}x` } });
  expect(longer.json.errors?.[0]?.message).toBe("to.text: must have at most 50000 characters");
  const search = "query ($text: String!) { search(text: $text) { totalCount } }";
  const refused = await byPost(search, { text: text.slice(0, 10_001) });
  expect(refused.json.errors?.[0]?.message).toBe("text: must have at most 10000 characters");
  expect(await logged()).not.toContain(SECRET);
});

it("counts the places of a text as it was sent, composed or not", async () => {
  const query =
    "query ($text: String!) { extractSkills(text: $text) { edges { mentions { start end } } } }";
  const text = "u\u0308u\u0308 Kreativita\u0308t";
  const { json } = await byPost(query, { text });
  const [{ mentions }] = json.data.extractSkills.edges;
  expect(
    mentions.map(({ start, end }: { start: number; end: number }) => text.slice(start, end)),
  ).toEqual(["Kreativita\u0308t"]);
});
