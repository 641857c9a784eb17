import type { Database } from "../database/database";
import { identify } from "../testing/identify";
import { openEmptyGraph } from "../testing/starter-graph";
import { deleteAllRows, readAllRows } from "../testing/table-rows";
import { merge, TestSource } from "../testing/test-source";
import type { Identity } from "./identity/overrides";
import type { LabelRecord } from "./records";

const curated = new TestSource("curated");
const topics = new TestSource("topics", "IMPORTED");
const icons = new TestSource("icons", "IMPORTED");
const NOTHING = { known: [], joined: [], ambiguous: [] };

let database: Database;

beforeAll(async () => {
  database = await openEmptyGraph();
});
afterEach(() => deleteAllRows(database));
afterAll(() => database.close());

const technology = (source: TestSource, key: string, ...aliases: readonly string[]) =>
  source.found("TECHNOLOGY", key, {
    labels: [label(key, "PREFERRED"), ...aliases.map((alias) => label(alias, "ALTERNATIVE"))],
  });

it("joins what has the name of a node that the graph has, and knows it by its key from then on", async () => {
  await merge(database, curated, technology(curated, "Node.js"), technology(curated, "C"));
  const batch = [technology(topics, "nodejs", "Node runtime"), technology(topics, "C#")];
  expect(await identify(database, topics, batch)).toEqual({
    known: [],
    joined: ["NAME: nodejs -> node-js"],
    ambiguous: [],
    changed: true,
  });
  const before = await readAllRows(database);
  const again = { ...NOTHING, known: ["nodejs -> node-js"], changed: false };
  expect(await identify(database, topics, batch)).toEqual(again);
  expect(await readAllRows(database)).toEqual(before);

  // By the key, whatever the names say by now.
  const renamed = { ...technology(topics, "Something else"), ...keyOf(topics, "nodejs") };
  expect(await identify(database, topics, [renamed])).toEqual({ ...again, changed: true });
  expect(await labelsOf("node-js")).toEqual(["Node.js", "Something else"]);

  // Anew once its source had left it.
  await merge(database, topics);
  expect(await identify(database, topics, batch)).toMatchObject({
    joined: ["NAME: nodejs -> node-js"],
  });
});

it("finds the name in what other sources call the node", async () => {
  await merge(database, curated, technology(curated, "Go", "Golang"));
  expect(await identify(database, topics, [technology(topics, "golang")])).toMatchObject({
    joined: ["ALIAS: golang -> go"],
  });
  // Two names that meet are enough where an imported source gave one of them.
  await merge(database, topics, technology(topics, "PostgreSQL", "Postgres", "pgsql"));
  const icon = technology(icons, "Postgres", "pgsql");
  expect(await identify(database, icons, [icon])).toMatchObject({
    joined: ["ALIAS: Postgres -> postgresql"],
  });
});

it("joins skills by their names in a language, and no kind that names do not tell apart", async () => {
  await merge(database, curated, curated.found("SKILL", "Baking"), curated.found("ROLE", "Baker"));
  const batch = [
    topics.found("SKILL", "baking"),
    topics.found("ROLE", "Baker"),
    topics.found("TECHNOLOGY", "Baking"),
  ];
  expect(await identify(database, topics, batch)).toMatchObject({
    joined: ["NAME: baking -> baking"],
    ambiguous: [],
  });
});

it("joins nothing where more than one node fits, and says so once", async () => {
  await merge(database, curated, technology(curated, "Atom"), technology(curated, "ATOM."));
  const batch = [technology(icons, "atom")];
  expect(await identify(database, icons, batch)).toEqual({
    known: [],
    joined: [],
    ambiguous: ["atom: atom, atom-curated"],
    changed: true,
  });
  expect(await identify(database, icons, batch)).toEqual({ ...NOTHING, changed: false });
});

it("joins none of two keys of a source that fit the same node, nor one where it has a key already", async () => {
  await merge(database, curated, technology(curated, "Atom"));
  const [one, other] = [technology(topics, "atom"), technology(topics, "ATOM")];
  expect(await identify(database, topics, [one, other])).toMatchObject({
    joined: [],
    ambiguous: ["ATOM: atom", "atom: atom"],
  });
  await merge(database, topics);
  await identify(database, icons, [technology(icons, "atom")]);
  expect(
    await identify(database, icons, [technology(icons, "atom"), technology(icons, "ATOM")]),
  ).toMatchObject({ known: ["atom -> atom"], joined: [], ambiguous: ["ATOM: atom"] });
});

it("joins nothing to a node that is out of use", async () => {
  await merge(database, curated, technology(curated, "Atom"));
  await merge(database, curated);
  expect(await identify(database, topics, [technology(topics, "atom")])).toEqual({
    ...NOTHING,
    changed: true,
  });
});

describe("a decision", () => {
  const decide = (key: string, node: Identity["node"], scheme = "topics"): Identity => ({
    kind: "TECHNOLOGY",
    scheme,
    key,
    node,
  });

  it("joins what names would not, with a node of the graph, of another source, or of the same batch", async () => {
    await merge(database, curated, technology(curated, "Kubernetes"));
    await merge(database, icons, technology(icons, "Helm"));
    const same = [
      decide("k8s", { slug: "kubernetes" }),
      decide("charts", { scheme: "icons", key: "Helm" }),
      decide("k3s light", { scheme: "topics", key: "k3s" }),
    ];
    const batch = ["k8s", "charts", "k3s light", "k3s"].map((key) => technology(topics, key));
    expect(await identify(database, topics, batch, { same })).toMatchObject({
      joined: [
        "OVERRIDE: charts -> helm",
        "OVERRIDE: k3s light -> k3s",
        "OVERRIDE: k8s -> kubernetes",
      ],
    });
    expect(await identify(database, topics, batch, { same })).toEqual({
      known: ["charts -> helm", "k3s light -> k3s", "k8s -> kubernetes"],
      joined: [],
      ambiguous: [],
      changed: false,
    });
  });

  it("about two keys of one source moves the one that it is about, also when it comes later", async () => {
    const batch = ["k3s light", "k3s"].map((key) => technology(topics, key));
    await identify(database, topics, batch);
    // By its name the other one could go elsewhere; it is not asked again.
    const apart = [decide("K3S", null, "curated")];
    await identify(database, curated, [technology(curated, "K3S")], { apart });
    const same = [decide("k3s light", { scheme: "topics", key: "k3s" })];
    expect(await identify(database, topics, batch, { same })).toMatchObject({
      joined: ["OVERRIDE: k3s light -> k3s"],
    });
    expect(await labelsOf("k3s")).toEqual(["k3s", "k3s light"]);
  });

  it("wins over names, and leaves it to them while its node is not there", async () => {
    await merge(database, curated, technology(curated, "Atom"), technology(curated, "Pulsar"));
    const batch = [technology(topics, "atom")];
    const absent = { same: [decide("atom", { slug: "nowhere" })] };
    expect(await identify(database, topics, batch, absent)).toMatchObject({
      joined: ["NAME: atom -> atom"],
    });
    expect(await identify(database, topics, batch, absent)).toMatchObject({ changed: false });
    const other = { same: [decide("atom", { slug: "pulsar" })] };
    expect(await identify(database, topics, batch, other)).toMatchObject({
      joined: ["OVERRIDE: atom -> pulsar"],
    });
    expect(await identify(database, topics, batch, other)).toMatchObject({
      known: ["atom -> pulsar"],
      changed: false,
    });
  });

  it("about two keys holds whichever source is imported after it was made", async () => {
    const [topic, icon] = [technology(topics, "k8s"), technology(icons, "Kubernetes")];
    for (const key of ["k8s", "Kubernetes"]) {
      await merge(database, topics, topic);
      await merge(database, icons, icon);
      const same =
        key === "k8s"
          ? [decide("k8s", { scheme: "icons", key: "Kubernetes" })]
          : [decide("Kubernetes", { scheme: "topics", key: "k8s" }, "icons")];
      expect(await identify(database, topics, [topic], { same })).toMatchObject({
        joined: ["OVERRIDE: k8s -> kubernetes"],
      });
      expect(await identify(database, icons, [icon], { same })).toEqual({
        ...NOTHING,
        changed: false,
      });
      await deleteAllRows(database);
    }
  });

  it("keeps apart what names would join, and lets the key join another node", async () => {
    await merge(database, curated, technology(curated, "Atom"));
    const batch = [technology(topics, "atom")];
    const apart = [decide("atom", { slug: "atom" })];
    expect(await identify(database, topics, batch, { apart })).toEqual({
      ...NOTHING,
      changed: true,
    });
    expect(await identify(database, topics, batch, { apart })).toMatchObject({ changed: false });

    await deleteAllRows(database);
    await merge(database, curated, technology(curated, "Atom"), technology(curated, "ATOM."));
    const joined = { joined: ["NAME: atom -> atom-curated"], ambiguous: [] };
    expect(await identify(database, topics, batch, { apart })).toMatchObject(joined);
    // It is with the node that it may be with: nothing to look at anew.
    expect(await identify(database, topics, batch, { apart })).toMatchObject({
      known: ["atom -> atom-curated"],
      changed: false,
    });
  });

  it("takes a key off a node that it names by the node's own key", async () => {
    await merge(database, icons, technology(icons, "Atom"));
    const batch = [technology(topics, "atom")];
    expect(await identify(database, topics, batch)).toMatchObject({
      joined: ["NAME: atom -> atom"],
    });
    const apart = [decide("Atom", { scheme: "topics", key: "atom" }, "icons")];
    expect(await identify(database, topics, batch, { apart })).toEqual({
      ...NOTHING,
      changed: true,
    });
    expect(await labelsOf("atom")).toEqual(["Atom"]);
    expect(await labelsOf("atom-topics")).toEqual(["atom"]);
  });
});

function label(text: string, kind: `${LabelRecord["kind"]}`): LabelRecord {
  return { text, kind, locale: "en" } as LabelRecord;
}

function keyOf(source: TestSource, key: string) {
  const { id, keys } = source.found("TECHNOLOGY", key);
  return { id, keys };
}

async function labelsOf(slug: string): Promise<string[]> {
  const rows = await database.dataSource.query<{ text: string }[]>(
    "SELECT l.text FROM label l JOIN node n ON n.id = l.node_id WHERE n.slug = $1",
    [slug],
  );
  return rows.map(({ text }) => text).sort();
}
