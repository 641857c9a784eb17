import type { Database } from "../database/database";
import { ask } from "../testing/ask";
import { openLabelledGraph } from "../testing/labelled-graph";

let database: Database;
beforeAll(async () => {
  database = await openLabelledGraph();
}, 60_000);
afterAll(() => database.close());

describe("autocomplete", () => {
  async function offered(prefix: string, args = ""): Promise<string[]> {
    const { data, errors } = await ask(
      database,
      `query ($prefix: String!) { autocomplete(prefix: $prefix ${args}) { label } }`,
      { prefix },
    );
    expect(errors).toEqual([]);
    return data.autocomplete.map(({ label }: { label: string }) => label);
  }

  it("offers labels that begin with what was typed, then those with words that do", async () => {
    expect(await offered("ja")).toEqual(["Java", "JavaScript", "Object-oriented design in Java"]);
    expect(await offered("soft")).toEqual(["Software developer", "Embedded software engineer"]);
    expect(await offered("node j")).toEqual(["Node.js"]);
    expect(await offered("project m")).toEqual([
      "Project management",
      "Project risk management",
      "Lead a project and its management",
    ]);
  });

  it("does not offer hidden labels, nor anything twice", async () => {
    expect(await offered("nodj")).toEqual([]);
    expect(await offered("de")).toEqual([
      "Design of APIs",
      "Backend developer",
      "Software developer",
      "Object-oriented design in Java",
    ]);
  });

  it("says what is offered and what stands above it", async () => {
    const { data } = await ask(
      database,
      `{ autocomplete(prefix: "developer") { id label locale kind parentLabel node { id __typename ... on Node { name } } } }`,
    );
    expect(data.autocomplete).toEqual([
      {
        id: data.autocomplete[0].node.id,
        label: "Backend developer",
        locale: "en",
        kind: "SPECIALIZATION",
        parentLabel: "Software developer",
        node: {
          id: expect.stringMatching(/^spc_/),
          __typename: "Specialization",
          name: "Backend developer",
        },
      },
      expect.objectContaining({ kind: "ROLE", parentLabel: "Engineering" }),
    ]);
  });

  it("names what stands above in the wanted language", async () => {
    const { data } = await ask(
      database,
      `{ autocomplete(prefix: "backend", locale: "ru") { label parentLabel } }`,
    );
    expect(data.autocomplete).toEqual([
      { label: "Backend developer", parentLabel: "Разработчик программ" },
    ]);
  });

  it("gives null where nothing stands above", async () => {
    const { data } = await ask(database, `{ autocomplete(prefix: "rust") { label parentLabel } }`);
    expect(data.autocomplete).toEqual([{ label: "Rust", parentLabel: null }]);
  });

  it("looks among kinds and languages", async () => {
    expect(await offered("ja", "kinds: [SKILL]")).toEqual(["Object-oriented design in Java"]);
    expect(await offered("kaff")).toEqual(["Kaffee aufbrühen"]);
    expect(await offered("kaff", 'locale: "en"')).toEqual([]);
  });

  it("gives at most 20, and refuses to give more", async () => {
    expect(await offered("e", "first: 1")).toHaveLength(1);
    expect(await offered("e", "first: 0")).toEqual([]);
    for (const first of [21, -1]) {
      const source = `{ autocomplete(prefix: "a", first: ${first}) { label } }`;
      const { errors } = await ask(database, source);
      expect(errors[0]?.extensions).toMatchObject({ fields: [{ path: "first" }] });
    }
  });

  it("refuses an empty text with the path", async () => {
    const { errors } = await ask(database, '{ autocomplete(prefix: " ") { label } }');
    expect(errors[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: "prefix" }],
    });
  });

  it("sends one statement, the nodes included", async () => {
    const { statements } = await ask(
      database,
      `{ autocomplete(prefix: "s", locale: "de") { label parentLabel node { id } } }`,
    );
    expect(statements).toHaveLength(1);
  });
});

describe("didYouMean", () => {
  async function meant(text: string): Promise<string[]> {
    const { data, errors, statements } = await ask(
      database,
      "query ($text: String!) { didYouMean(text: $text) }",
      { text },
    );
    expect(errors).toEqual([]);
    expect(statements).toHaveLength(1);
    return data.didYouMean;
  }

  it("offers names like the text", async () => {
    expect(await meant("kuberntes")).toEqual(["Kubernetes"]);
    expect((await meant("projct managment"))[0]).toBe("Project management");
    expect(await meant("qqqqqq")).toEqual([]);
  });

  it("offers nothing when a label is the text", async () => {
    expect(await meant("Java")).toEqual([]);
    expect(await meant("node js")).toEqual([]);
  });

  it("offers the name in place of a hidden label", async () => {
    expect(await meant("nodje")).toEqual(["Node.js"]);
  });

  it("offers at most five", async () => {
    expect((await meant("e")).length).toBeLessThanOrEqual(5);
  });
});
