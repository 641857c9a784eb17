import { AppError } from "../shared/errors";
import { requireSearchText } from "./search-text";

it("folds, splits and squeezes what was typed", () => {
  expect(requireSearchText("  Node.JS  Café ", "text")).toEqual({
    folded: "node.js cafe",
    squeezed: "nodejscafe",
    words: ["node", "js", "cafe"],
  });
});

it("takes punctuation as it is, without words", () => {
  expect(requireSearchText("?!", "text")).toEqual({ folded: "?!", squeezed: "", words: [] });
});

it.each([
  ["nothing", ""],
  ["spaces", " \t\n"],
  ["an accent alone", "\u0301"],
  ["an invisible character", "\u200b"],
  ["201 characters", "a".repeat(201)],
])("refuses %s", (_what, text) => {
  expect(fieldsOf(() => requireSearchText(text, "prefix"))).toEqual([
    {
      path: "prefix",
      reasons: ["Must have 1 to 200 characters; spaces around them do not count."],
    },
  ]);
});

it("refuses U+0000, which PostgreSQL cannot hold", () => {
  expect(fieldsOf(() => requireSearchText("a\0b", "text"))).toEqual([
    { path: "text", reasons: ["Must not hold the character U+0000."] },
  ]);
});

it("counts characters, not UTF-16 units, and not the spaces around", () => {
  expect(requireSearchText(` ${"😀".repeat(200)} `, "text").folded).toHaveLength(400);
  expect(requireSearchText("a".repeat(200), "text").words).toEqual(["a".repeat(200)]);
});

function fieldsOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).code).toBe("BAD_USER_INPUT");
    return (error as AppError).details.fields;
  }
  throw new Error("nothing was refused");
}
