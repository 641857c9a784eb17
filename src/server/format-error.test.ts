import { GraphQLError } from "graphql";
import { ArgumentValidationError } from "type-graphql";
import { toDatabaseError } from "./database-errors";
import { makeFormatError } from "./format-error";

const formatError = makeFormatError({ hidesSuggestions: false });

/** As Apollo calls it for an error that a resolver threw. */
function format(original: Error) {
  const error = new GraphQLError(original.message, { originalError: original, path: ["field"] });
  const code = "INTERNAL_SERVER_ERROR";
  return formatError({ ...error.toJSON(), extensions: { code, ...error.extensions } }, error);
}

describe("makeFormatError", () => {
  it("lists failed validation by path and reason", () => {
    const formatted = format(
      new ArgumentValidationError([
        {
          property: "skills",
          children: [
            {
              property: "0",
              children: [
                {
                  property: "proficiency",
                  value: 9,
                  constraints: { max: "proficiency must not be greater than 5" },
                },
              ],
            },
          ],
        },
        { property: "name", constraints: { isString: "name must be a string" } },
      ]),
    );
    expect(formatted).toEqual({
      message: "Invalid input.",
      path: ["field"],
      extensions: {
        code: "BAD_USER_INPUT",
        fields: [
          { path: "skills.0.proficiency", reasons: ["proficiency must not be greater than 5"] },
          { path: "name", reasons: ["name must be a string"] },
        ],
      },
    });
  });

  it("lists the failures of a list argument", () => {
    const failed = [[{ property: "id", constraints: { isNotEmpty: "id should not be empty" } }]];
    const formatted = format(new ArgumentValidationError(failed as never));
    expect(formatted.extensions?.fields).toEqual([
      { path: "id", reasons: ["id should not be empty"] },
    ]);
  });

  it.each([
    ["hunter2", "hunter2 is no email", "the given value is no email"],
    ["a.b*c", "given a.b*c, twice a.b*c", "given the given value, twice the given value"],
    [10, "must be at most 100, not 10", "must be at most 100, not the given value"],
    ["", "must not be empty", "must not be empty"],
    [["x1", "y2"], "each of x1,y2 is wrong", "each of the given value,the given value is wrong"],
    [{ secret: 1 }, "must be a string", "must be a string"],
  ])("takes the value %p out of a reason that quotes it", (value, reason, expected) => {
    const formatted = format(
      new ArgumentValidationError([{ property: "p", value, constraints: { custom: reason } }]),
    );
    expect(formatted.extensions?.fields).toEqual([{ path: "p", reasons: [expected] }]);
  });

  it("cuts suggestions when the schema is hidden", () => {
    const error = new GraphQLError('Cannot query field "a" on type "B". Did you mean "c"?');
    const formatted = makeFormatError({ hidesSuggestions: true })(
      { message: error.message, extensions: { code: "GRAPHQL_VALIDATION_FAILED" } },
      error,
    );
    expect(formatted.message).toBe('Cannot query field "a" on type "B".');
  });
});

describe("toDatabaseError", () => {
  const coded = (code: string, more: object = {}) =>
    Object.assign(new Error(`secret ${code}`), { code, ...more });

  it("looks through the wrapping of TypeORM and of Node", () => {
    const wrapped = Object.assign(new Error("QueryFailedError"), { driverError: coded("57014") });
    expect(toDatabaseError(wrapped)?.code).toBe("SERVICE_UNAVAILABLE");
    expect(toDatabaseError(new Error("x", { cause: coded("ECONNRESET") }))?.code).toBe(
      "SERVICE_UNAVAILABLE",
    );
    expect(toDatabaseError(new AggregateError([coded("ECONNREFUSED")]))?.code).toBe(
      "SERVICE_UNAVAILABLE",
    );
  });

  it.each([
    "Connection terminated unexpectedly",
    "timeout exceeded when trying to connect",
    "Query read timeout",
  ])("knows what pg says without a code: %s", (message) => {
    expect(toDatabaseError(new Error(message))?.code).toBe("SERVICE_UNAVAILABLE");
  });

  it("takes a missing socket for a database that is away, and a missing file for a defect", () => {
    expect(toDatabaseError(coded("ENOENT", { syscall: "connect" }))).not.toBeNull();
    expect(toDatabaseError(coded("ENOENT", { syscall: "open" }))).toBeNull();
  });

  it.each(["42P01", "23503", "XX000", "EACCES", "ERR_INVALID_URL"])(
    "leaves %s a defect",
    (code) => {
      expect(toDatabaseError(coded(code))).toBeNull();
    },
  );

  it("ends on an error that causes itself", () => {
    const error = new Error("x");
    error.cause = error;
    expect(toDatabaseError(error)).toBeNull();
    expect(toDatabaseError("text")).toBeNull();
  });
});
