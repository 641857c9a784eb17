import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Database } from "../database/database";
import { ask } from "../testing/ask";
import { openStarterGraph } from "../testing/starter-graph";

/** Words of a text and what they name, as `t/java` or `s/debugging`, written as one line. */
type Mark = `${number}-${number} ${string} ${string}`;

interface LabelledText {
  readonly title: string;
  readonly text: string;
  readonly marks: ReadonlySet<Mark>;
}

const TEXTS = (
  parse(readFileSync(join(__dirname, "testing", "labelled-texts.yaml"), "utf8")) as {
    title: string;
    text: string;
  }[]
).map(({ title, text }) => ({ title, ...readMarks(text) }));

/** Takes the marks out of a text: `[words](t/slug)`, `[words](s/slug,t/slug)`. */
function readMarks(marked: string): Omit<LabelledText, "title"> {
  const marks = new Set<Mark>();
  let text = "";
  for (const [, before = "", words, names = ""] of marked.matchAll(
    /(.*?)(?:\[([^\]]+)\]\(((?:[st]\/[a-z0-9-]+,?)+)\)|$)/gs,
  )) {
    text += before;
    if (words === undefined) continue;
    for (const name of names.split(",")) marks.add(toMark(text.length, words, name));
    text += words;
  }
  return { text, marks };
}

function toMark(start: number, words: string, name: string): Mark {
  return `${start}-${start + words.length} ${name} ${JSON.stringify(words)}`;
}

let database: Database;
beforeAll(async () => {
  database = await openStarterGraph();
}, 60_000);
afterAll(() => database.close());

const QUERY = `query ($text: String!) {
  extractSkills(text: $text, first: 100) {
    edges { node { __typename slug } mentions { start end } }
  }
}`;

async function marksFoundIn(text: string): Promise<Set<Mark>> {
  const { data, errors } = await ask(database, QUERY, { text });
  expect(errors).toEqual([]);
  const edges: {
    node: { __typename: string; slug: string };
    mentions: { start: number; end: number }[];
  }[] = data.extractSkills.edges;
  return new Set(
    edges.flatMap(({ node, mentions }) =>
      mentions.map(({ start, end }) =>
        toMark(
          start,
          text.slice(start, end),
          `${node.__typename === "Skill" ? "s" : "t"}/${node.slug}`,
        ),
      ),
    ),
  );
}

it("has 20 texts, marked with skills and technologies of the starter graph", async () => {
  expect(TEXTS).toHaveLength(20);
  const names = new Set(
    TEXTS.flatMap(({ marks }) => [...marks].map((mark) => mark.split(" ")[1] as string)),
  );
  const reader = database.reader();
  const known = await reader.query<{ name: string }>(
    `SELECT CASE n.kind WHEN 'SKILL' THEN 's/' ELSE 't/' END || n.slug AS name
       FROM node n WHERE n.kind IN ('SKILL', 'TECHNOLOGY') AND n.status = 'ACTIVE'`,
  );
  await reader.close();
  const all = new Set(known.map(({ name }) => name));
  expect([...names].filter((name) => !all.has(name))).toEqual([]);
});

it("finds what people would mark, with precision of at least 0.9 and recall of at least 0.85", async () => {
  let marked = 0;
  let found = 0;
  let right = 0;
  const notes: string[] = [];
  for (const { title, text, marks } of TEXTS) {
    const answer = await marksFoundIn(text);
    marked += marks.size;
    found += answer.size;
    right += [...answer].filter((mark) => marks.has(mark)).length;
    for (const mark of answer) if (!marks.has(mark)) notes.push(`${title}: wrong ${mark}`);
    for (const mark of marks) if (!answer.has(mark)) notes.push(`${title}: missed ${mark}`);
  }
  const precision = right / found;
  const recall = right / marked;
  process.stdout.write(
    [
      `extractSkills: ${TEXTS.length} texts, ${marked} marks, ${found} found, ${right} of them right:`,
      `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
      ...notes.map((note) => `  ${note}`),
      "",
    ].join("\n"),
  );
  expect(precision).toBeGreaterThanOrEqual(0.9);
  expect(recall).toBeGreaterThanOrEqual(0.85);
});
