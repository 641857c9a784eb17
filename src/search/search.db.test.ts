import type { Database } from "../database/database";
import { ask } from "../testing/ask";
import { openLabelledGraph, withLabels } from "../testing/labelled-graph";

let database: Database;
beforeAll(async () => {
  database = await openLabelledGraph();
}, 60_000);
afterAll(() => database.close());

interface Hit {
  score: number;
  matchedLabel: string;
  matchedLocale: string;
  labelKind: string;
  highlights: { start: number; end: number }[];
  cursor: string;
  node: { __typename: string; name: string };
}

/** The hits of a search; `args` stand beside its text. */
async function hits(text: string, args = ""): Promise<Hit[]> {
  const answer = await ask(
    database,
    `query ($text: String!) {
      search(text: $text ${args}) {
        edges { cursor score matchedLabel matchedLocale labelKind highlights { start end } node { __typename name } }
      }
    }`,
    { text },
  );
  expect(answer.errors).toEqual([]);
  return answer.data.search.edges;
}

async function names(text: string, args = ""): Promise<string[]> {
  return (await hits(text, args)).map(({ node }) => node.name);
}

it.each(["C", "C#", "C++", ".NET", "Go", "R", "Java", "Node.js"])(
  "finds %s by exactly its name, first",
  async (name) => {
    const [first] = await hits(name);
    expect(first).toMatchObject({ score: 1, matchedLabel: name, node: { name } });
  },
);

it("puts what is the text before what begins with it, has its words, or is like it", async () => {
  expect(await names("java")).toEqual(["Java", "JavaScript", "Object-oriented design in Java"]);
  expect((await hits("java")).map(({ score }) => score)).toEqual([1, 0.9, 0.8]);
});

it("puts whole words before beginnings of words", async () => {
  expect(await names("design")).toEqual(["API design", "Object-oriented design in Java"]);
  const found = await hits("soft eng");
  expect(found[0]).toMatchObject({ score: 0.7, matchedLabel: "Embedded software engineer" });
});

it("finds all words in any order, the shorter label first", async () => {
  expect(await names("management project")).toEqual([
    "Project management",
    "Project risk management",
    "Lead a project and its management",
  ]);
});

it.each([
  ["kuberntes", "Kubernetes"],
  ["pyhton", "Python"],
  ["jva", "Java"],
  ["projct managment", "Project management"],
  ["kubernetes administrator", "Kubernetes"],
])("finds %s by likeness: %s", async (text, name) => {
  const [first] = await hits(text);
  expect(first?.node.name).toBe(name);
  expect(first?.score).toBeGreaterThan(0.2);
  expect(first?.score).toBeLessThanOrEqual(0.6);
});

it("marks the word that is most alike", async () => {
  const [first] = await hits("kuberntes");
  expect(first?.highlights).toEqual([{ start: 0, end: 10 }]);
});

it("takes no notice of spaces and punctuation between words", async () => {
  for (const text of ["node js", "nodejs", "NODE-JS", "node.js"])
    expect((await hits(text))[0]?.node.name).toBe("Node.js");
  expect((await hits("node js"))[0]?.score).toBe(0.95);
});

it("takes no notice of accents and of upper and lower case", async () => {
  expect(await names("cafe MANAGER")).toEqual(["Café manager"]);
  expect((await names("cafe\u0301"))[0]).toBe("Café manager");
  expect((await hits("aufbruhen"))[0]?.matchedLabel).toBe("Kaffee aufbrühen");
  expect((await names("ingenieur"))[0]).toBe("Embedded software engineer");
});

it("finds other scripts and emoji", async () => {
  expect(await names("Разработчик")).toEqual(["Software developer"]);
  expect((await names("разаботчик"))[0]).toBe("Software developer");
  expect(await names("البيانات")).toEqual(["Data analysis"]);
  expect(await names("🚀 rocket")).toEqual(["Café manager"]);
});

it("finds a node once, by its best label, and says which", async () => {
  const found = await hits("design apis");
  expect(found.filter(({ node }) => node.name === "API design")).toMatchObject([
    {
      matchedLabel: "Design of APIs",
      matchedLocale: "en",
      labelKind: "ALTERNATIVE",
      highlights: [
        { start: 0, end: 6 },
        { start: 10, end: 14 },
      ],
      node: { name: "API design" },
    },
  ]);
  expect((await hits("nodjes"))[0]).toMatchObject({ labelKind: "HIDDEN", score: 1 });
});

it("puts preferred labels before alternative ones that match as well", async () => {
  await withLabels(
    database,
    [
      ["SKILL", "Zebra tamer", "PREFERRED", "Zebra tamer"],
      ["SKILL", "Animal tamer", "ALTERNATIVE", "Zebra man"],
      ["SKILL", "Horse tamer", "HIDDEN", "Zebra"],
    ],
    async () => {
      expect(await names("zebr")).toEqual(["Zebra tamer", "Animal tamer", "Horse tamer"]);
    },
  );
});

it("looks among the kinds asked for; an empty list finds nothing", async () => {
  expect(await names("java", "kinds: [SKILL]")).toEqual(["Object-oriented design in Java"]);
  expect(await names("java", "kinds: [SKILL, TECHNOLOGY]")).toHaveLength(3);
  expect(await names("java", "kinds: []")).toEqual([]);
});

it("looks among the labels of a language and its fallbacks", async () => {
  expect((await hits("projektleitung", 'locale: "de-AT"'))[0]?.score).toBe(1);
  expect((await hits("java", 'locale: "de-AT"'))[0]?.score).toBe(1);
  expect(await names("projektleitung", 'locale: "fr"')).toEqual([]);
});

it("leaves out deprecated nodes, and looks for what is alike when only these are found", async () => {
  await withLabels(database, [["TECHNOLOGY", "Kubernete", "PREFERRED", "Kubernete"]], async () => {
    expect(await names("kubernete")).toEqual(["Kubernete", "Kubernetes"]);
    await database.transaction((tx) =>
      tx.query("UPDATE node SET status = 'DEPRECATED' WHERE name = 'Kubernete'"),
    );
    expect(await names("kubernete")).toEqual(["Kubernetes"]);
    await database.transaction((tx) =>
      tx.query("UPDATE node SET status = 'ACTIVE' WHERE name = 'Kubernete'"),
    );
  });
});
