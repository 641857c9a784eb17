import type { Database } from "../database/database";
import { fold } from "../shared/fold";
import { openEmptyGraph } from "../testing/starter-graph";
import { deleteAllRows } from "../testing/table-rows";
import { merge, TestSource } from "../testing/test-source";
import type { LabelRecord } from "./records";

const curated = new TestSource("curated");
const imported = new TestSource("imported", "IMPORTED");
const BAKING = ["SKILL", "baking"] as const;

let database: Database;

beforeAll(async () => {
  database = await openEmptyGraph();
});
afterEach(() => deleteAllRows(database));
afterAll(() => database.close());

const label = (text: string, kind: `${LabelRecord["kind"]}` = "PREFERRED", locale = "en") =>
  ({ text, kind, locale }) as LabelRecord;

it("shows the same names whatever the order in which a source lists them", async () => {
  const labels = [
    label("bake", "HIDDEN"),
    label("baking"),
    label("bread making", "ALTERNATIVE"),
    label("backen", "PREFERRED", "de"),
    // Again as something less: it stays what it is.
    label("baking", "HIDDEN"),
    label("bread making", "HIDDEN"),
  ];
  const seen: unknown[] = [];
  for (const order of [
    labels,
    [...labels].reverse(),
    [...labels.slice(3), ...labels.slice(0, 3)],
  ]) {
    await merge(database, curated, curated.node(...BAKING, { labels: order }));
    seen.push(await shown());
    await deleteAllRows(database);
  }
  const expected = {
    name: "baking en",
    labels: [
      "de PREFERRED backen",
      "en ALTERNATIVE bread making",
      "en HIDDEN bake",
      "en PREFERRED baking",
    ],
  };
  expect(seen).toEqual([expected, expected, expected]);
});

it("takes the first in the order of letters of two preferred ones of one source", async () => {
  for (const labels of [
    [label("b"), label("a")],
    [label("a"), label("b")],
  ]) {
    await merge(database, curated, curated.node(...BAKING, { labels }));
    expect(await shown()).toEqual({ name: "a en", labels: ["en ALTERNATIVE b", "en PREFERRED a"] });
  }
});

it("lets two names swap their places, and takes a name of another language when English has none", async () => {
  const say = (...labels: LabelRecord[]) =>
    merge(database, curated, curated.node(...BAKING, { labels }));
  await say(label("a"), label("b", "ALTERNATIVE"), label("c", "PREFERRED", "fr"));
  await say(label("b"), label("a", "ALTERNATIVE"), label("c", "PREFERRED", "fr"));
  expect(await shown()).toMatchObject({
    name: "b en",
    labels: ["en ALTERNATIVE a", "en PREFERRED b", "fr PREFERRED c"],
  });
  await say(
    label("b", "ALTERNATIVE"),
    label("c", "PREFERRED", "fr"),
    label("d", "PREFERRED", "de"),
  );
  expect(await shown()).toMatchObject({ name: "d de" });
});

it("leaves a node as it was that is still stated, but by nobody with a name", async () => {
  const texts = [{ locale: "en", kind: "DESCRIPTION", text: "With heat." }] as never;
  await merge(database, curated, curated.node(...BAKING, { texts, code: "7" }));
  const bare = { ...imported.node(...BAKING), assertions: [imported.says({ url: "https://x" })] };
  await merge(database, imported, bare);
  await merge(database, curated);
  expect(await shown()).toEqual({ name: "baking en", labels: ["en PREFERRED baking"] });
  const [node] = await database.dataSource.query(
    "SELECT n.status, n.description, n.code, n.url, t.text FROM node n JOIN node_text t ON t.node_id = n.id",
  );
  expect(node).toEqual({
    status: "ACTIVE",
    description: "With heat.",
    code: "7",
    url: "https://x",
    text: "With heat.",
  });
  await merge(database, imported);
  expect(await database.dataSource.query("SELECT status FROM node WHERE kind = 'SKILL'")).toEqual([
    { status: "DEPRECATED" },
  ]);
});

it("folds every text as the program does, also where the database does it", async () => {
  const texts = generatedTexts(1_000);
  const [name = "", ...others] = texts;
  const labels = [label(name), ...others.map((text) => label(text, "ALTERNATIVE"))];
  await merge(database, curated, curated.node(...BAKING, { labels }));
  const rows = await foldedLabels();
  expect(rows.length).toBe(1_000);
  expect(rows.filter(({ text, folded }) => folded !== fold(text))).toEqual([]);
  // What other sources keep saying is not folded anew.
  await merge(database, imported, imported.node(...BAKING));
  await merge(database, curated);
  await merge(database, curated, curated.node(...BAKING, { labels: labels.slice(0, 500) }));
  await merge(database, imported);
  const kept = await foldedLabels();
  expect(kept.length).toBe(500);
  expect(kept.filter(({ text, folded }) => folded !== fold(text))).toEqual([]);
});

/** Distinct texts: plain ASCII, with spaces in all places, accents, ligatures, signs and other scripts. */
function generatedTexts(count: number): string[] {
  const ascii = Array.from({ length: 95 }, (_, n) => String.fromCharCode(32 + n));
  const other = [..."äÉßøŁıİæŒñÅﬁ½™®²ΣςДж中日本한עم\u00a0\u200b\u00ad\t\u0301🚀ÞǅK"];
  let state = 42;
  const random = (limit: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
  const texts = new Set<string>();
  while (texts.size < count) {
    const letters = texts.size % 2 === 0 ? ascii : [...ascii, ...other, ...other];
    const text = Array.from({ length: 1 + random(12) }, () => letters[random(letters.length)]);
    texts.add(text.join(""));
  }
  return [...texts];
}

function foldedLabels(): Promise<{ text: string; folded: string }[]> {
  return database.dataSource.query("SELECT text, folded FROM label WHERE node_kind = 'SKILL'");
}

async function shown(): Promise<{ name: string; labels: string[] }> {
  const [node] = await database.dataSource.query<{ name: string }[]>(
    "SELECT name || ' ' || name_locale AS name FROM node WHERE kind = 'SKILL'",
  );
  const rows = await database.dataSource.query<{ label: string }[]>(
    "SELECT locale || ' ' || kind || ' ' || text AS label FROM label WHERE node_kind = 'SKILL'",
  );
  return { name: node?.name ?? "", labels: rows.map((row) => row.label).sort() };
}
