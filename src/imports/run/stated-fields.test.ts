import { LabelKind } from "../../labels/label.types";
import { labelsOnce, withoutNulls } from "./stated-fields";

const { PREFERRED, ALTERNATIVE, HIDDEN } = LabelKind;
const label = (kind: LabelKind, text: string, locale = "en") => ({ locale, kind, text });

it("states what is known, also when it is false, zero or empty", () => {
  expect(withoutNulls({ a: null, b: undefined, c: false, d: 0, e: "", f: [], g: "value" })).toEqual(
    { c: false, d: 0, e: "", f: [], g: "value" },
  );
  expect(withoutNulls()).toEqual({});
});

it("keeps each text once in its language, by its strongest kind", () => {
  expect(
    labelsOnce([
      label(HIDDEN, "js"),
      label(ALTERNATIVE, "js"),
      label(ALTERNATIVE, "JavaScript"),
      label(PREFERRED, "JavaScript"),
      label(ALTERNATIVE, "js"),
      label(HIDDEN, "JavaScript"),
    ]),
  ).toEqual([label(PREFERRED, "JavaScript"), label(ALTERNATIVE, "js")]);
});

it("tells languages apart, and texts that differ in case only", () => {
  const labels = [
    label(PREFERRED, "Bäcker", "de"),
    label(PREFERRED, "baker"),
    label(ALTERNATIVE, "Baker"),
    label(ALTERNATIVE, "baker", "de"),
  ];
  expect(labelsOnce(labels)).toEqual(labels);
});

it("keeps one preferred label in each language: the first", () => {
  expect(
    labelsOnce([
      label(ALTERNATIVE, "second"),
      label(PREFERRED, "first"),
      label(PREFERRED, "second"),
      label(PREFERRED, "zweiter", "de"),
    ]),
  ).toEqual([
    label(PREFERRED, "first"),
    label(ALTERNATIVE, "second"),
    label(PREFERRED, "zweiter", "de"),
  ]);
});
