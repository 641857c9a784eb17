import { connect } from "node:net";
import { brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { ask, askRaw, listen, portOf, post } from "./testing/http-client";
import { makeToyServer, type Toy } from "./testing/toy-server";

const GRAPHQL = { accept: "application/graphql-response+json" };
const POST = { method: "POST", headers: { "content-type": "application/json" } };

let toy: Toy;
beforeAll(async () => {
  toy = await makeToyServer();
  await listen(toy.server);
});
afterAll(() => toy.server.close());

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
    expect(ms).toBeLessThan(10_000);
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
