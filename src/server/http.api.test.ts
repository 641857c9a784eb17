import { ask, listen, post } from "./testing/http-client";
import { makeToyServer, type Toy } from "./testing/toy-server";

const JSON_TYPE = "application/json; charset=utf-8";
const GRAPHQL_TYPE = "application/graphql-response+json; charset=utf-8";
const GRAPHQL = { accept: "application/graphql-response+json" };
const POST = { method: "POST", headers: { "content-type": "application/json" } };

let toy: Toy;
beforeAll(async () => {
  toy = await makeToyServer();
  await listen(toy.server);
});
afterAll(() => toy.server.close());

describe("a well-formed operation", () => {
  it("is answered by POST and by GET in the type that the client prefers", async () => {
    for (const [accept, type] of [
      ["*/*", JSON_TYPE],
      ["application/json", JSON_TYPE],
      ["application/graphql-response+json", GRAPHQL_TYPE],
      ["application/graphql-response+json, application/json;q=0.9", GRAPHQL_TYPE],
    ] as const) {
      const byPost = await post(toy.server, '{ echo(text: "hi") }', undefined, { accept });
      const byGet = await ask(toy.server, {
        path: `/graphql?query=${encodeURIComponent('{ echo(text: "hi") }')}`,
        headers: { accept, "apollo-require-preflight": "1" },
      });
      for (const answer of [byPost, byGet]) {
        expect(answer.status).toBe(200);
        expect(answer.headers["content-type"]).toBe(type);
        expect(answer.headers["cache-control"]).toBe("no-store");
        expect(answer.headers.vary).toMatch(/accept/i);
        expect(answer.json.data).toEqual({ echo: "hi" });
      }
    }
  });

  it("takes variables and an operation name from the query string", async () => {
    const query = encodeURIComponent(
      "query A($t: String) { echo(text: $t) } query B { __typename }",
    );
    const path = `/graphql?query=${query}&operationName=A&variables=${encodeURIComponent('{"t":"x"}')}`;
    const answer = await ask(toy.server, { path, headers: { "apollo-require-preflight": "1" } });
    expect(answer.json.data).toEqual({ echo: "x" });
  });

  it("carries what it cost", async () => {
    const answer = await post(toy.server, "{ roles(first: 3) { nodes { name } } }");
    expect(answer.json.extensions).toEqual({
      cost: { requestedQueryCost: 4, maximumAvailable: 20_000 },
    });
  });

  it("is not answered with the name of any product", async () => {
    const { headers } = await post(toy.server, "{ __typename }");
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers.server).toBeUndefined();
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["content-security-policy"]).toBe("default-src 'none';frame-ancestors 'none'");
  });
});

describe("a request error", () => {
  it.each([
    ["a syntax error", "{", undefined, "GRAPHQL_PARSE_FAILED"],
    ["an unknown field", "{ nope }", undefined, "GRAPHQL_VALIDATION_FAILED"],
    ["a wrong variable", "query ($n: Int) { echo(number: $n) }", { n: "x" }, "BAD_USER_INPUT"],
    ["a missing variable", "query ($n: Int!) { echo(number: $n) }", undefined, "BAD_USER_INPUT"],
  ])("is 400, or 200 as application/json: %s", async (_name, query, variables, code) => {
    const strict = await post(toy.server, query, variables, GRAPHQL);
    const lenient = await post(toy.server, query, variables);
    expect([strict.status, lenient.status]).toEqual([400, 200]);
    for (const { json } of [strict, lenient]) {
      expect(json.data).toBeUndefined();
      expect(json.errors?.[0]?.extensions.code).toBe(code);
      expect(json.extensions.cost.maximumAvailable).toBe(20_000);
    }
  });

  it.each([
    ["malformed JSON", "{"],
    ["no JSON at all", ""],
    ["a list, for batching is off", JSON.stringify([{ query: "{ __typename }" }])],
    ["null", "null"],
    ["a string", '"{ __typename }"'],
    ["no query", "{}"],
    ["a query of the wrong type", JSON.stringify({ query: 1 })],
    ["an empty query", JSON.stringify({ query: "" })],
    ["variables of the wrong type", JSON.stringify({ query: "{ __typename }", variables: "{}" })],
    ["variables in a list", JSON.stringify({ query: "{ __typename }", variables: [] })],
    ["extensions of the wrong type", JSON.stringify({ query: "{ __typename }", extensions: 1 })],
    ["a name of the wrong type", JSON.stringify({ query: "{ __typename }", operationName: {} })],
    ["bytes that are not UTF-8", Buffer.from('{"query":"{ echo(text: \\"\xff\\") }"}', "latin1")],
  ])("is 400 in both types: %s", async (_name, body) => {
    for (const accept of ["application/json", "application/graphql-response+json"]) {
      const headers = { ...POST.headers, accept };
      const answer = await ask(toy.server, { ...POST, headers, body });
      expect(answer.status).toBe(400);
      expect(answer.headers["content-type"]).toMatch(/json; charset=utf-8$/);
      expect(answer.json.errors).toHaveLength(1);
      expect(answer.json.errors?.[0]?.extensions.code).toBe("BAD_REQUEST");
    }
  });

  it("is 400 for an operation name that the document does not have", async () => {
    const body = JSON.stringify({ query: "query A { __typename }", operationName: "B" });
    const answer = await ask(toy.server, { ...POST, body });
    expect(answer.status).toBe(400);
    expect(answer.json.errors?.[0]?.extensions.code).toBe("OPERATION_RESOLUTION_FAILURE");
  });

  it("takes JSON with a byte order mark", async () => {
    const answer = await ask(toy.server, { ...POST, body: '\ufeff{"query":"{ __typename }"}' });
    expect(answer.status).toBe(200);
  });
});

describe("GET", () => {
  it("refuses kinds of operations that the schema does not have", async () => {
    const answer = await post(toy.server, "subscription { roles }");
    expect(answer.json.data).toBeUndefined();
    expect(answer.json.errors?.[0]).toMatchObject({
      message: "This API has no subscriptions.",
      extensions: { code: "BAD_USER_INPUT" },
    });
  });

  it("refuses mutations with 405", async () => {
    const query = encodeURIComponent('mutation { rename(name: "x") { id } }');
    const answer = await ask(toy.server, {
      path: `/graphql?query=${query}`,
      headers: { "apollo-require-preflight": "1" },
    });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe("POST");
  });

  it("needs a header that no other site can send without asking first (CSRF)", async () => {
    const path = "/graphql?query=%7B__typename%7D";
    expect((await ask(toy.server, { path })).status).toBe(400);
    for (const headers of [
      { "content-type": "application/json" },
      { "apollo-require-preflight": "1" },
      { "x-apollo-operation-name": "A" },
    ]) {
      expect((await ask(toy.server, { path, headers: headers as never })).status).toBe(200);
    }
    const plain = { "content-type": "text/plain" };
    expect((await ask(toy.server, { path, headers: plain })).status).toBe(400);
  });
});

describe("persisted queries", () => {
  const persisted = (extension: unknown, query?: string) =>
    ask(toy.server, {
      ...POST,
      body: JSON.stringify({ query, extensions: { persistedQuery: extension } }),
    });

  it("says that it does not know a hash, and stores nothing of the answer", async () => {
    const answer = await persisted({ version: 1, sha256Hash: "0".repeat(64) });
    expect(answer.json.errors?.[0]?.extensions.code).toBe("PERSISTED_QUERY_NOT_FOUND");
    expect(answer.headers["cache-control"]).toBe("no-store");
  });

  it("calls a wrong version and a wrong hash the client's mistakes", async () => {
    const version = await persisted({ version: 2, sha256Hash: "x" });
    expect(version.json.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT" });
    const hash = await persisted({ version: 1, sha256Hash: "x" }, "{ __typename }");
    expect(hash.json.errors?.[0]?.extensions.fields[0].path).toBe(
      "extensions.persistedQuery.sha256Hash",
    );
  });
});
