import type { EdgeKind } from "../../edges/edge.entity";
import { seededRandom } from "../../testing/seeded-random";
import { cycleClosers, isAcyclic, type Link } from "./cycle-closers";

const link = (fromId: string, toId: string, kind: EdgeKind = "BROADER"): Link => ({
  kind,
  fromId,
  toId,
});
const shown = (links: readonly Link[]) => links.map(({ fromId, toId }) => fromId + toId);

it("lets through what closes no cycle", () => {
  expect(cycleClosers([], [])).toEqual([]);
  expect(cycleClosers([link("a", "b")], [link("b", "c"), link("a", "c")])).toEqual([]);
  // Two that point at each other, each of another kind.
  expect(cycleClosers([link("a", "b")], [link("b", "a", "DEPENDS_ON")])).toEqual([]);
});

it("refuses the last link of a cycle, and takes the others", () => {
  expect(shown(cycleClosers([], [link("a", "b"), link("b", "c"), link("c", "a")]))).toEqual(["ca"]);
  expect(shown(cycleClosers([], [link("c", "a"), link("b", "c"), link("a", "b")]))).toEqual(["ab"]);
});

it("refuses a link of a node to itself", () => {
  expect(shown(cycleClosers([], [link("a", "a"), link("a", "b")]))).toEqual(["aa"]);
});

it("refuses what closes a cycle with links that are there, never these", () => {
  const there = [link("b", "c"), link("c", "d")];
  expect(shown(cycleClosers(there, [link("a", "b"), link("d", "a"), link("d", "b")]))).toEqual([
    "da",
    "db",
  ]);
});

it("does not let a refused link close further ones", () => {
  const closers = cycleClosers(
    [],
    [link("a", "b"), link("b", "a"), link("c", "a"), link("b", "c")],
  );
  expect(shown(closers)).toEqual(["ba", "bc"]);
});

it("answers the very newcomers it was given", () => {
  const placed = { ...link("b", "a"), line: 7 };
  expect(cycleClosers([link("a", "b")], [placed])[0]).toBe(placed);
});

it("takes deep hierarchies", () => {
  const chain = Array.from({ length: 50_000 }, (_, n) => link(`${n}`, `${n + 1}`));
  expect(cycleClosers([], chain)).toEqual([]);
});

it("agrees with trying each link one by one, on random graphs", () => {
  const random = seededRandom(20_260_101);
  const KINDS: EdgeKind[] = ["BROADER", "DEPENDS_ON"];
  let refused = 0;
  for (let round = 0; round < 400; round++) {
    const nodes = 2 + random(9);
    const links = Array.from({ length: random(30) }, () =>
      link(`${random(nodes)}`, `${random(nodes)}`, KINDS[random(2)]),
    );
    const given = links.slice(0, random(10));
    const there = given.filter((each) => !closersOneByOne([], given).includes(each));
    const newcomers = links.slice(given.length);
    const closers = cycleClosers(there, newcomers);
    expect(new Set(closers)).toEqual(new Set(closersOneByOne(there, newcomers)));
    refused += closers.length;
  }
  expect(refused).toBeGreaterThan(500);
});

/** The same by the definition: a link is refused when its end leads back to its start. */
function closersOneByOne(there: readonly Link[], newcomers: readonly Link[]): Link[] {
  const taken = [...there];
  return newcomers.filter((newcomer) => {
    const reached = new Set([newcomer.toId]);
    for (let before = -1; before !== reached.size; ) {
      before = reached.size;
      for (const { kind, fromId, toId } of taken)
        if (kind === newcomer.kind && reached.has(fromId)) reached.add(toId);
    }
    if (reached.has(newcomer.fromId)) return true;
    taken.push(newcomer);
    return false;
  });
}

it.each([
  ["BROADER", {}, true],
  ["DEPENDS_ON", {}, true],
  ["BELONGS_TO", {}, true],
  ["PREREQUISITE", { requirement: "ESSENTIAL" }, true],
  ["PREREQUISITE", { requirement: "OPTIONAL" }, false],
  ["PREREQUISITE", {}, false],
  ["REQUIREMENT", { requirement: "ESSENTIAL" }, false],
  ["RELATED", {}, false],
] as const)("knows where the database refuses cycles: %s %p", (kind, fields, expected) => {
  expect(isAcyclic(kind, fields)).toBe(expected);
});
