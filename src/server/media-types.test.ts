import { chooseAnswerType } from "./media-types";

describe("chooseAnswerType", () => {
  it.each([
    [undefined, "json"],
    ["", "json"],
    ["*/*", "json"],
    ["application/*", "json"],
    ["application/json", "json"],
    ["application/graphql-response+json", "graphql"],
    ["Application/GraphQL-Response+JSON; charset=utf-8", "graphql"],
    ["application/graphql-response+json, application/json;q=0.9", "graphql"],
    ["application/json;q=0.5, application/graphql-response+json;q=0.6", "graphql"],
    ["application/json, multipart/mixed", "json"],
    ["application/json;q=0, */*", "graphql"],
    ["*/*, application/graphql-response+json;q=0.1", "json"],
    ["text/html", null],
    ["image/png", null],
    ["application/json;q=0", null],
    ["application/json;q=nonsense", null],
  ])("answers Accept %p with %p", (accept, expected) => {
    expect(chooseAnswerType(accept, false)).toBe(expected);
  });

  it.each([
    ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "html"],
    ["text/*", "html"],
    ["text/html;q=0.5, application/json", "json"],
    ["*/*", "json"],
    [undefined, "json"],
  ])("where HTML is offered, answers Accept %p with %p", (accept, expected) => {
    expect(chooseAnswerType(accept, true)).toBe(expected);
  });

  it("stays fast on a hostile header", () => {
    const accept = Array.from({ length: 100_000 }, () => "a/b;q=0.1").join(",");
    const started = performance.now();
    expect(chooseAnswerType(accept, true)).toBeNull();
    // Quadratic work on it would take minutes.
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
