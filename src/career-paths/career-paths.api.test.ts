import type { Database } from "../database/database";
import { ask } from "../testing/ask";
import { at, having, MOVES, namesOf, openPathGraph, place } from "../testing/path-graph";

let database: Database;

beforeAll(async () => {
  database = await openPathGraph();
}, 60_000);
afterAll(() => database.close());

const PATHS = `query ($from: StartInput!, $to: PositionInput!, $maxHops: Int! = 4, $cost: MoveCost! = SKILL_GAP, $avoid: [PositionInput!], $k: Int! = 3) {
  careerPaths(from: $from, to: $to, maxHops: $maxHops, cost: $cost, avoid: $avoid, k: $k) {
    missingPathReason hopsNeeded unknownHops isExact
    paths { totalCost hops {
      from { name } to { __typename name } cost reasons statedScore
      gainedSkills { totalCount nodes { name } edges { from to node { name } } }
    } }
  }
}`;

interface Hop {
  from: { name: string } | null;
  to: { name: string };
  cost: number;
}

async function paths(variables: object) {
  const { data, errors } = await ask(database, PATHS, { ...variables });
  expect(errors).toEqual([]);
  return data.careerPaths;
}

/** Each path as its total and what its hops cost, e.g. `1 = a 0.5 b 0.5 d`. */
function drawn(answer: { paths: { totalCost: number; hops: Hop[] }[] }): string[] {
  return answer.paths.map(
    ({ totalCost, hops }) =>
      `${totalCost} = ${hops[0]?.from?.name ?? "me"} ${hops.map(({ cost, to }) => `${cost} ${to.name}`).join(" ")}`,
  );
}

it("finds the cheapest ways from a role: by hand", async () => {
  const answer = await paths({ from: at("a"), to: place("d") });
  // Coverage: of b by a 2/4, of d by b 2/4, of c by a 1/2, of d by c 1/4, of d by a 0. Equal costs: fewer hops first.
  expect(drawn(answer)).toEqual(["1 = a 1 d", "1 = a 0.5 b 0.5 d", "1.25 = a 0.5 c 0.75 d"]);
  expect(answer).toMatchObject({ missingPathReason: null, hopsNeeded: null, isExact: true });
  const [toB] = answer.paths[1].hops;
  expect(toB).toMatchObject({ reasons: ["PROGRESSION"], statedScore: 0.75 });
  expect(toB.to.__typename).toBe("Role");
  expect(namesOf(toB.gainedSkills.nodes)).toEqual(["s3", "s4"]);
  expect(toB.gainedSkills).toMatchObject({ totalCount: 2 });
  expect(toB.gainedSkills.edges[0]).toMatchObject({ from: 0, to: 1 });
  expect(answer.paths[0].hops[0].statedScore).toBeNull();
});

it("counts from a profile what was gained on earlier hops: by hand", async () => {
  const answer = await paths({ from: having("s1", "s5"), to: place("d"), k: 2 });
  // d by {s1, s5} 1/4. b by it 1/4, then d by {s1 … s5} 3/4, though b alone covers but half of it.
  expect(drawn(answer)).toEqual(["0.75 = me 0.75 d", "1 = me 0.75 b 0.25 d"]);
  const [first, second] = answer.paths[1].hops;
  expect(first).toMatchObject({ from: null, reasons: ["PROFILE_FIT"], statedScore: null });
  expect(namesOf(first.gainedSkills.nodes)).toEqual(["s2", "s3", "s4"]);
  expect(second.from.name).toBe("b");
  expect(namesOf(second.gainedSkills.nodes)).toEqual(["s6"]);
});

it("counts hops, or minutes of learning where they are known", async () => {
  const byHops = await paths({ from: at("a"), to: place("d"), cost: "HOPS" });
  expect(byHops.paths.map(({ totalCost }: { totalCost: number }) => totalCost)).toEqual([1, 2, 2]);
  expect(byHops.unknownHops).toBe(0);
  const byTime = await paths({ from: at("a"), to: place("g"), cost: "LEARNING_TIME" });
  expect(drawn(byTime)).toEqual(["120 = a 120 g"]);
  expect(byTime.unknownHops).toBe(MOVES.length);
  const unknown = await paths({ from: at("a"), to: place("d"), cost: "LEARNING_TIME" });
  expect(unknown).toMatchObject({ paths: [], missingPathReason: "UNKNOWN_COST" });
  const mine = await paths({ from: having("s1", "s7"), to: place("g"), cost: "LEARNING_TIME" });
  expect(drawn(mine)).toEqual(["120 = me 120 g"]);
});

it.each([
  ["the same place", { from: at("a"), to: place("a") }, "SAME_NODE", null],
  ["no chain of moves", { from: at("a"), to: place("lonely") }, "UNREACHABLE", null],
  ["too many hops", { from: at("a"), to: place("f"), maxHops: 1 }, "TOO_MANY_HOPS", 2],
  ["the goal avoided", { from: at("a"), to: place("d"), avoid: [place("d")] }, "END_AVOIDED", null],
  [
    "what lies between avoided",
    { from: at("b"), to: place("f"), avoid: [place("d")] },
    "AVOIDED",
    null,
  ],
  ["an empty profile", { from: having(), to: place("d") }, "PROFILE_FITS_NOTHING", null],
  [
    "a profile that fits a dead end alone",
    { from: having("s7"), to: place("d") },
    "UNREACHABLE",
    null,
  ],
])("says why there is no path: %s", async (_what, variables, missingPathReason, hopsNeeded) => {
  expect(await paths(variables)).toMatchObject({ paths: [], missingPathReason, hopsNeeded });
});

it("leaves out what is to be avoided", async () => {
  const answer = await paths({ from: at("a"), to: place("d"), avoid: [place("b"), place("c")] });
  expect(drawn(answer)).toEqual(["1 = a 1 d"]);
});

it.each([
  ["maxHops", { from: at("a"), to: place("d"), maxHops: 99 }, "BAD_USER_INPUT", "maxHops"],
  ["k", { from: at("a"), to: place("d"), k: 11 }, "BAD_USER_INPUT", "k"],
  ["an unknown goal", { from: at("a"), to: place("x") }, "NOT_FOUND", "to.role"],
  [
    "an unknown skill",
    { from: having("x"), to: place("d") },
    "NOT_FOUND",
    "from.profile.skills.0.skill",
  ],
  [
    "an unknown place to avoid",
    { from: at("a"), to: place("d"), avoid: [place("b"), place("x")] },
    "NOT_FOUND",
    "avoid.1.role",
  ],
  [
    "more places to avoid than there may be",
    { from: at("a"), to: place("d"), avoid: Array.from({ length: 101 }, () => place("b")) },
    "BAD_USER_INPUT",
    "avoid",
  ],
  [
    "a specialization",
    { from: at("a"), to: { ...place("d"), specialization: { slug: "x" } } },
    "BAD_USER_INPUT",
    "to.specialization",
  ],
])("refuses %s with its path", async (_what, variables, code, path) => {
  const { errors } = await ask(database, PATHS, variables);
  expect(errors[0]?.extensions).toMatchObject({ code, fields: [{ path }] });
});
