import { connect } from "node:net";
import { brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { ask, askRaw, listen, portOf, post } from "./testing/http-client";
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

describe("media types", () => {
  it("answers 406 when the client takes no JSON, and runs nothing", async () => {
    const before = toy.ledger.opened;
    const answer = await post(toy.server, "{ __typename }", undefined, { accept: "image/png" });
    expect(answer.status).toBe(406);
    expect(answer.json.errors?.[0]?.extensions.code).toBe("NOT_ACCEPTABLE");
    expect(toy.ledger.opened).toBe(before);
  });

  it.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/graphql",
    "application/json-patch+json",
    "nonsense",
    "",
  ])("refuses a body of type %p with 415 (CSRF)", async (type) => {
    const headers: Record<string, string> = type === "" ? {} : { "content-type": type };
    const answer = await ask(toy.server, { ...POST, headers, body: '{"query":"{ __typename }"}' });
    expect(answer.status).toBe(415);
    expect(answer.headers["accept-post"]).toBe("application/json");
    expect(answer.json.errors?.[0]?.extensions.code).toBe("UNSUPPORTED_MEDIA_TYPE");
  });

  it.each(["latin-1", "iso-8859-1", "utf-16", "utf-7", '"UTF-16LE"', "\u00a0"])(
    "refuses the charset %p with 415",
    async (charset) => {
      const headers = { "content-type": `application/json; charset=${charset}` };
      const answer = await ask(toy.server, {
        ...POST,
        headers,
        body: '{"query":"{ __typename }"}',
      });
      expect(answer.status).toBe(415);
    },
  );

  it.each(["utf-8", "UTF-8", '"utf-8"', "utf8"])("takes the charset %p", async (charset) => {
    const headers = { "content-type": `application/json; charset=${charset}` };
    const answer = await ask(toy.server, { ...POST, headers, body: '{"query":"{ __typename }"}' });
    expect(answer.status).toBe(200);
  });

  it.each(["gzip", "br", "deflate", "zstd", "gzip, identity", "x"])(
    "refuses a body of encoding %p with 415, unread",
    async (encoding) => {
      const body = gzipSync(JSON.stringify({ query: "{ __typename }" }));
      const headers = { ...POST.headers, "content-encoding": encoding };
      const answer = await ask(toy.server, { ...POST, headers, body });
      expect(answer.status).toBe(415);
      expect(answer.headers["accept-encoding"]).toBe("identity");
    },
  );

  it("takes the encoding identity", async () => {
    const answer = await post(toy.server, "{ __typename }", undefined, {
      "content-encoding": "identity",
    });
    expect(answer.status).toBe(200);
  });
});

describe("sizes", () => {
  it("refuses 512 kB with 413 from Content-Length, before the body comes", async () => {
    const head = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 524289\r\n\r\n`;
    const { text, ms } = await askRaw(portOf(toy.server), head);
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
    expect(text).toMatch(/connection: close/i);
    expect(text).toContain('"code":"PAYLOAD_TOO_LARGE"');
    expect(ms).toBeLessThan(2_000);
  });

  it("refuses 512 kB with 413 while it streams, and stops reading", async () => {
    const socket = connect(portOf(toy.server), "127.0.0.1");
    socket.write(
      "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
    );
    const chunk = `10000\r\n${"x".repeat(65_536)}\r\n`;
    let received = "";
    let sent = 0;
    socket.on("error", () => {});
    socket.on("data", (data) => {
      received += data.toString("utf8");
    });
    const closed = new Promise((resolve) => socket.on("close", resolve));
    while (!socket.destroyed && received === "" && sent < 1_000) {
      socket.write(chunk);
      sent += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await closed;
    expect(received).toMatch(/^HTTP\/1\.1 413 /);
    expect(received).toContain('"code":"PAYLOAD_TOO_LARGE"');
    expect(sent).toBeLessThan(100);
  });

  it("takes a body just below the limit", async () => {
    const query = `{ __typename } #${"x".repeat(520_000)}`;
    expect((await post(toy.server, query)).status).toBe(200);
  });

  it("refuses headers over 16 kB with 431 as JSON", async () => {
    const head = `GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: ${"x".repeat(20_000)}\r\n\r\n`;
    const { text } = await askRaw(portOf(toy.server), head);
    expect(text).toMatch(/^HTTP\/1\.1 431 /);
    expect(text).toContain('"code":"HEADERS_TOO_LARGE"');
  });

  it("compresses answers over 1 kB with br or gzip, and no others", async () => {
    const big = async (encoding: string) =>
      post(toy.server, "{ big }", undefined, { "accept-encoding": encoding });
    const br = await big("gzip, br");
    expect(br.headers["content-encoding"]).toBe("br");
    expect(JSON.parse(brotliDecompressSync(br.body).toString("utf8")).data.big).toHaveLength(5_000);
    const gzip = await big("gzip");
    expect(gzip.headers["content-encoding"]).toBe("gzip");
    expect(JSON.parse(gunzipSync(gzip.body).toString("utf8")).data.big).toHaveLength(5_000);
    expect((await big("identity")).headers["content-encoding"]).toBeUndefined();
    const small = await post(toy.server, "{ __typename }", undefined, { "accept-encoding": "br" });
    expect(small.headers["content-encoding"]).toBeUndefined();
    const strict = { ...GRAPHQL, "accept-encoding": "gzip" };
    const typed = await post(toy.server, "{ big }", undefined, strict);
    expect(typed.headers["content-encoding"]).toBe("gzip");
  });
});

describe("other requests", () => {
  it.each(["PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"])("refuses %s with 405", async (method) => {
    const answer = await ask(toy.server, { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe("GET, POST");
  });

  it("answers unknown and malformed paths as JSON", async () => {
    const unknown = await ask(toy.server, { path: "/nope" });
    expect(unknown.status).toBe(404);
    expect(unknown.json.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
    const malformed = await ask(toy.server, { path: "/%zz" });
    expect(malformed.status).toBe(400);
    expect(malformed.json.errors?.[0]?.extensions.code).toBe("BAD_REQUEST");
    expect(malformed.text).not.toContain("zz");
  });

  it("answers what is not HTTP as JSON", async () => {
    const { text } = await askRaw(portOf(toy.server), "HELO example.org\r\n\r\n");
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    expect(text).toContain('"code":"BAD_REQUEST"');
  });

  it("gives every answer a request id, the client's own when it is harmless", async () => {
    const own = await post(toy.server, "{ __typename }", undefined, {
      "x-request-id": "abc-1.2:3",
    });
    expect(own.headers["x-request-id"]).toBe("abc-1.2:3");
    for (const bad of ["a b", "x".repeat(129), "<script>", '{"a":1}']) {
      const answer = await ask(toy.server, { path: "/nope", headers: { "x-request-id": bad } });
      expect(answer.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    }
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

describe("CORS", () => {
  const preflight = {
    method: "OPTIONS",
    headers: {
      origin: "https://app.example",
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type",
    },
  };

  it("allows no other origin by default", async () => {
    const answer = await ask(toy.server, preflight);
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
  });

  it("allows listed origins with credentials, and no others", async () => {
    const { server } = await makeToyServer({ CORS_ORIGINS: "https://app.example" });
    await listen(server);
    const allowed = await ask(server, preflight);
    expect(allowed.status).toBe(204);
    expect(allowed.headers).toMatchObject({
      "access-control-allow-origin": "https://app.example",
      "access-control-allow-credentials": "true",
    });
    const headers = { ...preflight.headers, origin: "https://evil.example" };
    const refused = await ask(server, { ...preflight, headers });
    expect(refused.headers["access-control-allow-origin"]).not.toBe("https://evil.example");
    const answer = await post(server, "{ __typename }", undefined, {
      origin: "https://app.example",
    });
    expect(answer.headers["access-control-allow-origin"]).toBe("https://app.example");
    expect(answer.headers.vary).toMatch(/origin/i);
    expect(answer.headers.vary).toMatch(/accept/i);
    await server.close();
  });

  it("allows every origin without credentials", async () => {
    const { server } = await makeToyServer({ CORS_ORIGINS: "*" });
    await listen(server);
    const { headers } = await ask(server, preflight);
    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(headers["access-control-allow-credentials"]).toBeUndefined();
    await server.close();
  });
});
