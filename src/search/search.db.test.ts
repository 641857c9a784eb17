import type { Database } from "../database/database";
import { fold } from "../shared/fold";
import type { NodeKind } from "../shared/global-id";
import { ask } from "../testing/ask";
import { insertEdge, insertNode, insertRow } from "../testing/graph-rows";
import { openEmptyGraph } from "../testing/starter-graph";
import { squeeze, wordsOf } from "./words";

type Labels = readonly (readonly [kind: string, locale: string, text: string])[];

/** Every node: kind, name, further labels. */
const NODES: readonly (readonly [NodeKind, string, Labels?])[] = [
  ["TECHNOLOGY", "Kubernetes", [["ALTERNATIVE", "en", "K8s"]]],
  ["TECHNOLOGY", "Node.js", [["HIDDEN", "en", "Nodjes"]]],
  ["TECHNOLOGY", "Java"],
  ["TECHNOLOGY", "JavaScript", [["ALTERNATIVE", "en", "JS"]]],
  ["TECHNOLOGY", "C"],
  ["TECHNOLOGY", "C#"],
  ["TECHNOLOGY", "C++"],
  ["TECHNOLOGY", ".NET"],
  ["TECHNOLOGY", "ASP.NET"],
  ["TECHNOLOGY", "Go"],
  ["TECHNOLOGY", "Google Cloud"],
  ["TECHNOLOGY", "R"],
  ["TECHNOLOGY", "Rust"],
  ["TECHNOLOGY", "Python"],
  ["TECHNOLOGY", "100%_sure\\"],
  ["SKILL", "Project management", [["PREFERRED", "de", "Projektleitung"]]],
  ["SKILL", "Project risk management"],
  ["SKILL", "Lead a project and its management"],
  ["SKILL", "Object-oriented design in Java"],
  ["SKILL", "API design", [["ALTERNATIVE", "en", "Design of APIs"]]],
  ["SKILL", "Coffee brewing", [["PREFERRED", "de", "Kaffee aufbrühen"]]],
  ["SKILL", "Data analysis", [["PREFERRED", "ar", "تحليل البيانات"]]],
  ["ROLE", "Software developer", [["PREFERRED", "ru", "Разработчик программ"]]],
  ["ROLE", "Embedded software engineer", [["ALTERNATIVE", "fr", "Ingénieur logiciel"]]],
  ["ROLE", "Café manager", [["ALTERNATIVE", "en", "🚀 Rocket barista"]]],
  ["ROLE_FAMILY", "Engineering"],
  ["SPECIALIZATION", "Backend developer"],
];

let database: Database;
beforeAll(async () => {
  database = await openEmptyGraph();
  await database.transaction(async (tx) => {
    for (const [kind, name, labels = []] of NODES) {
      const columns = { name, sort_name: fold(name) };
      const id = await insertNode(tx, kind, slugOf(name), columns);
      for (const [labelKind, locale, text] of [["PREFERRED", "en", name] as const, ...labels])
        await insertRow(tx, "label", {
          node_id: id,
          node_kind: kind,
          locale,
          kind: labelKind,
          text,
          folded: fold(text),
        });
    }
    await insertEdge(
      tx,
      "BROADER",
      ["ROLE", slugOf("Software developer")],
      ["ROLE_FAMILY", slugOf("Engineering")],
    );
    await insertEdge(
      tx,
      "HAS_SPECIALIZATION",
      ["ROLE", slugOf("Software developer")],
      ["SPECIALIZATION", slugOf("Backend developer")],
    );
  });
}, 60_000);
afterAll(() => database.close());

function slugOf(name: string): string {
  return `n${Buffer.from(name).toString("hex")}`;
}

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

describe("search", () => {
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
    expect(await hits("design apis")).toMatchObject([
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
    await withLabels([["TECHNOLOGY", "Kubernete", "PREFERRED", "Kubernete"]], async () => {
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

  it("gives nothing for punctuation that no label begins with", async () => {
    for (const text of ["?", "!&|:*()", "%", "_", "\\", "'", '"', "--", "👍"])
      expect(await names(text)).toEqual([]);
    expect(await names(".")).toEqual([".NET"]);
  });

  it.each([
    "java%",
    "j_va\\",
    "100%_sure\\",
    "'; DROP TABLE label; --",
    "java' | 'c",
    "java:* & !c | (x)",
    "!!java",
    "<-> java",
    'java "quoted" \'single\' $1 $$',
    "a".repeat(200),
    "a ".repeat(100),
    "😀".repeat(200),
    "\ufdfa".repeat(200),
    "cafe\u0301\u0301\u0301\u0327",
    "مهندس البرمجيات",
    "données café ß Ø",
    "\u202ejava\u202c",
  ])("answers hostile text without an error: %s", async (text) => {
    const { edges } = (await ask(database, QUERY, { text })).data.search;
    expect(Array.isArray(edges)).toBe(true);
  });

  it("takes LIKE's and tsquery's signs for what they are", async () => {
    expect((await hits("100%_sure\\"))[0]).toMatchObject({ score: 1, matchedLabel: "100%_sure\\" });
    expect(await names("%")).toEqual([]);
    expect(await names("J_va")).not.toContain("JavaScript");
  });

  it.each([
    ["an empty text", ""],
    ["spaces", "   "],
    ["201 characters", "a".repeat(201)],
    ["U+0000", "a\0"],
  ])("refuses %s with the path", async (_what, text) => {
    const { errors } = await ask(database, QUERY, { text });
    expect(errors[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      fields: [{ path: "text" }],
    });
  });

  it("pages through all hits once, in one order", async () => {
    const all = await hits("e", "first: 100");
    expect(all.length).toBeGreaterThan(1);
    const seen: string[] = [];
    let after = "";
    for (let page = 0; page < 10; page++) {
      const { search } = (
        await ask(
          database,
          `{ search(text: "e", first: 1 ${after}) { totalCount nodes { name } pageInfo { hasNextPage hasPreviousPage endCursor } } }`,
        )
      ).data;
      expect(search.totalCount).toBe(all.length);
      expect(search.pageInfo.hasPreviousPage).toBe(after !== "");
      seen.push(...search.nodes.map(({ name }: { name: string }) => name));
      if (!search.pageInfo.hasNextPage) break;
      after = `after: "${search.pageInfo.endCursor}"`;
    }
    expect(seen).toEqual(all.map(({ node }) => node.name));
  });

  it("counts without giving any, and refuses other pages and cursors", async () => {
    const counted = await ask(
      database,
      '{ search(text: "java", first: 0) { totalCount nodes { id } pageInfo { hasNextPage } } }',
    );
    expect(counted.data.search).toEqual({
      totalCount: 3,
      nodes: [],
      pageInfo: { hasNextPage: true },
    });
    for (const [args, path] of [
      ["first: 101", "first"],
      ["first: -1", "first"],
      ['after: "x"', "after"],
    ]) {
      const { errors } = await ask(database, `{ search(text: "java", ${args}) { totalCount } }`);
      expect(errors[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path }] });
    }
  });

  it("sends one statement, the nodes included", async () => {
    for (const text of ["java", "kuberntes", "nothing of the kind", "?"]) {
      const { statements, errors } = await ask(database, QUERY, { text });
      expect(errors).toEqual([]);
      expect(statements).toHaveLength(1);
    }
  });
});

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
    ].sort((a, b) => DE_ORDER.indexOf(a) - DE_ORDER.indexOf(b)));
  });

  const DE_ORDER = [
    "Design of APIs",
    "Backend developer",
    "Software developer",
    "Object-oriented design in Java",
  ];

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

describe("words of labels", () => {
  it("are split by the database as by the program", async () => {
    const symbols = Array.from({ length: 0x3100 }, (_, code) => code + 1)
      .filter((code) => code < 0xd800)
      .map((code) => `a${String.fromCodePoint(code)}b`);
    const texts = [...symbols, "node.js", "c++ c#", " x  y ", "ци/цд", "😀 a", "", "x".repeat(600)];
    const reader = database.reader();
    const rows = await reader.query<{ words: string[]; squeezed: string }>(
      `SELECT tsvector_to_array(label_words(t.text)) AS words, label_squeezed(t.text) AS squeezed
         FROM unnest($1::text[]) WITH ORDINALITY t (text, place) ORDER BY t.place`,
      [texts],
    );
    await reader.close();
    const expected = texts.map((text) => {
      const start = [...text].slice(0, 500).join("");
      return { words: wordsOf(start).sort(), squeezed: squeeze(start) };
    });
    expect(rows.map((row) => ({ ...row, words: [...row.words].sort() }))).toEqual(expected);
  });

  it("are counted as labels come, change and go", async () => {
    await withLabels([["SKILL", "Yak care", "PREFERRED", "Yak care yak"]], async () => {
      expect(await countsOf("yak", "care", "gnu")).toEqual({ yak: 1, care: 1 });
      await database.transaction((tx) =>
        tx.query("UPDATE label SET text = 'Gnu care', folded = 'gnu care' WHERE folded = $1", [
          "yak care yak",
        ]),
      );
      expect(await countsOf("yak", "care", "gnu")).toEqual({ care: 1, gnu: 1 });
    });
    expect(await countsOf("yak", "care", "gnu")).toEqual({});
  });

  async function countsOf(...words: string[]): Promise<Record<string, number>> {
    const reader = database.reader();
    const rows = await reader.query<{ word: string; label_count: number }>(
      "SELECT w.word, w.label_count FROM label_word w WHERE w.word = ANY ($1::text[]) AND w.label_count <> 0 ORDER BY w.word",
      [words],
    );
    await reader.close();
    return Object.fromEntries(rows.map((row) => [row.word, row.label_count]));
  }
});

const QUERY = "query ($text: String!) { search(text: $text) { edges { score node { id slug } } } }";

/** Runs `work` while nodes with one label each are there, beside the others. */
async function withLabels(
  labels: readonly (readonly [NodeKind, string, string, string])[],
  work: () => Promise<void>,
): Promise<void> {
  await database.transaction(async (tx) => {
    for (const [nodeKind, name, kind, text] of labels) {
      const node_id = await insertNode(tx, nodeKind, slugOf(name), { name, sort_name: fold(name) });
      const columns = { node_id, node_kind: nodeKind, locale: "en", kind, text };
      await insertRow(tx, "label", { ...columns, folded: fold(text) });
    }
  });
  try {
    await work();
  } finally {
    await database.transaction((tx) =>
      tx.query("DELETE FROM node n WHERE n.name = ANY ($1::text[])", [
        labels.map(([, name]) => name),
      ]),
    );
  }
}
