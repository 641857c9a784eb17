import { isOverloaded } from "./overload";

it.each([
  [199, 200, false],
  [201, 200, true],
  [900, 700, true],
  [Number.POSITIVE_INFINITY, 200, true],
  [Number.POSITIVE_INFINITY, 60_000, false],
])("takes a delay of %s ms at a limit of %s ms for overload: %s", (delayMs, limitMs, expected) => {
  expect(isOverloaded(delayMs, limitMs)).toBe(expected);
});
