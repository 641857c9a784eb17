import { ask, askRaw, listen, portOf, post } from "./testing/http-client";
import { makeToyServer, type Toy } from "./testing/toy-server";

let toy: Toy;
beforeAll(async () => {
  toy = await makeToyServer();
  await listen(toy.server);
});
afterAll(() => toy.server.close());

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
