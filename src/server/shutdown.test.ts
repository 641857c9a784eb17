import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { readAncestors } from "./ancestors";
import { installShutdown, type ShutdownParts } from "./shutdown";
import { listen, portOf, post } from "./testing/http-client";
import { makeToyServer } from "./testing/toy-server";

/** Stands in for the process: remembers listeners and the code it was asked to exit with. */
function makeHost() {
  const listeners = new Map<string, () => void>();
  const codes: number[] = [];
  return {
    codes,
    on: (signal: string, listener: () => void) => listeners.set(signal, listener),
    exit: (code: number) => void codes.push(code),
    send: (signal: string) => listeners.get(signal)?.(),
  };
}

async function start(more: Partial<ShutdownParts> = {}) {
  const { server, ledger } = await makeToyServer();
  await listen(server);
  const host = makeHost();
  const steps: string[] = [];
  installShutdown({
    server,
    delayMs: 0,
    stopWithParent: false,
    afterClose: async () => {
      steps.push(`closed after ${ledger.disposed} of ${ledger.opened}`);
    },
    process: host,
    ...more,
  });
  return { server, host, steps, ledger };
}

/** Waits for what happens elsewhere, however slow the machine is. */
async function until(happened: () => boolean): Promise<void> {
  for (let waited = 0; !happened() && waited < 9_000; waited += 10) await sleep(10);
}

async function exitOf(host: ReturnType<typeof makeHost>): Promise<number | undefined> {
  await until(() => host.codes.length > 0);
  return host.codes[0];
}

describe("installShutdown", () => {
  it("finishes what is under way, then closes the database, then exits with 0", async () => {
    const { server, host, steps, ledger } = await start();
    const slow = post(server, "{ slow(ms: 300) }");
    await until(() => ledger.opened === 1);
    host.send("SIGTERM");
    expect((await slow).json.data).toEqual({ slow: "done" });
    expect(await exitOf(host)).toBe(0);
    expect(steps).toEqual(["closed after 1 of 1"]);
  });

  it("loses no request of clients that keep their connection and go when asked to", async () => {
    const { server, host } = await start({ delayMs: 1_000 });
    const port = portOf(server);
    const outcomes: string[] = [];
    const client = async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      let outcome = "";
      while (!outcome.endsWith("close") && !outcome.startsWith("E")) {
        outcome = await askOnce(port, agent);
        outcomes.push(outcome);
      }
      agent.destroy();
    };
    const clients = Array.from({ length: 8 }, client);
    await until(() => outcomes.length >= 16);
    expect(new Set(outcomes)).toEqual(new Set(["200 keep-alive"]));
    host.send("SIGTERM");
    await Promise.all(clients);
    expect(outcomes.filter((outcome) => outcome === "200 close")).toHaveLength(8);
    expect(outcomes.filter((outcome) => !outcome.startsWith("200"))).toEqual([]);
    expect(await exitOf(host)).toBe(0);
  });

  it("exits with 1 when closing fails", async () => {
    const { host } = await start({
      afterClose: async () => {
        throw new Error("the database does not close");
      },
    });
    host.send("SIGINT");
    expect(await exitOf(host)).toBe(1);
  });

  it("takes Control-C, which arrives twice under npm, as one, and a later signal as impatience", async () => {
    let release = () => {};
    const afterClose = () => new Promise<void>((resolve) => (release = resolve));
    const { host } = await start({ afterClose });
    host.send("SIGINT");
    host.send("SIGINT");
    await sleep(1_100);
    expect(host.codes).toEqual([]);
    host.send("SIGINT");
    expect(host.codes).toEqual([1]);
    release();
    await sleep(10);
  });

  it("begins when the process that started this one is gone", async () => {
    let ancestors = [10, 20];
    const { host } = await start({ stopWithParent: true, readAncestors: () => ancestors });
    await sleep(600);
    expect(host.codes).toEqual([]);
    ancestors = [10, 1];
    expect(await exitOf(host)).toBe(0);
  });

  it("cuts connections that do not end", async () => {
    const { server, host } = await start({ patienceMs: 1_500 });
    let connected = false;
    server.server.on("connection", () => {
      connected = true;
    });
    const socket = request({ port: portOf(server), method: "POST", path: "/graphql" });
    socket.on("error", () => {});
    socket.setHeader("content-type", "application/json");
    socket.setHeader("content-length", 100);
    socket.write("{");
    await until(() => connected);
    host.send("SIGTERM");
    expect(await exitOf(host)).toBe(0);
    socket.destroy();
  });
});

describe("readAncestors", () => {
  it("begins with the parent", () => {
    expect(readAncestors()[0]).toBe(process.ppid);
  });
});

function askOnce(port: number, agent: Agent): Promise<string> {
  const body = JSON.stringify({ query: "{ slow(ms: 5) }" });
  return new Promise((resolve) => {
    const headers = { "content-type": "application/json" };
    const outgoing = request(
      { host: "127.0.0.1", port, agent, method: "POST", path: "/graphql", headers },
      (response) => {
        response.resume();
        response.on("end", () => resolve(`${response.statusCode} ${response.headers.connection}`));
      },
    );
    outgoing.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "?"));
    outgoing.end(body);
  });
}
