import type { PartDefinition } from "../part";
import type { LabelsPart } from "./labels-part";

export const LABELS: PartDefinition<LabelsPart> = {
  name: "labels",
  concerns: () => false,
  build: async () => ({
    layers: [],
    owner: () => "",
    isTechnology: () => false,
    label: () => ({ text: "", locale: "en", kind: "PREFERRED" }),
  }),
  update: async () => null,
};
