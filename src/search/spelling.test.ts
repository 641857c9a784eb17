import { closeness, oneSlipFrom } from "./spelling";

it("finds words with one letter too few, too many, wrong or swapped", () => {
  expect(oneSlipFrom("jva")).toContain("java");
  expect(oneSlipFrom("javaa")).toContain("java");
  expect(oneSlipFrom("kava")).toContain("java");
  expect(oneSlipFrom("pyhton")).toContain("python");
});

it("tries nothing for words of one or two letters", () => {
  expect(oneSlipFrom("c")).toEqual([]);
  expect(oneSlipFrom("go")).toEqual([]);
});

it("tries only swapped neighbours for long words", () => {
  expect(oneSlipFrom("mangaement")).toContain("management");
  expect(oneSlipFrom("mangaement")).toHaveLength(9);
});

it("gives neither the word itself nor anything twice", () => {
  const found = oneSlipFrom("aaaa");
  expect(found).not.toContain("aaaa");
  expect(new Set(found).size).toBe(found.length);
});

it("measures closeness from 0 to 1, as the database does by trigrams", () => {
  expect(closeness("java", "java")).toBe(1);
  expect(closeness("java", "xqz")).toBe(0);
  expect(closeness("kuberntes", "kubernetes")).toBeCloseTo(8 / 13);
});

it("takes one slip for closer than trigrams do", () => {
  expect(closeness("pyhton", "python")).toBeCloseTo(5 / 6);
  expect(closeness("jva", "java")).toBeCloseTo(2 / 3);
});
