import type { Database } from "../database/database";
import { ask } from "../testing/ask";
import {
  namesOf,
  needs,
  openLearningGraph,
  PLATFORM_ENGINEER,
  skill,
} from "../testing/learning-graph";
import { openEmptyGraph } from "../testing/starter-graph";
import { merge, TestSource } from "../testing/test-source";

let database: Database;

beforeAll(async () => {
  database = await openLearningGraph();
}, 60_000);
afterAll(() => database.close());

const PATH = `query ($goal: GoalInput!, $have: ProfileInput, $includeRecommended: Boolean! = false) {
  learningPath(goal: $goal, have: $have, includeRecommended: $includeRecommended) {
    emptyReason totalMinutes uncoveredSteps assumedLines
    cycles { strength skills { name } }
    stages { steps { totalCount edges { node { __typename name } from to severity reason needs { name } } } }
    blockedSteps { totalCount edges { node { name } needs { name } cycles { strength skills { name } } } }
  }
}`;

async function path(variables: object, graph = database) {
  const { data, errors } = await ask(graph, PATH, { ...variables });
  expect(errors).toEqual([]);
  return data.learningPath;
}

interface Step {
  node: { name: string };
  from: number;
  to: number;
  severity: number | null;
}

/** Each stage by name, e.g. `docker 0-2`. */
function drawn(answer: { stages: { steps: { edges: Step[] } }[] }): string[][] {
  return answer.stages.map(({ steps }) =>
    steps.edges.map(({ node, from, to }) => `${node.name} ${from}-${to}`).sort(),
  );
}

it("orders what is missing with all it needs: by hand", async () => {
  const answer = await path({ goal: PLATFORM_ENGINEER });
  expect(drawn(answer)).toEqual([
    ["javascript 0-1", "linux 0-1"],
    ["docker 0-2", "react 0-2"],
    ["kubernetes 0-3"],
  ]);
  const [, second, third] = answer.stages;
  // Asked for goes first. Weights: 5/5 × 1 and 4/5 × 0.5, each with the whole gap.
  expect(second.steps.edges[0]).toMatchObject({
    node: { name: "react" },
    severity: 0.4,
    reason: "ASKED",
    needs: [{ name: "javascript" }],
  });
  expect(second.steps.edges[1]).toMatchObject({
    node: { name: "docker" },
    severity: null,
    reason: "ESSENTIAL",
    needs: [{ name: "linux" }],
  });
  expect(third.steps.edges[0]).toMatchObject({ severity: 1, needs: [{ name: "docker" }] });
  // Nobody says how long the course on React takes, and nothing teaches JavaScript.
  expect(answer).toMatchObject({
    emptyReason: null,
    totalMinutes: null,
    uncoveredSteps: 2,
    assumedLines: 0,
  });
  expect(answer.blockedSteps.totalCount).toBe(0);
});

it("adds up the minutes when resources cover every step: by hand", async () => {
  const answer = await path({ goal: { skills: [skill("kubernetes", 3)] } });
  expect(answer).toMatchObject({ totalMinutes: 90 + 60 + 120, uncoveredSteps: 0 });
  const later = await path({
    goal: { skills: [skill("kubernetes", 3)] },
    have: { skills: [skill("docker", 1), skill("linux")] },
  });
  expect(drawn(later)).toEqual([["docker 1-2"], ["kubernetes 0-3"]]);
  expect(later.totalMinutes).toBe(60 + 120);
});

it("counts a goal without a proficiency as 1, and takes technologies as steps", async () => {
  const answer = await path({
    goal: { skills: [skill("linux"), { technology: { slug: "helm" } }] },
  });
  expect(drawn(answer)).toEqual([["helm 0-1", "linux 0-1"]]);
  expect(answer).toMatchObject({ totalMinutes: null, uncoveredSteps: 1, assumedLines: 2 });
});

it("takes a goal from a text", async () => {
  const answer = await path({ goal: { text: "Somebody who knows kubernetes and javascript." } });
  expect(drawn(answer).at(-1)).toEqual(["kubernetes 0-1"]);
  // Nothing is known of either: 3/5 × 0.5.
  expect(answer.stages[2].steps.edges[0].severity).toBeCloseTo(0.3, 9);
  expect(answer.assumedLines).toBe(2);
  expect(await path({ goal: { text: "nothing of the sort" } })).toMatchObject({
    stages: [],
    emptyReason: "NOTHING_ASKED",
    totalMinutes: 0,
  });
});

it("reports circles of recommended prerequisites and learns them together", async () => {
  const goal = { skills: [skill("terraform", 2)] };
  const answer = await path({ goal, includeRecommended: true });
  expect(answer.cycles).toHaveLength(1);
  expect(answer.cycles[0].strength).toBe("RECOMMENDED");
  expect(namesOf(answer.cycles[0].skills)).toEqual(["cloud", "terraform"]);
  expect(drawn(answer)).toEqual([["cloud 0-1", "terraform 0-2"]]);
  expect(await path({ goal })).toMatchObject({
    cycles: [],
    stages: [{ steps: { totalCount: 1 } }],
  });
});

it("says why there is nothing to learn", async () => {
  const goal = { skills: [skill("linux", 2)] };
  expect(await path({ goal, have: { skills: [skill("linux", 5)] } })).toMatchObject({
    stages: [],
    emptyReason: "NOTHING_MISSING",
    totalMinutes: 0,
  });
  const idle = { position: { role: { slug: "idle" } } };
  expect((await path({ goal: idle })).emptyReason).toBe("NOTHING_ASKED");
  expect((await path({ goal: { skills: [] } })).emptyReason).toBe("NOTHING_ASKED");
});

it("says what circles of essential prerequisites block", async () => {
  const broken = await openEmptyGraph();
  try {
    // The graph refuses them: only a database that was tampered with has one.
    await broken.transaction((tx) =>
      tx.query("ALTER TABLE edge DISABLE TRIGGER edge_acyclic_insert"),
    );
    const source = new TestSource("learning");
    await merge(
      broken,
      source,
      ...["x", "y", "z", "free"].map((slug) => source.node("SKILL", slug)),
      needs("x", "y", "ESSENTIAL"),
      needs("y", "x", "ESSENTIAL"),
      needs("z", "x", "ESSENTIAL"),
    );
    const answer = await path({ goal: { skills: [skill("z"), skill("free")] } }, broken);
    expect(drawn(answer)).toEqual([["free 0-1"]]);
    expect(answer).toMatchObject({ totalMinutes: null, cycles: [{ strength: "ESSENTIAL" }] });
    const blocked = new Map(answer.blockedSteps.edges.map((edge: Step) => [edge.node.name, edge]));
    expect([...blocked.keys()].sort()).toEqual(["x", "y", "z"]);
    expect(blocked.get("z")).toMatchObject({
      needs: [{ name: "x" }],
      cycles: [{ strength: "ESSENTIAL" }],
    });
    expect((await path({ goal: { skills: [skill("z")] } }, broken)).emptyReason).toBe("BLOCKED");
    const next = `{ nextSkills(profile: {}, goal: { skills: [{ skill: { slug: "z" } }] }) { totalCount emptyReason } }`;
    expect((await ask(broken, next)).data.nextSkills).toEqual({
      totalCount: 0,
      emptyReason: "BLOCKED",
    });
  } finally {
    await broken.close();
  }
});
