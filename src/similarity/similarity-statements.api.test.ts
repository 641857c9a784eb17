import type { Database } from "../database/database";
import { ask } from "../testing/ask";
import { dataOf } from "../testing/read-all";
import { openStarterGraph } from "../testing/starter-graph";

let database: Database;
beforeAll(async () => {
  database = await openStarterGraph();
  await dataOf(database, similarRoles("THETA", "totalCount"));
  await dataOf(database, similarRoles("COSINE", "totalCount"));
}, 120_000);
afterAll(() => database.close());

function similarRoles(measure: string, selection: string, args = ""): string {
  return `{ similarRoles(role: { slug: "backend-developer" }, measure: ${measure}${args}) { ${selection} } }`;
}

async function statementsOf(source: string): Promise<number> {
  const { errors, statements } = await ask(database, source);
  expect(errors).toEqual([]);
  return statements.length;
}

it.each(["JACCARD", "RUZICKA", "COSINE", "THETA"])(
  "reads roles and skills in one statement for each level: %s",
  async (measure) => {
    // The role that is named, and the revision.
    expect(await statementsOf(similarRoles(measure, "edges { score }"))).toBe(2);
    expect(await statementsOf(similarRoles(measure, "edges { score }", ", filter: {}"))).toBe(3);
    expect(await statementsOf(similarRoles(measure, "nodes { id } edges { node { id } }"))).toBe(3);
    const terms = "edges { node { id } terms { skill { id } closestSkill { id } } }";
    expect(await statementsOf(similarRoles(measure, terms))).toBe(3);
  },
);

it("reads what is stated in one statement", async () => {
  expect(await statementsOf(similarRoles("CURATED", "edges { score }"))).toBe(2);
  expect(await statementsOf(similarRoles("CURATED", "edges { score }", ", filter: {}"))).toBe(2);
  const links = "edges { node { id } statements { link { id } } }";
  expect(await statementsOf(similarRoles("CURATED", links))).toBe(4);
});

it("reads similar skills with their evidence in one statement", async () => {
  const SQL = 'skill: { slug: "sql-querying" }';
  const selection = "edges { node { id } evidenceRoles { id } }";
  expect(await statementsOf(`{ similarSkills(${SQL}) { edges { score } } }`)).toBe(2);
  expect(await statementsOf(`{ similarSkills(${SQL}) { ${selection} } }`)).toBe(3);
  expect(await statementsOf(`{ similarSkills(${SQL}, measure: CURATED) { ${selection} } }`)).toBe(
    3,
  );
});

it("finds the full-stack developer next to the backend developer, computed and stated", async () => {
  for (const measure of ["JACCARD", "COSINE", "THETA", "CURATED"]) {
    const data = await dataOf(database, similarRoles(measure, "nodes { slug }", ", first: 1"));
    expect(data.similarRoles.nodes).toEqual([{ slug: "full-stack-developer" }]);
  }
});
