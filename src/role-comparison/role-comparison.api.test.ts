import { type OperationDefinitionNode, parse } from "graphql";
import type { Database } from "../database/database";
import { makeSchema } from "../schema";
import { checkOperation } from "../server/limits/check-operation";
import { DEFAULT_LIMITS } from "../server/limits/limit-values";
import { ask } from "../testing/ask";
import { dataOf } from "../testing/read-all";
import { openSmallCareers } from "../testing/small-careers";
import { openStarterGraph } from "../testing/starter-graph";

const SHARED = `skill { __typename slug } strengthA strengthB levelDifference assumptions
  a { skill { slug } requirement importance proficiency } b { requirement importance proficiency }`;
const SCORE = "{ formula score rest terms { skill { slug } contribution } }";
const SELECTION = `{
  a { slug } b { slug } noScoreReason assumedLines
  sharedSkills { ${SHARED} } levelDifferences { skill { slug } levelDifference }
  onlyInA { skill { slug } importance } onlyInB { skill { slug } importance }
  jaccard ${SCORE} ruzicka ${SCORE} cosine ${SCORE}
}`;
const QUERY = `query ($a: PositionInput!, $b: PositionInput!) { compareRoles(a: $a, b: $b) ${SELECTION} }`;

interface Score {
  score: number;
  rest: number;
  terms: { contribution: number }[];
}
interface Comparison {
  jaccard: Score;
  ruzicka: Score;
  cosine: Score;
}

const role = (slug: string) => ({ role: { slug } });
const roleLevel = (slug: string) => ({ roleLevel: { slug } });
const scoresOf = ({ jaccard, ruzicka, cosine }: Comparison) => [jaccard, ruzicka, cosine];

describe("a comparison worked out by hand", () => {
  let careers: Database;
  beforeAll(async () => {
    careers = await openSmallCareers();
  }, 60_000);
  afterAll(() => careers.close());

  const compared = async (a: object, b: object) =>
    (await dataOf(careers, QUERY, { a, b })).compareRoles;

  it("says what is shared, what is not, and how alike the roles are", async () => {
    // alpha: sql 5 × 4 = 20, git 2 × 3 = 6; beta: sql 4 × 3 = 12, go 3 (assumed) × 3 = 9.
    const comparison = await compared(role("alpha"), role("beta"));
    expect(comparison).toEqual({
      a: { slug: "alpha" },
      b: { slug: "beta" },
      noScoreReason: null,
      assumedLines: 1,
      sharedSkills: [
        {
          skill: { __typename: "Skill", slug: "sql" },
          strengthA: 20,
          strengthB: 12,
          levelDifference: -1,
          assumptions: [],
          a: { skill: { slug: "sql" }, requirement: "ESSENTIAL", importance: 5, proficiency: 4 },
          b: { requirement: null, importance: 4, proficiency: 3 },
        },
      ],
      levelDifferences: [{ skill: { slug: "sql" }, levelDifference: -1 }],
      onlyInA: [{ skill: { slug: "git" }, importance: 2 }],
      onlyInB: [{ skill: { slug: "go" }, importance: null }],
      jaccard: scored("JACCARD", 1 / 3),
      ruzicka: scored("RUZICKA", 12 / 35),
      cosine: scored("COSINE", 240 / (Math.sqrt(436) * 15)),
    });
  });

  function scored(formula: string, score: number) {
    const contribution = expect.closeTo(score, 12);
    return {
      formula,
      score: contribution,
      rest: 0,
      terms: [{ skill: { slug: "sql" }, contribution }],
    };
  }

  it("exchanges the lists and the signs when the roles are exchanged, and keeps the scores", async () => {
    const there = await compared(role("alpha"), role("beta"));
    const back = await compared(role("beta"), role("alpha"));
    expect(back).toMatchObject({
      onlyInA: there.onlyInB,
      onlyInB: there.onlyInA,
      levelDifferences: [{ levelDifference: 1 }],
    });
    expect(scoresOf(back)).toEqual(scoresOf(there));
  });

  it("finds a place exactly like itself", async () => {
    for (const place of [roleLevel("dev-senior"), role("ops")]) {
      const same = await compared(place, place);
      expect(scoresOf(same).map(({ score }) => score)).toEqual([1, 1, 1]);
      expect(same).toMatchObject({ onlyInA: [], onlyInB: [], levelDifferences: [], a: same.b });
    }
  });

  it("compares levels of one role, and their specializations", async () => {
    const levels = await compared(roleLevel("dev-mid"), roleLevel("dev-senior"));
    expect(levels.onlyInB).toMatchObject([{ skill: { slug: "design" } }]);
    // Of pg the senior's proficiency is unknown: no difference, not a fall to 0.
    expect(levels.levelDifferences).toEqual([{ skill: { slug: "sql" }, levelDifference: -1 }]);
    const special = { ...roleLevel("dev-mid"), specialization: { slug: "data" } };
    const specialized = await compared(roleLevel("dev-mid"), special);
    expect(specialized).toMatchObject({
      onlyInB: [{ skill: { slug: "go" } }],
      levelDifferences: [{ skill: { slug: "sql" }, levelDifference: 1 }],
    });
  });

  it.each([
    ["A_ASKS_NOTHING", role("quiet"), role("alpha")],
    ["B_ASKS_NOTHING", role("alpha"), role("quiet")],
    ["BOTH_ASK_NOTHING", role("quiet"), role("quiet")],
  ])("has no score, not 0, when %s", async (reason, a, b) => {
    expect(await compared(a, b)).toMatchObject({
      noScoreReason: reason,
      jaccard: null,
      ruzicka: null,
      cosine: null,
      sharedSkills: [],
    });
  });

  it("scores 0 where nothing is shared", async () => {
    const apart = await compared(role("hobby"), role("ops"));
    expect(scoresOf(apart)).toMatchObject(Array(3).fill({ score: 0, terms: [], rest: 0 }));
    expect(apart.noScoreReason).toBeNull();
  });

  it.each([
    ["a.role", { a: role("nobody") }, "NOT_FOUND"],
    ["b.roleLevel", { b: roleLevel("nobody") }, "NOT_FOUND"],
    ["b.level", { b: { ...role("dev"), level: { slug: "chief" } } }, "NOT_FOUND"],
    ["a", { a: {} }],
    ["b", { b: { ...role("dev"), ...roleLevel("dev-mid") } }],
    ["a.specialization", { a: { ...role("alpha"), specialization: { slug: "net" } } }],
  ])("refuses a wrong %s", async (path, wrong, code = "BAD_USER_INPUT") => {
    const given = { a: role("alpha"), b: role("beta"), ...wrong };
    const { data, errors } = await ask(careers, QUERY, given);
    expect(Object.values(data ?? {}).filter(Boolean)).toEqual([]);
    expect(errors).toMatchObject([{ extensions: { code, fields: [{ path }] } }]);
  });
});

describe("a comparison in the starter graph", () => {
  let starter: Database;
  beforeAll(async () => {
    starter = await openStarterGraph();
  }, 60_000);
  afterAll(() => starter.close());

  const PAIR = { a: role("backend-developer"), b: role("full-stack-developer") };

  it("is explained by terms that add up to each score", async () => {
    const { compareRoles } = await dataOf(starter, QUERY, PAIR);
    expect(compareRoles.sharedSkills.length).toBeGreaterThan(5);
    for (const { score, terms, rest } of scoresOf(compareRoles)) {
      const sum = terms.reduce((total, { contribution }) => total + contribution, rest);
      expect(Math.abs(sum - score)).toBeLessThan(1e-9);
      expect(score).toBeGreaterThan(0);
      expect(terms).toHaveLength(compareRoles.sharedSkills.length);
    }
  });

  it("costs three SQL statements, whatever is compared", async () => {
    await ask(starter, QUERY, PAIR);
    const near = { a: roleLevel("data-engineer-junior"), b: roleLevel("data-engineer-principal") };
    for (const variables of [PAIR, near]) {
      const { errors, statements } = await ask(starter, QUERY, variables);
      expect(errors).toEqual([]);
      // The revision, the places by slug, the nodes that are shown.
      expect(statements).toHaveLength(3);
    }
  });

  it("is within the limits of a server with all there is", () => {
    const document = parse(
      `{ compareRoles(a: { role: { slug: "x" } }, b: { role: { slug: "y" } }) ${SELECTION} }`,
    );
    const operation = document.definitions[0] as OperationDefinitionNode;
    const checked = { schema: makeSchema(), document, operation, variables: {} };
    expect(() => checkOperation(checked, DEFAULT_LIMITS, () => {})).not.toThrow();
  });
});
