import type { PartDefinition } from "../part";
import type { StructurePart } from "./structure-part";

export const STRUCTURE: PartDefinition<StructurePart> = {
  name: "structure",
  concerns: () => false,
  build: async () => {
    throw new Error("not built yet");
  },
  update: async () => null,
};
