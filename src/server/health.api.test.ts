import { setTimeout as sleep } from "node:timers/promises";
import { cachedReadiness } from "./health";
import { ask, listen, post } from "./testing/http-client";
import { makeToyServer } from "./testing/toy-server";

describe("/healthz", () => {
  it("answers without asking whether the server is ready", async () => {
    let asked = 0;
    const readiness = async () => {
      asked += 1;
      return { ready: false, reasons: [] };
    };
    const { server } = await makeToyServer({}, {}, { readiness });
    await listen(server);
    const answer = await ask(server, { path: "/healthz" });
    expect([answer.status, answer.text, asked]).toEqual([200, '{"status":"ok"}', 0]);
    expect(answer.headers["cache-control"]).toBe("no-store");
    await server.close();
  });
});

describe("/readyz", () => {
  it("is 200 when the server is ready and 503 with the reasons when it is not", async () => {
    let reasons: string[] = [];
    const readiness = async () => ({ ready: reasons.length === 0, reasons });
    const { server } = await makeToyServer({}, {}, { readiness });
    await listen(server);
    expect((await ask(server, { path: "/readyz" })).status).toBe(200);
    reasons = ["2 migrations are pending."];
    await sleep(1_050);
    const answer = await ask(server, { path: "/readyz" });
    expect(answer.status).toBe(503);
    expect(answer.headers["retry-after"]).toBe("1");
    expect(JSON.parse(answer.text)).toEqual({ status: "not ready", reasons });
    await server.close();
  });

  it("is 503 while the server drains, while operations are still answered", async () => {
    const { server } = await makeToyServer();
    await listen(server);
    server.drain();
    const answer = await ask(server, { path: "/readyz" });
    expect(JSON.parse(answer.text).reasons).toEqual(["The server is shutting down."]);
    expect(answer.status).toBe(503);
    const operation = await post(server, "{ __typename }", undefined, { connection: "keep-alive" });
    expect(operation.status).toBe(200);
    expect(operation.headers.connection).toBe("close");
    await server.close();
  });
});

describe("cachedReadiness", () => {
  it("asks once for many who want to know at the same time", async () => {
    let asked = 0;
    const ask = cachedReadiness(async () => {
      asked += 1;
      return { ready: true, reasons: [] };
    });
    await Promise.all(Array.from({ length: 50 }, ask));
    await ask();
    expect(asked).toBe(1);
  });

  it("does not wait for a check that hangs", async () => {
    const ask = cachedReadiness(() => new Promise(() => {}));
    expect(await ask()).toEqual({ ready: false, reasons: ["The check took too long."] });
  });

  it("says nothing of why a check failed", async () => {
    const ask = cachedReadiness(async () => {
      throw new Error("connect ECONNREFUSED 10.0.0.7:5432");
    });
    expect(await ask()).toEqual({ ready: false, reasons: ["The check failed."] });
  });
});
