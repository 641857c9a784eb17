import type { ThetaMatrix } from "../algorithms/scoring/theta-matrix";
import type { Database } from "../database/database";
import type { EdgeRecord, NodeRecord } from "../merge/records";
import { openStarterGraph } from "../testing/starter-graph";
import { merge, TestSource, testId } from "../testing/test-source";
import { compute, inWorker } from "./compute/compute";
import { TASKS } from "./compute/tasks";
import { IndexKeeper, readRevision } from "./index-keeper";
import { LEARNING } from "./learning/learning";
import { MOVES } from "./moves/moves";
import type { PartDefinition } from "./part";
import { REQUIREMENTS } from "./requirements/requirements";
import { SIMILARITY } from "./similarity/similarity";
import {
  comparableMoves,
  comparableRequirements,
  comparableSimilarity,
} from "./testing/comparable";

const bakery = new TestSource("bakery");

let database: Database;
let keeper: IndexKeeper;
beforeAll(async () => {
  database = await openStarterGraph();
  keeper = new IndexKeeper(database, compute);
});
afterAll(() => database.close());

const ROLE = (slug: string, fields = {}) => bakery.node("ROLE", slug, fields);
const LEVEL = (slug: string, rank: number) =>
  bakery.node("CAREER_LEVEL", slug, { track: "IC", rank });
const ROLE_LEVEL = (role: string, level: string) =>
  bakery.node("ROLE_LEVEL", `${level}-${role}`, {
    role_id: testId("ROLE", role),
    career_level_id: testId("CAREER_LEVEL", level),
  });
const needs = (
  owner: readonly ["ROLE" | "ROLE_LEVEL" | "SPECIALIZATION", string],
  skill: string,
  fields = {},
) => bakery.edge("REQUIREMENT", owner, ["SKILL", skill], { requirement: "ESSENTIAL", ...fields });

const SKILLS = ["baking", "kneading", "icing", "selling"].map((slug) => bakery.node("SKILL", slug));
const BAKER = [
  ROLE("baker", { job_zone: 2 }),
  needs(["ROLE", "baker"], "baking"),
  needs(["ROLE", "baker"], "kneading"),
];
const CONFECTIONER = [
  ROLE("confectioner", { job_zone: 2 }),
  needs(["ROLE", "confectioner"], "baking", { proficiency: 3 }),
  needs(["ROLE", "confectioner"], "icing", { importance: 5 }),
];
const LEVELS = [LEVEL("apprentice", 1), LEVEL("journeyman", 2)];
const LADDER = [
  ...LEVELS,
  ROLE_LEVEL("baker", "apprentice"),
  ROLE_LEVEL("baker", "journeyman"),
  needs(["ROLE_LEVEL", "apprentice-baker"], "baking", { proficiency: 1 }),
  needs(["ROLE_LEVEL", "journeyman-baker"], "baking", { proficiency: 3 }),
];
const MOVE = bakery.edge("PROGRESSION", ["ROLE", "confectioner"], ["ROLE", "baker"], {
  score: 0.5,
});
const SPECIALIZATION = [
  bakery.node("SPECIALIZATION", "bread-baker"),
  bakery.edge("HAS_SPECIALIZATION", ["ROLE", "baker"], ["SPECIALIZATION", "bread-baker"]),
  needs(["SPECIALIZATION", "bread-baker"], "kneading", { proficiency: 5 }),
];
const COURSE = [
  bakery.node("LEARNING_RESOURCE", "icing-course", { resource_kind: "COURSE", minutes: 90 }),
  bakery.edge("TEACHES", ["LEARNING_RESOURCE", "icing-course"], ["SKILL", "icing"], {
    from_proficiency: 0,
    to_proficiency: 3,
  }),
];

/** Each state of the bakery after the one before: roles come, get levels, move, change and go. */
const STATES: readonly (readonly [what: string, records: readonly (NodeRecord | EdgeRecord)[]])[] =
  [
    ["two roles", [...SKILLS, ...BAKER, ...CONFECTIONER]],
    ["levels of a role", [...SKILLS, ...BAKER, ...CONFECTIONER, ...LADDER]],
    ["a move and a course", [...SKILLS, ...BAKER, ...CONFECTIONER, ...LADDER, MOVE, ...COURSE]],
    [
      "a specialization",
      [...SKILLS, ...BAKER, ...CONFECTIONER, ...LADDER, MOVE, ...COURSE, ...SPECIALIZATION],
    ],
    [
      "another rank",
      [
        ...SKILLS,
        ...BAKER,
        ...CONFECTIONER,
        ...LADDER.map((record) =>
          "keys" in record && record.id === testId("CAREER_LEVEL", "apprentice")
            ? LEVEL("apprentice", 3)
            : record,
        ),
        MOVE,
        ...COURSE,
      ],
    ],
    ["no levels", [...SKILLS, ...BAKER, ...CONFECTIONER, MOVE]],
    [
      "another job zone and another skill",
      [
        ...SKILLS,
        ROLE("baker", { job_zone: 5 }),
        needs(["ROLE", "baker"], "selling"),
        needs(["ROLE", "baker"], "baking"),
        ...CONFECTIONER,
        MOVE,
      ],
    ],
    ["one role", [...SKILLS, ...CONFECTIONER]],
    ["the same as before", [...SKILLS, ...CONFECTIONER]],
    ["nothing", []],
  ];

it.each(STATES)("says of %s what an index that is made anew says", async (_, records) => {
  await merge(database, bakery, ...records);
  const fresh = new IndexKeeper(database, compute);
  expect(comparableRequirements(await now(keeper, REQUIREMENTS))).toEqual(
    comparableRequirements(await now(fresh, REQUIREMENTS)),
  );
  expect(comparableSimilarity(await now(keeper, SIMILARITY))).toEqual(
    comparableSimilarity(await now(fresh, SIMILARITY)),
  );
  expect(comparableMoves(await now(keeper, MOVES))).toEqual(
    comparableMoves(await now(fresh, MOVES)),
  );
  expect(await now(keeper, LEARNING)).toEqual(await now(fresh, LEARNING));
});

it("makes nothing anew for a change that it can follow", async () => {
  await merge(database, bakery, ...SKILLS, ...BAKER, ...CONFECTIONER);
  await now(keeper, MOVES);
  const builds = [REQUIREMENTS, SIMILARITY, MOVES].map((part) => jest.spyOn(part, "build"));
  await merge(database, bakery, ...SKILLS, ...BAKER, ...CONFECTIONER, ...LADDER, MOVE);
  await now(keeper, SIMILARITY);
  await now(keeper, MOVES);
  for (const build of builds) expect(build).not.toHaveBeenCalled();
  jest.restoreAllMocks();
});

it("keeps what a change does not concern: the same objects", async () => {
  await merge(database, bakery, ...SKILLS, ...BAKER);
  const [requirements, similarity, learning, moves] = [
    await now(keeper, REQUIREMENTS),
    await now(keeper, SIMILARITY),
    await now(keeper, LEARNING),
    await now(keeper, MOVES),
  ];
  await merge(database, bakery, ...SKILLS, ...BAKER, bakery.node("TECHNOLOGY", "oven"));
  expect(await now(keeper, REQUIREMENTS)).toBe(requirements);
  expect(await now(keeper, SIMILARITY)).toBe(similarity);
  expect(await now(keeper, LEARNING)).toBe(learning);
  expect(await now(keeper, MOVES)).toBe(moves);
  // A skill that is renamed concerns learning, and changes nothing in it.
  const renamed = bakery.node("SKILL", "baking", {
    labels: [{ locale: "en", kind: "PREFERRED", text: "Baking of bread" }] as never,
  });
  await merge(database, bakery, renamed, ...SKILLS.slice(1), ...BAKER);
  expect(await now(keeper, LEARNING)).toBe(learning);
  expect(await now(keeper, MOVES)).toBe(moves);
  // A course concerns learning and what moves cost, not what roles ask for.
  await merge(database, bakery, ...SKILLS, ...BAKER, ...COURSE);
  expect(await now(keeper, REQUIREMENTS)).toBe(requirements);
  expect(await now(keeper, SIMILARITY)).toBe(similarity);
  expect(await now(keeper, LEARNING)).not.toBe(learning);
  expect(await now(keeper, MOVES)).not.toBe(moves);
});

it("computes in a worker what it computes beside it", async () => {
  const { roles, populations } = await now(keeper, REQUIREMENTS);
  const theta = await inWorker<ThetaMatrix>("theta", [roles.table, populations]);
  expect(theta).toEqual(TASKS.theta(roles.table, populations));
  expect(theta.skill.length).toBeGreaterThan(1_000);
});

async function now<State>(of: IndexKeeper, part: PartDefinition<State>): Promise<State> {
  const reader = database.reader();
  const revision = await readRevision(reader).finally(() => reader.close());
  return of.part(part, revision);
}
