import { listen, post } from "./testing/http-client";
import { makeToyServer, type Toy } from "./testing/toy-server";

let toy: Toy;
beforeAll(async () => {
  toy = await makeToyServer({ LOG_LEVEL: "info" });
  await listen(toy.server);
});
afterAll(() => toy.server.close());

const fail = (how: string, field = "fail") => post(toy.server, `{ ${field}(how: "${how}") }`);
const linesOf = (requestId: unknown) =>
  toy.ledger.lines.map((line) => JSON.parse(line)).filter((line) => line.requestId === requestId);

describe("a defect", () => {
  it.each(["defect", "sql", "text"])("is masked, with a request id: %s", async (how) => {
    const answer = await fail(how);
    expect(answer.status).toBe(200);
    expect(answer.json.data).toEqual({ fail: null });
    expect(answer.json.errors).toEqual([
      {
        message: "Internal server error.",
        locations: [{ line: 1, column: 3 }],
        path: ["fail"],
        extensions: { code: "INTERNAL_SERVER_ERROR", requestId: answer.headers["x-request-id"] },
      },
    ]);
  });

  it("is in the log with its stack under the same id, and nowhere in the answer", async () => {
    const answer = await fail("defect");
    expect(answer.text).not.toMatch(/hunter2|stack|\.ts/);
    const defect = linesOf(answer.headers["x-request-id"]).find((line) => line.msg === "defect");
    expect(defect.err.message).toContain("hunter2");
    expect(defect.err.stack).toContain("toy-server");
  });

  it("of a statement is in the log with its SQL and without its parameters", async () => {
    const answer = await fail("statement");
    const defect = linesOf(answer.headers["x-request-id"]).find((line) => line.msg === "defect");
    expect(defect.err).toMatchObject({ code: "42P01", query: "select $1" });
    expect(JSON.stringify(toy.ledger.lines)).not.toContain("private-parameter");
  });

  it("when a context opens is masked, too", async () => {
    const { server } = await makeToyServer(
      {},
      {},
      {
        openRequest: () => {
          throw new Error("hunter2");
        },
      },
    );
    await listen(server);
    const answer = await post(server, "{ __typename }");
    expect(answer.status).toBe(500);
    expect(answer.json.errors?.[0]?.extensions).toEqual({
      code: "INTERNAL_SERVER_ERROR",
      requestId: answer.headers["x-request-id"],
    });
    expect(answer.text).not.toContain("hunter2");
    await server.close();
  });
});

describe("an AppError", () => {
  it("keeps its message, code, details and path", async () => {
    const answer = await fail("app");
    expect(answer.status).toBe(200);
    expect(answer.json.errors?.[0]).toEqual({
      message: 'role "x" does not exist.',
      locations: [{ line: 1, column: 3 }],
      path: ["fail"],
      extensions: { code: "NOT_FOUND", kind: "role", id: "x" },
    });
  });

  it("is not in the log as a defect", async () => {
    const answer = await fail("app");
    const lines = linesOf(answer.headers["x-request-id"]);
    expect(lines.map((line) => line.msg)).toEqual(["request"]);
    expect(lines[0].codes).toEqual(["NOT_FOUND"]);
  });
});

describe("an error of GraphQL with a code", () => {
  it("keeps it", async () => {
    expect((await fail("coded")).json.errors?.[0]).toMatchObject({
      message: "Please sign in.",
      extensions: { code: "UNAUTHENTICATED" },
    });
  });
});

describe("a database that is away", () => {
  it.each(["away", "refused", "57014", "08006", "57P01", "53300", "40001", "55P03"])(
    "is 503 with Retry-After when nothing could be answered: %s",
    async (how) => {
      for (const field of ["fail", "mustFail"]) {
        const answer = await fail(how, field);
        expect(answer.status).toBe(503);
        expect(answer.headers["retry-after"]).toBe("1");
        expect(answer.json.data).toBeNull();
        expect(answer.json.errors?.[0]?.extensions.code).toBe("SERVICE_UNAVAILABLE");
        expect(answer.text).not.toMatch(/10\.0\.0\.7|SQLSTATE/);
      }
    },
  );

  it("is 200 with the rest of the data when something could be answered", async () => {
    const answer = await post(toy.server, '{ echo fail(how: "away") }');
    expect(answer.status).toBe(200);
    expect(answer.json.data).toEqual({ echo: "nothing", fail: null });
  });

  it("is not 503 when another error has another cause", async () => {
    const answer = await post(toy.server, '{ a: fail(how: "away") b: fail(how: "app") }');
    expect(answer.status).toBe(200);
  });
});

describe("an error of the database about a value", () => {
  it("is BAD_USER_INPUT or CONFLICT, without the text of the database", async () => {
    for (const [state, code] of [
      ["22021", "BAD_USER_INPUT"],
      ["22003", "BAD_USER_INPUT"],
      ["22P02", "BAD_USER_INPUT"],
      ["23505", "CONFLICT"],
    ] as const) {
      const answer = await fail(state);
      expect(answer.json.errors?.[0]?.extensions.code).toBe(code);
      expect(answer.text).not.toContain("SQLSTATE");
    }
  });
});

describe("a value that has the wrong type", () => {
  it.each([
    ["Int", "query ($v: Int) { echo(number: $v) }", "v", "Int cannot represent non-integer value."],
    [
      "String",
      "query ($v: String) { echo(text: $v) }",
      "v",
      "String cannot represent a non string value.",
    ],
    [
      "enum",
      "query ($v: Kind) { echo(kind: $v) }",
      "v",
      'Enum "Kind" cannot represent non-string value.',
    ],
    [
      "input",
      "query ($v: Nested) { echo(nested: $v) }",
      "v",
      'Expected type "Nested" to be an object.',
    ],
  ])("is BAD_USER_INPUT without it, in a variable: %s", async (_name, query, path, reason) => {
    const value = _name === "String" || _name === "enum" ? 987_654 : "secret-987654";
    const answer = await post(toy.server, query, { v: value });
    expect(answer.json.errors).toEqual([
      {
        message: `${path}: ${reason}`,
        locations: expect.anything(),
        extensions: { code: "BAD_USER_INPUT", fields: [{ path, reasons: [reason] }] },
      },
    ]);
    expect(answer.text).not.toContain("987654");
  });

  it("is named by its path inside the variable", async () => {
    const variables = { v: { nested: { values: [1, 'x" at "v.kind"; y'] } } };
    const answer = await post(toy.server, "query ($v: Nested) { echo(nested: $v) }", variables);
    expect(answer.json.errors?.[0]?.extensions.fields).toEqual([
      { path: "v.nested.values.1", reasons: ["Int cannot represent non-integer value."] },
    ]);
  });

  it("is left out of the message of a literal, too", async () => {
    for (const query of [
      '{ echo(number: "secret-987654") }',
      "{ echo(text: 987654) }",
      "{ echo(kind: SECRET_987654) }",
      '{ echo(nested: "secret-987654") }',
    ]) {
      const answer = await post(toy.server, query);
      expect(answer.json.errors?.[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
      expect(answer.text).not.toContain("987654");
    }
  });

  it("and null where none may be is BAD_USER_INPUT", async () => {
    const answer = await post(
      toy.server,
      "query ($n: Int = 3) { roles(first: $n) { totalCount } }",
      { n: null },
    );
    expect(answer.json.errors?.[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: "first", reasons: ['of non-null type "Int!" must not be null.'] }],
    });
  });
});

describe("the log", () => {
  it("has one line for a request, without its variables, query or headers", async () => {
    const answer = await post(
      toy.server,
      "query Named($t: String) { echo(text: $t) }",
      { t: "private-1" },
      { authorization: "Bearer private-2", "user-agent": "private-3" },
    );
    const lines = linesOf(answer.headers["x-request-id"]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      method: "POST",
      path: "/graphql",
      status: 200,
      operation: "Named",
      cost: 0,
    });
    expect(JSON.stringify(lines)).not.toContain("private");
  });
});
