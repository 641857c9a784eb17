import { labelsOf } from "./technology-labels";

it("has each text once, by its strongest kind, whatever its capitals", () => {
  expect(
    labelsOf("HCL", ["hcl", "HashiCorp Language"], ["hashicorp language", "terraform"]),
  ).toEqual([
    { locale: "en", kind: "PREFERRED", text: "HCL" },
    { locale: "en", kind: "ALTERNATIVE", text: "HashiCorp Language" },
    { locale: "en", kind: "HIDDEN", text: "terraform" },
  ]);
});
