import type { Database } from "../../database/database";
import { dataOf } from "../../testing/read-all";
import { openEmptyGraph } from "../../testing/starter-graph";
import { merge, TestSource } from "../../testing/test-source";
import { type Imported, importInto, rowsOf } from "../testing/import-into";
import { type End, type MadeLink, madeLink, madeNode, madeSource } from "../testing/made-source";

const KEYS = ["baking", "frying", "cooking", "grilling"];

let database: Database;
beforeAll(async () => {
  database = await openEmptyGraph();
});
afterAll(() => database.close());

/** Skills of a test's own, named after it, and sources that link them. */
function kitchen(test: string) {
  const name = (key: string): End => ["SKILL", `${test}-${key}`];
  const links =
    (kind: MadeLink["kind"]) =>
    (from: string, to: string, requirement?: string): MadeLink =>
      madeLink(kind, name(from), name(to), requirement ? { requirement } : {});
  return {
    name,
    under: links("BROADER"),
    needs: links("PREREQUISITE"),
    /** Skills are joined by their preferred names: what two sources call the same is one node. */
    source: (scheme: string, ...given: readonly MadeLink[]) =>
      madeSource(`${test}-${scheme}`, {
        nodes: KEYS.map((key) => madeNode(name(key))),
        links: given,
      }),
    /** What the graph shows, as `narrower > broader`. */
    async links(field = "broader"): Promise<string[]> {
      const { skills } = await dataOf(
        database,
        `{ skills(first: 100) { nodes { slug ${field} { nodes { ... on Node { slug } } } } } }`,
      );
      return skills.nodes.flatMap((skill: Record<string, unknown>) =>
        (skill[field] as { nodes: { slug: string }[] }).nodes
          .map(({ slug }) => `${skill.slug} > ${slug}`)
          .filter((link) => link.startsWith(test))
          .map((link) => link.replaceAll(`${test}-`, "")),
      );
    },
  };
}

const problems = ({ report }: Imported) =>
  (report.skipped ?? []).map(({ reason, line }) => `${reason} ${line}`);

it("refuses the rows of a source that close a cycle, with their places, and takes the rest", async () => {
  const { source, under, links } = kitchen("own");
  const { summary, report } = await importInto(
    database,
    source(
      "one",
      under("baking", "cooking"),
      under("cooking", "frying"),
      under("frying", "baking"),
    ),
  );
  expect(rowsOf(summary)).toEqual({ nodes: "4 = 4 + 0 + 0 + 0", links: "3 = 2 + 0 + 0 + 1" });
  expect(report.skipped).toEqual([
    {
      ...{ reason: "CYCLE", entity: "links", file: "made.csv", line: 4 },
      row: ["own-frying", "own-baking"],
    },
  ]);
  expect(await links()).toEqual(["baking > cooking", "cooking > frying"]);
});

it("refuses what closes a cycle with what others state, and leaves that alone", async () => {
  const { source, under, links } = kitchen("two");
  await importInto(database, source("one", under("baking", "cooking"), under("cooking", "frying")));
  const two = source("two", under("frying", "baking"), under("grilling", "baking"));
  const first = await importInto(database, two);
  expect(first.summary.joined).toBe(4);
  expect(problems(first)).toEqual(["CYCLE 2"]);
  expect(await links()).toEqual(["baking > cooking", "cooking > frying", "grilling > baking"]);

  // The second time, too, until the other source says less.
  const second = await importInto(database, two);
  expect(second.summary.changed).toBe(false);
  expect(rowsOf(second.summary).links).toBe("2 = 0 + 0 + 1 + 1");
  await importInto(database, source("one", under("cooking", "frying")));
  const third = await importInto(database, two);
  expect(rowsOf(third.summary).links).toBe("2 = 1 + 0 + 1 + 0");
  expect(await links()).toEqual(["cooking > frying", "frying > baking", "grilling > baking"]);
});

it("lets a source turn its own hierarchy round", async () => {
  const { source, under, links } = kitchen("turn");
  await importInto(database, source("one", under("baking", "cooking"), under("cooking", "frying")));
  const turned = source("one", under("frying", "cooking"), under("cooking", "baking"));
  expect(problems(await importInto(database, turned))).toEqual([]);
  expect(await links()).toEqual(["cooking > baking", "frying > cooking"]);
});

it("refuses essential prerequisites in a circle, and takes recommended ones", async () => {
  const { source, needs, links } = kitchen("need");
  await importInto(database, source("one", needs("baking", "frying", "ESSENTIAL")));
  const two = source(
    "two",
    needs("frying", "baking", "ESSENTIAL"),
    needs("cooking", "grilling", "OPTIONAL"),
    needs("grilling", "cooking", "OPTIONAL"),
  );
  expect(problems(await importInto(database, two))).toEqual(["CYCLE 2"]);
  expect(await links("prerequisites")).toEqual([
    "baking > frying",
    "cooking > grilling",
    "grilling > cooking",
  ]);
});

it("refuses a link between two keys that turned out to be one thing", async () => {
  const { source, under, links } = kitchen("same");
  const curated = new TestSource("curated");
  await merge(database, curated, curated.node("SKILL", "same-cookery"));
  const same = ["same-baking", "same-cooking"].map(
    (key) => ({ kind: "SKILL", scheme: "SAME-ONE", key, node: { slug: "same-cookery" } }) as const,
  );
  const imported = await importInto(
    database,
    source(
      "one",
      under("baking", "cooking"),
      under("frying", "cooking"),
      under("frying", "baking"),
    ),
    { identities: { same, apart: [] } },
  );
  expect(problems(imported)).toEqual(["SELF_RELATION 2", "DUPLICATE_ROW 4"]);
  expect(await links()).toEqual(["frying > cookery"]);
});
