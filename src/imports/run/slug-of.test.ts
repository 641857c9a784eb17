import { seededRandom } from "../../testing/seeded-random";
import { slugOf } from "./slug-of";

it.each([
  ["JavaScript", "javascript"],
  ["C", "c"],
  ["C++", "c-plus-plus"],
  ["C#", "c-sharp"],
  ["F#", "f-sharp"],
  ["F*", "f-star"],
  ["Objective-C++", "objective-c-plus-plus"],
  [".NET", "dot-net"],
  ["NET", "net"],
  ["ASP.NET", "asp-net"],
  ["AT&T", "at-and-t"],
  ["Ren'Py", "renpy"],
  ["Cap’n Proto", "capn-proto"],
  ["Graphviz (DOT)", "graphviz-dot"],
  ["user@host", "user-at-host"],
  ["Überstraße", "uberstrasse"],
  ["  --  white   space  -- ", "white-space"],
  ["Борщ", ""],
  ["🙂", ""],
  ["", ""],
])("makes of %p the slug %p", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

it("is at most 80 characters long and ends with a whole word", () => {
  expect(slugOf("handle ".repeat(40))).toBe(`${"handle-".repeat(10)}handle`);
  expect(slugOf(`${"x".repeat(80)} y`)).toBe("x".repeat(80));
  expect(slugOf("x".repeat(200))).toBe("x".repeat(80));
});

it("is a slug or empty, whatever the name", () => {
  const letters = [..." -_.'’+#*&@/()[]{}äßÉøжב漢ⅣⅧ½™²\u00a0\u200b\u0301\n\tA9z"];
  const random = seededRandom(7);
  for (let round = 0; round < 2_000; round++) {
    const name = Array.from({ length: random(120) }, () => letters[random(letters.length)]).join(
      "",
    );
    expect(slugOf(name)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
    expect(slugOf(name).length).toBeLessThanOrEqual(80);
  }
});
