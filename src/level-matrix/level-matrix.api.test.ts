import { type OperationDefinitionNode, parse } from "graphql";
import type { Database } from "../database/database";
import { makeSchema } from "../schema";
import { checkOperation } from "../server/limits/check-operation";
import { DEFAULT_LIMITS } from "../server/limits/limit-values";
import { ask } from "../testing/ask";
import { dataOf } from "../testing/read-all";
import { openSmallCareers } from "../testing/small-careers";
import { openStarterGraph } from "../testing/starter-graph";

const SELECTION = `{
  role { slug } noLevelsReason
  levels { roleLevel { slug } rank below { slug } }
  rows {
    skill { slug }
    cells { roleLevel { slug } isAsked proficiency importance requirement isNew delta }
  }
  inconsistencies {
    skill { slug } roleLevel { slug } proficiency lowerRoleLevel { slug } lowerProficiency
  }
}`;
const QUERY = `query ($role: NodeBy!, $levels: [NodeBy!], $specialization: NodeBy) {
  levelMatrix(role: $role, levels: $levels, specialization: $specialization) ${SELECTION}
}`;
const DEV = { role: { slug: "dev" } };

interface Cell {
  isAsked: boolean;
  proficiency: number | null;
  isNew: boolean;
  delta: number | null;
}
interface Matrix {
  levels: { roleLevel: { slug: string } }[];
  rows: { skill: { slug: string }; cells: Cell[] }[];
}

const slugs = (...names: string[]) => names.map((slug) => ({ slug }));
const levelsOf = ({ levels }: Matrix) => levels.map(({ roleLevel }) => roleLevel.slug);

/** Proficiency, delta and newness of a skill at each level; "-" where it is not asked for. */
function rowOf({ rows }: Matrix, slug: string): string[] {
  const row = rows.find(({ skill }) => skill.slug === slug);
  return (row?.cells ?? []).map(({ isAsked, proficiency, delta, isNew }) =>
    isAsked ? `${proficiency} ${delta}${isNew ? " new" : ""}` : "-",
  );
}

describe("a level matrix worked out by hand", () => {
  let careers: Database;
  beforeAll(async () => {
    careers = await openSmallCareers();
  }, 60_000);
  afterAll(() => careers.close());

  const matrixOf = async (variables: Record<string, unknown>) =>
    (await dataOf(careers, QUERY, variables)).levelMatrix;

  it("sets all levels of the role side by side", async () => {
    const matrix = await matrixOf(DEV);
    expect(matrix).toMatchObject({
      role: { slug: "dev" },
      noLevelsReason: null,
      levels: [
        { roleLevel: { slug: "dev-junior" }, rank: 1, below: null },
        { roleLevel: { slug: "dev-mid" }, rank: 2, below: { slug: "dev-junior" } },
        { roleLevel: { slug: "dev-senior" }, rank: 3, below: { slug: "dev-mid" } },
        // The track of managers begins here.
        { roleLevel: { slug: "dev-lead" }, rank: 3, below: { slug: "dev-mid" } },
      ],
    });
    expect(matrix.rows).toHaveLength(5);
    expect(rowOf(matrix, "sql")).toEqual(["2 null", "4 2", "3 -1", "-"]);
    expect(rowOf(matrix, "git")).toEqual(["2 null", "2 0", "2 0", "2 0"]);
    expect(rowOf(matrix, "pg")).toEqual(["-", "3 null new", "null null", "-"]);
    expect(rowOf(matrix, "design")).toEqual(["-", "-", "3 null new", "-"]);
    expect(rowOf(matrix, "talk")).toEqual(["-", "-", "-", "4 null new"]);
    const talk = matrix.rows.find((row: Matrix["rows"][number]) => row.skill.slug === "talk");
    expect(talk.cells.slice(2)).toEqual([
      {
        roleLevel: { slug: "dev-senior" },
        isAsked: false,
        proficiency: null,
        importance: null,
        requirement: null,
        isNew: false,
        delta: null,
      },
      {
        roleLevel: { slug: "dev-lead" },
        isAsked: true,
        proficiency: 4,
        importance: 5,
        requirement: "ESSENTIAL",
        isNew: true,
        delta: null,
      },
    ]);
    // What the role asks for at every level is overridden value by value: the lead's git became essential.
    const git = matrix.rows.find((row: Matrix["rows"][number]) => row.skill.slug === "git");
    expect(git.cells.map((cell: { requirement: string }) => cell.requirement)).toEqual([
      "OPTIONAL",
      "OPTIONAL",
      "OPTIONAL",
      "ESSENTIAL",
    ]);
  });

  it("finds proficiencies that fall when rank rises", async () => {
    expect((await matrixOf(DEV)).inconsistencies).toEqual([
      {
        skill: { slug: "sql" },
        roleLevel: { slug: "dev-senior" },
        proficiency: 3,
        lowerRoleLevel: { slug: "dev-mid" },
        lowerProficiency: 4,
      },
    ]);
  });

  it("compares the levels that are named, each once, in the order of the ladder", async () => {
    const matrix = await matrixOf({ ...DEV, levels: slugs("senior", "junior", "senior") });
    expect(levelsOf(matrix)).toEqual(["dev-junior", "dev-senior"]);
    expect(rowOf(matrix, "sql")).toEqual(["2 null", "3 1"]);
    expect(matrix.inconsistencies).toEqual([]);
    expect(rowOf(await matrixOf({ ...DEV, levels: slugs("mid") }), "pg")).toEqual(["3 null"]);
  });

  it("lets what a specialization asks for go first", async () => {
    const matrix = await matrixOf({ ...DEV, specialization: { slug: "data" } });
    expect(rowOf(matrix, "sql")).toEqual(["5 null", "5 0", "5 0", "5 0"]);
    expect(rowOf(matrix, "go")).toEqual(Array(4).fill("null null"));
    expect(matrix.inconsistencies).toEqual([]);
  });

  it.each([
    ["ROLE_WITHOUT_LEVELS", { role: { slug: "ops" } }],
    ["ROLE_WITHOUT_LEVELS", { role: { slug: "quiet" }, levels: slugs("mid") }],
    ["NO_LEVEL_CHOSEN", { ...DEV, levels: [] }],
  ])("says %s where there are no levels", async (reason, variables) => {
    expect(await matrixOf(variables)).toMatchObject({
      levels: [],
      rows: [],
      inconsistencies: [],
      noLevelsReason: reason,
    });
  });

  it.each([
    ["role", { role: { slug: "nobody" } }, "NOT_FOUND"],
    ["levels.1", { levels: slugs("mid", "nobody") }, "NOT_FOUND"],
    ["levels.1", { levels: slugs("mid", "chief") }, "NOT_FOUND"],
    ["levels", { levels: Array(51).fill({ slug: "mid" }) }],
    ["specialization", { specialization: { slug: "nobody" } }, "NOT_FOUND"],
    ["specialization", { specialization: { slug: "net" } }],
    ["specialization", { role: { slug: "quiet" }, specialization: { slug: "net" } }],
    ["role.id", { role: { id: "x" } }],
  ])("refuses a wrong %s", async (path, wrong, code = "BAD_USER_INPUT") => {
    const { data, errors } = await ask(careers, QUERY, { ...DEV, ...wrong });
    expect(Object.values(data ?? {}).filter(Boolean)).toEqual([]);
    expect(errors).toMatchObject([{ extensions: { code, fields: [{ path }] } }]);
  });
});

describe("a level matrix of the starter graph", () => {
  let starter: Database;
  beforeAll(async () => {
    starter = await openStarterGraph();
  }, 60_000);
  afterAll(() => starter.close());

  const BACKEND = { role: { slug: "backend-developer" } };

  it("says at each cell what the requirements of the level say", async () => {
    const { levelMatrix, roleLevel } = await dataOf(
      starter,
      `query ($role: NodeBy!) {
        levelMatrix(role: $role) ${SELECTION}
        roleLevel(by: { slug: "backend-developer-senior" }) {
          requirements(first: 100) { totalCount edges { proficiency node { slug } } }
        }
      }`,
      BACKEND,
    );
    const at = levelsOf(levelMatrix).indexOf("backend-developer-senior");
    const stated: { proficiency: number | null; node: { slug: string } }[] =
      roleLevel.requirements.edges;
    expect(stated.length).toBeGreaterThan(20);
    for (const { proficiency, node } of stated) {
      const row = levelMatrix.rows.find(
        (each: Matrix["rows"][number]) => each.skill.slug === node.slug,
      );
      expect(row.cells[at]).toMatchObject({ isAsked: true, proficiency });
    }
  });

  it("costs as many SQL statements for two levels as for all", async () => {
    await ask(starter, QUERY, BACKEND);
    const all = await ask(starter, QUERY, BACKEND);
    expect(all.errors).toEqual([]);
    expect(levelsOf(all.data.levelMatrix).length).toBeGreaterThan(5);
    // The revision, the role, the nodes that are shown.
    expect(all.statements).toHaveLength(3);
    const two = { ...BACKEND, levels: slugs("junior", "senior") };
    expect((await ask(starter, QUERY, two)).statements).toHaveLength(3);
  });

  it("is within the limits of a server with all there is", () => {
    const document = parse(`{ levelMatrix(role: { slug: "x" }) ${SELECTION} }`);
    const operation = document.definitions[0] as OperationDefinitionNode;
    const checked = { schema: makeSchema(), document, operation, variables: {} };
    expect(() => checkOperation(checked, DEFAULT_LIMITS, () => {})).not.toThrow();
  });
});
