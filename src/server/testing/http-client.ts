import { type IncomingHttpHeaders, request } from "node:http";
import { type AddressInfo, connect } from "node:net";
import type { FastifyInstance } from "fastify";

/** One HTTP answer, as it came. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
  /** The body as JSON; reading it of another body throws. */
  readonly json: GraphqlAnswer;
}

/** Loose on purpose: tests look into any part of it. */
export interface GraphqlAnswer {
  // biome-ignore lint/suspicious/noExplicitAny: the data of any operation
  data?: any;
  // biome-ignore lint/suspicious/noExplicitAny: the details of any error
  errors?: { message: string; path?: (string | number)[]; extensions: any }[];
  // biome-ignore lint/suspicious/noExplicitAny: any extension
  extensions?: any;
}

export interface Asked {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** Makes the server listen on a free port of 127.0.0.1 and gives the port. */
export async function listen(server: FastifyInstance): Promise<number> {
  await server.listen({ host: "127.0.0.1", port: 0 });
  return portOf(server);
}

export function portOf(server: FastifyInstance): number {
  return (server.server.address() as AddressInfo).port;
}

/** Sends one request on a connection of its own; headers go out as given. */
export function ask(server: FastifyInstance, asked: Asked = {}): Promise<Answer> {
  const { method = "GET", path = "/graphql", headers = {}, body } = asked;
  return new Promise((resolve, reject) => {
    const options = {
      host: "127.0.0.1",
      port: portOf(server),
      method,
      path,
      headers,
      agent: false,
    };
    const outgoing = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const whole = Buffer.concat(chunks);
        const text = whole.toString("utf8");
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: whole,
          text,
          get json() {
            return JSON.parse(text) as GraphqlAnswer;
          },
        });
      });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** Asks one operation as application/json by POST. */
export function post(
  server: FastifyInstance,
  query: string,
  variables?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return ask(server, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query, variables }),
  });
}

/** Writes bytes to a socket as they are and gives all that comes back until the server closes. */
export function askRaw(port: number, text: string): Promise<{ text: string; ms: number }> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk.toString("utf8");
    });
    socket.on("error", reject);
    socket.on("close", () => resolve({ text: received, ms: performance.now() - started }));
  });
}
