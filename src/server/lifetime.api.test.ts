import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { ask, askRaw, listen, portOf, post } from "./testing/http-client";
import { makeToyServer, type Toy } from "./testing/toy-server";

let toy: Toy;
afterEach(() => toy.server.close());

async function start(...parts: Parameters<typeof makeToyServer>): Promise<void> {
  toy = await makeToyServer(...parts);
  await listen(toy.server);
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let waited = 0; !isTrue(); waited += 5) {
    if (waited > 3_000) throw new Error("This took too long.");
    await sleep(5);
  }
}

const operation = (query: string) => {
  const body = JSON.stringify({ query });
  return `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
};

describe("the context of a request", () => {
  it("is opened once and disposed of once, whatever the answer", async () => {
    await start();
    const queries = [
      "{ a: echo b: echo }",
      "{",
      "{ nope }",
      '{ fail(how: "defect") }',
      "{ roles(first: 999) { totalCount } }",
    ];
    for (const [index, query] of queries.entries()) {
      await post(toy.server, query);
      expect(toy.ledger).toMatchObject({ opened: index + 1, disposed: index + 1, aborted: [] });
    }
  });

  it("is not opened for what is no operation", async () => {
    await start();
    await ask(toy.server, { path: "/graphql?query=%7B__typename%7D" });
    await ask(toy.server, { path: "/healthz" });
    await ask(toy.server, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{",
    });
    expect(toy.ledger.opened).toBe(0);
  });

  it("ends when the time is up: 503, signal aborted, disposed of once", async () => {
    await start({}, { requestMs: 50 });
    const started = performance.now();
    const answer = await post(toy.server, "{ slow(ms: 20000) }");
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(answer.status).toBe(503);
    expect(answer.headers["retry-after"]).toBe("1");
    expect(answer.json.errors?.[0]?.extensions.code).toBe("SERVICE_UNAVAILABLE");
    await sleep(60);
    expect(toy.ledger).toMatchObject({
      opened: 1,
      disposed: 1,
      aborted: ["Error: The time of the request is up."],
    });
  });

  it("ends when the client is gone", async () => {
    await start();
    const socket = connect(portOf(toy.server), "127.0.0.1");
    socket.write(operation("{ slow(ms: 20000) }"));
    await until(() => toy.ledger.opened === 1);
    socket.destroy();
    await until(() => toy.ledger.disposed === 1);
    expect(toy.ledger.aborted).toEqual(["Error: The client is gone."]);
    await sleep(60);
    expect(toy.ledger.disposed).toBe(1);
  });

  it("may fail to be disposed of; the answer stands and the log tells", async () => {
    const openRequest = () => ({
      context: {} as never,
      dispose: async () => {
        throw new Error("disposing failed");
      },
    });
    await start({ LOG_LEVEL: "error" }, {}, { openRequest });
    expect((await post(toy.server, "{ __typename }")).status).toBe(200);
    await until(() => toy.ledger.lines.length === 1);
    expect(toy.ledger.lines[0]).toContain("disposing failed");
  });

  it("is waited for when the server closes", async () => {
    let isDisposed = false;
    const openRequest = () => ({
      context: {} as never,
      dispose: async () => {
        await sleep(100);
        isDisposed = true;
      },
    });
    await start({}, {}, { openRequest });
    await post(toy.server, "{ __typename }");
    expect(isDisposed).toBe(false);
    await toy.server.close();
    expect(isDisposed).toBe(true);
  });
});

describe("under load", () => {
  it("answers 503 to more operations than may be under way, and /healthz all the same", async () => {
    await start({}, { inFlight: 2 });
    const slow = [post(toy.server, "{ slow(ms: 300) }"), post(toy.server, "{ slow(ms: 300) }")];
    await until(() => toy.ledger.opened === 2);
    const refused = await post(toy.server, "{ __typename }");
    expect(refused.status).toBe(503);
    expect(refused.headers["retry-after"]).toBe("1");
    expect((await ask(toy.server, { path: "/healthz" })).status).toBe(200);
    expect((await Promise.all(slow)).map(({ status }) => status)).toEqual([200, 200]);
    expect((await post(toy.server, "{ __typename }")).status).toBe(200);
  });

  it("counts what timed out until it has really ended", async () => {
    await start({}, { inFlight: 1, requestMs: 30 });
    expect((await post(toy.server, "{ slow(ms: 20000) }")).status).toBe(503);
    await until(() => toy.ledger.aborted.length === 1);
    await sleep(50);
    expect((await post(toy.server, "{ __typename }")).status).toBe(200);
  });

  it("sheds with 503 when the event loop is late, health checks excepted", async () => {
    await start({}, { eventLoopDelayMs: 20 });
    const block = setInterval(() => {
      const until = performance.now() + 150;
      while (performance.now() < until);
    }, 160);
    try {
      await sleep(1_500);
      const answer = await post(toy.server, "{ __typename }");
      expect(answer.status).toBe(503);
      expect(answer.headers["retry-after"]).toBe("1");
      expect(answer.json.errors?.[0]?.extensions.code).toBe("SERVICE_UNAVAILABLE");
      expect((await ask(toy.server, { path: "/healthz" })).status).toBe(200);
      expect((await ask(toy.server, { path: "/readyz" })).status).toBe(200);
    } finally {
      clearInterval(block);
    }
    await sleep(1_500);
    expect((await post(toy.server, "{ __typename }")).status).toBe(200);
  });
});

describe("a slow client", () => {
  it("is cut with 408 when its headers do not end", async () => {
    await start({}, { headersMs: 200, receiveMs: 400 });
    const { text, ms } = await askRaw(portOf(toy.server), "GET /healthz HTTP/1.1\r\nHost: x\r\n");
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
    expect(text).toContain('"code":"REQUEST_TIMEOUT"');
    expect(ms).toBeLessThan(10_000);
  });

  it("is cut when its body does not end", async () => {
    await start({}, { headersMs: 200, receiveMs: 400 });
    const head = operation("{ __typename }").slice(0, -3);
    const { ms } = await askRaw(portOf(toy.server), head);
    expect(ms).toBeLessThan(10_000);
    expect(toy.ledger.opened).toBe(0);
  });

  it("does not keep others waiting", async () => {
    await start();
    const sockets = Array.from({ length: 200 }, () => {
      const socket = connect(portOf(toy.server), "127.0.0.1");
      socket.on("error", () => {});
      socket.write("POST /graphql HTTP/1.1\r\nHost: x\r\n");
      return socket;
    });
    const started = performance.now();
    expect((await post(toy.server, "{ __typename }")).status).toBe(200);
    expect(performance.now() - started).toBeLessThan(5_000);
    for (const socket of sockets) socket.destroy();
  });
});
