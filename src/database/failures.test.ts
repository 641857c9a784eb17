import { AppError } from "../shared/errors";
import { codeOf, isConnectionFailure, isRetryable, toFailure } from "./failures";

const withCode = (code: string, message = "relation secret_table of host 10.0.0.1") =>
  Object.assign(new Error(message), { code });
const UNAVAILABLE = { code: "SERVICE_UNAVAILABLE" };

describe("toFailure", () => {
  it.each([
    ["ECONNREFUSED"],
    ["ECONNRESET"],
    ["ENOTFOUND"],
    ["ETIMEDOUT"],
    ["57P01"],
    ["57P02"],
    ["57P03"],
    ["53300"],
    ["08006"],
    ["57014"],
    ["55P03"],
    ["40001"],
    ["40P01"],
    ["25P03"],
  ])(
    "makes %s SERVICE_UNAVAILABLE, keeps the original as the cause and tells nothing of it",
    (code) => {
      const original = withCode(code);
      const failure = toFailure(original);
      expect(failure).toMatchObject({ ...UNAVAILABLE, cause: original });
      expect(failure.message).not.toMatch(/secret_table|10\.0\.0\.1|ECONN|refused/);
    },
  );

  it.each([
    "timeout exceeded when trying to connect",
    "Connection terminated unexpectedly",
    "Connection terminated due to connection timeout",
    "Client has encountered a connection error and is not queryable",
    "Cannot use a pool after calling end on the pool",
  ])('makes the driver\'s "%s" SERVICE_UNAVAILABLE', (message) => {
    expect(toFailure(new Error(message))).toMatchObject(UNAVAILABLE);
  });

  it.each(["23505", "22P02", "42P01", "25006"])("leaves %s as it is", (code) => {
    const original = withCode(code);
    expect(toFailure(original)).toBe(original);
  });

  it("leaves a defect and an AppError as they are", () => {
    const defect = new TypeError("x is not a function");
    const refusal = new AppError("CONFLICT", "That slug is taken.");
    expect([toFailure(defect), toFailure(refusal)]).toEqual([defect, refusal]);
  });

  it("makes an Error of whatever else was thrown", () => {
    expect(toFailure("no error")).toEqual(new Error("no error"));
  });
});

describe("codeOf", () => {
  it("looks through what TypeORM and Node wrap around an error", () => {
    const driverError = withCode("23505");
    expect(codeOf(Object.assign(new Error("QueryFailedError"), { driverError }))).toBe("23505");
    expect(codeOf(new Error("outside", { cause: withCode("40001") }))).toBe("40001");
    expect(codeOf(toFailure(withCode("57P01")))).toBe("57P01");
  });

  it("is null for what has none", () => {
    expect([codeOf(new Error("plain")), codeOf(null), codeOf("23505")]).toEqual([null, null, null]);
  });
});

describe("isRetryable", () => {
  it("holds for serialization failures and deadlocks only", () => {
    expect(["40001", "40P01", "40002", "57014"].map((code) => isRetryable(withCode(code)))).toEqual(
      [true, true, false, false],
    );
  });
});

describe("isConnectionFailure", () => {
  it("holds when the connection cannot be used again", () => {
    expect(
      ["ECONNRESET", "57P01", "08003", "57014", "23505"].map((c) =>
        isConnectionFailure(withCode(c)),
      ),
    ).toEqual([true, true, true, false, false]);
  });
});
