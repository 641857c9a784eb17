import { arraysIn } from "./typed-arrays";

it("finds the memory of all typed arrays, each once, in objects, lists and maps", () => {
  const [a, b, c] = [new Uint32Array(4), new Float64Array(2), new Uint8Array(1)];
  const value = {
    count: 4,
    nothing: null,
    texts: ["a", "b"],
    rows: { start: a, again: a.subarray(1) },
    list: [{ b }],
    map: new Map([["c", { c }]]),
  };
  const found = arraysIn(value);
  const wanted = [a, b, c].map(({ buffer }) => buffer);
  expect(found.length).toBe(wanted.length);
  expect(wanted.every((buffer) => found.includes(buffer))).toBe(true);
});

it("finds none in plain values", () => {
  expect(arraysIn(5)).toEqual([]);
  expect(arraysIn(null)).toEqual([]);
  expect(arraysIn({ ids: ["a"], numbers: [1, 2] })).toEqual([]);
});
