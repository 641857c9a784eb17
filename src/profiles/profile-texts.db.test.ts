import { compute } from "../career-index/compute/compute";
import { IndexKeeper } from "../career-index/index-keeper";
import type { Database } from "../database/database";
import { type Context, makeContext, makeMappings } from "../server/context";
import { openStarterGraph } from "../testing/starter-graph";
import { resolveGoal, resolveProfile, resolveStart } from "./resolve-profile";

let database: Database;
let keeper: IndexKeeper;
beforeAll(async () => {
  database = await openStarterGraph();
  keeper = new IndexKeeper(database, compute);
}, 60_000);
afterAll(() => database.close());

/** Runs `work` as a request does; gives its answer and how many statements it sent. */
async function asRequest<T>(work: (context: Context) => Promise<T>) {
  const reader = database.reader();
  let statements = 0;
  const stopListening = database.onStatement(() => {
    statements++;
  });
  try {
    const answer = await work(makeContext(reader, makeMappings(database.dataSource), keeper));
    return { answer, statements };
  } finally {
    stopListening();
    await reader.close();
  }
}

async function slugsOf(ids: readonly string[]): Promise<(string | undefined)[]> {
  const reader = database.reader();
  const rows = await reader.query<{ id: string; slug: string }>(
    "SELECT n.id, n.slug FROM node n WHERE n.id = ANY ($1::uuid[])",
    [ids],
  );
  await reader.close();
  return ids.map((id) => rows.find((row) => row.id === id)?.slug);
}

it("takes a CV as a profile: what it names is held, how well is unknown", async () => {
  const text = "Java since 2011, code reviews, PostgreSQL; before that a Go developer.";
  const { answer } = await asRequest((context) => resolveProfile(context, { text }, "profile"));
  expect(await slugsOf(answer.map(({ skill }) => skill))).toEqual([
    "java",
    "code-review",
    "postgresql",
    "go",
  ]);
  expect(answer.every(({ proficiency }) => proficiency === null)).toBe(true);
});

it("takes a job advertisement as a goal: nothing is known of how firmly or how well", async () => {
  const { answer } = await asRequest((context) =>
    resolveGoal(context, { text: "We look for Rust and debugging skills" }, "to"),
  );
  expect(answer.position).toBeNull();
  expect(new Set(await slugsOf(answer.lines.map(({ skill }) => skill)))).toEqual(
    new Set(["rust", "debugging"]),
  );
  for (const { requirement, importance, proficiency } of answer.lines)
    expect([requirement, importance, proficiency]).toEqual([null, null, null]);
});

it("counts what is believed for one reason, not what is doubtful twice", async () => {
  const profile = (text: string) =>
    asRequest((context) => resolveStart(context, { profile: { text } }, "from"));
  // Believed for the technology close by: 0.7. With a version attached as well: less.
  expect((await profile("We moved from Java to Go")).answer.profile).toHaveLength(2);
  expect((await profile("We moved from Java to React18")).answer.profile).toHaveLength(1);
});

it("adds the text to the skills that are stated, and costs no statement for it", async () => {
  const skills = [{ technology: { slug: "java" }, proficiency: 4 }];
  await asRequest((context) => resolveProfile(context, { text: "warm" }, "profile"));
  const { answer, statements } = await asRequest((context) =>
    resolveProfile(context, { skills, text: "Java and Docker" }, "profile"),
  );
  expect(answer.map(({ proficiency }) => proficiency)).toEqual([4, null, null]);
  // The look-up of the skill, and the revision of the index.
  expect(statements).toBe(2);
});

it("is empty for a text that names nothing, and for one that is empty", async () => {
  for (const text of ["", " ", "Hello."]) {
    const { answer } = await asRequest((context) => resolveProfile(context, { text }, "profile"));
    expect(answer).toEqual([]);
    const goal = await asRequest((context) => resolveGoal(context, { text }, "to"));
    expect(goal.answer).toEqual({ lines: [], position: null });
  }
});

it("names the path of what does not exist, not what was sent", async () => {
  const skills = [{ skill: { slug: "debugging" } }, { skill: { slug: "my-secret-skill" } }];
  const error = await asRequest((context) =>
    resolveProfile(context, { skills, text: "my secret text" }, "from.profile"),
  ).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    code: "NOT_FOUND",
    details: { fields: [{ path: "from.profile.skills.1.skill" }] },
  });
  expect(JSON.stringify(error) + String(error)).not.toContain("secret");
});

it("takes from a text as many skills as a profile may hold, and no more", async () => {
  const reader = database.reader();
  const rows = await reader.query<{ name: string }>(
    "SELECT n.name FROM node n WHERE n.kind IN ('SKILL', 'TECHNOLOGY') AND n.status = 'ACTIVE' ORDER BY n.id",
  );
  await reader.close();
  expect(rows.length).toBeGreaterThan(600);
  const text = rows.map(({ name }) => name).join(".\n");
  const { answer } = await asRequest((context) => resolveGoal(context, { text }, "to"));
  expect(answer.lines).toHaveLength(500);
});
