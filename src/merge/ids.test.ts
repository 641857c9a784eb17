import { toGlobalId } from "../shared/global-id";
import { edgeId, keyId } from "./ids";

const BAKER = keyId("ROLE", "careergraph", "ROLE/baker");
const BAKING = keyId("SKILL", "careergraph", "SKILL/baking");

describe("ids", () => {
  it("of nodes are the same on every installation and in every release", () => {
    expect(BAKER).toBe("d8098212-86f9-500e-a0f4-f28babf74736");
    expect(toGlobalId("ROLE", BAKER)).toBe("rol_2AmCEob5UA6g9PKLq_dHNg");
  });

  it("of links are the same wherever the same ends are linked in the same way", () => {
    const link = { kind: "REQUIREMENT", fromId: BAKER, toId: BAKING, statementKey: null } as const;
    expect(edgeId(link)).toBe("34922f72-ee72-57b0-b2e5-bb778ca8fd53");
  });

  it("differ for every kind, source and key", () => {
    const ids = [
      keyId("ROLE", "careergraph", "baker"),
      keyId("SKILL", "careergraph", "baker"),
      keyId("ROLE", "esco", "baker"),
      keyId("ROLE", "careergraph", "cook"),
      keyId("ROLE", "careergraph-baker", ""),
      keyId("ROLE", "", "careergraph-baker"),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("differ for every kind of link, direction and statement", () => {
    const link = { kind: "REQUIREMENT", fromId: BAKER, toId: BAKING, statementKey: null } as const;
    const ids = [
      link,
      { ...link, kind: "RELATED" as const },
      { ...link, fromId: BAKING, toId: BAKER },
      { ...link, toId: null },
      { ...link, kind: "STATEMENT" as const, statementKey: "uses" },
      { ...link, kind: "STATEMENT" as const, statementKey: "likes" },
    ].map(edgeId);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
