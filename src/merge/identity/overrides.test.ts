import type { SourceKey } from "../records";
import { matchNames } from "./match-names";
import type { Candidate, Newcomer } from "./name-index";
import { type FindNode, type Identities, Overrides } from "./overrides";

const java = known("Java", [], "java");
const oracle = comes("Oracle Java", "oracle");
const find: FindNode = (_, name) => {
  if ("slug" in name) return name.slug === "java" ? "java" : null;
  return ["oracle", "java-key"].includes(name.key) ? name.key : null;
};
const decide = (identities: Partial<Identities>) =>
  new Overrides({ same: [], apart: [], ...identities }, find);
const about = (key: string, node: Identities["same"][number]["node"]) => ({
  kind: "TECHNOLOGY" as const,
  ...keyOf(key),
  node,
});

it("decisions join whatever the names say", () => {
  const overrides = decide({ same: [about("oracle", { slug: "java" })] });
  // The node need not even be among the candidates.
  expect(matchNames([oracle], [], overrides).joined).toEqual([
    {
      id: "oracle",
      intoId: "java",
      by: "OVERRIDE",
      name: "Oracle Java",
      confidence: 1,
      alsoFits: [],
    },
  ]);
  const named = known("Oracle Java", [], "namesake");
  expect(matchNames([oracle], [java, named], overrides).joined).toMatchObject([
    { intoId: "java", alsoFits: ["namesake"] },
  ]);
});

it("decisions count for a kind only, and not when the node is missing", () => {
  const missing = about("oracle", { slug: "cobol" });
  const skill = { ...about("oracle", { slug: "java" }), kind: "SKILL" as const };
  for (const same of [missing, skill])
    expect(matchNames([oracle], [java], decide({ same: [same] })).joined).toEqual([]);
});

it("decisions hold whichever of two keys comes first", () => {
  const overrides = decide({ same: [about("oracle", keyOf("java-key"))] });
  const other = comes("Java", "java-key");
  expect(matchNames([oracle], [], overrides).joined).toMatchObject([{ intoId: "java-key" }]);
  expect(matchNames([other], [], overrides).joined).toMatchObject([{ intoId: "oracle" }]);
  // Both at once: the one that the decision is about goes where the other goes.
  expect(
    matchNames([oracle, other], [java], overrides).joined.map(({ id, intoId }) => [id, intoId]),
  ).toEqual([
    ["oracle", "java"],
    ["java-key", "java"],
  ]);
});

it("decisions are found by the address of the concept as well", () => {
  const coded = { ...oracle, key: keyOf("code"), conceptUri: "oracle" };
  const overrides = decide({ same: [about("oracle", { slug: "java" })] });
  expect(matchNames([coded], [], overrides).joined).toMatchObject([{ by: "OVERRIDE" }]);
});

it("decisions give a node to a key, so that others of its source do not join by name", () => {
  const overrides = decide({ same: [about("oracle", { slug: "java" })] });
  const second = comes("Java", "second");
  const { joined, ambiguous } = matchNames([oracle, second], [java], overrides);
  expect(joined.map(({ id }) => id)).toEqual(["oracle"]);
  expect(ambiguous).toEqual([
    { id: "second", name: "Java", candidateIds: ["java"], rivals: [keyOf("oracle")] },
  ]);
});

it("decisions keep apart, one from the other or one from all", () => {
  const newcomer = comes("Java", "island");
  expect(matchNames([newcomer], [java], decide({})).joined).toHaveLength(1);
  const apart = decide({ apart: [about("island", { slug: "java" })] });
  const namesake = known("Java", [], "namesake");
  expect(matchNames([newcomer], [java], apart)).toEqual({ joined: [], ambiguous: [] });
  expect(matchNames([newcomer], [java, namesake], apart).joined).toMatchObject([
    { intoId: "namesake" },
  ]);
  const alone = decide({ apart: [about("island", null)] });
  expect(matchNames([newcomer], [java, namesake], alone)).toEqual({ joined: [], ambiguous: [] });
});

it("decisions keep apart whichever comes first", () => {
  const island = { ...known("Java", [], "node"), keys: [{ scheme: "MAPS", key: "island" }] };
  const newcomer = comes("Java", "java-key");
  const maps = { scheme: "MAPS", key: "island" };
  const pair = { kind: "TECHNOLOGY" as const, ...maps, node: keyOf("java-key") };
  expect(matchNames([newcomer], [island], decide({})).joined).toHaveLength(1);
  expect(matchNames([newcomer], [island], decide({ apart: [pair] })).joined).toEqual([]);
  // Kept apart from all, it does not even make others ambiguous, nor take a name from them.
  const alone = decide({ apart: [{ ...pair, node: null }] });
  expect(matchNames([newcomer], [island], alone).joined).toEqual([]);
  expect(matchNames([newcomer], [island, java], alone).joined).toMatchObject([{ intoId: "java" }]);
  const zap = known("OWASP ZAP", ["Java"], "zap");
  expect(matchNames([newcomer], [island, zap], alone).joined).toMatchObject([{ intoId: "zap" }]);
});

function comes(name: string, id: string): Newcomer {
  return { id, kind: "TECHNOLOGY", key: keyOf(id), names: [named(name, true)] };
}

function known(name: string, aliases: readonly string[], id: string): Candidate {
  const names = [named(name, true), ...aliases.map((alias) => named(alias, false))];
  return {
    id,
    kind: "TECHNOLOGY",
    names: names.map((each) => ({ ...each, isHidden: false, isCurated: true })),
  };
}

function named(text: string, isPreferred: boolean) {
  return { text, isPreferred, locale: "en" };
}

function keyOf(key: string): SourceKey {
  return { scheme: "SOURCE", key };
}
