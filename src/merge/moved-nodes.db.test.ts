import type { Database } from "../database/database";
import { openEmptyGraph } from "../testing/starter-graph";
import { deleteAllRows, readAllRows } from "../testing/table-rows";
import { merge, mergeDecided, TestSource } from "../testing/test-source";
import type { Identities, Identity } from "./identity/overrides";
import type { NodeRecord } from "./records";

const curated = new TestSource("curated");
const linguist = new TestSource("linguist", "IMPORTED");
const icons = new TestSource("icons", "IMPORTED");

const NODE_JS = linguist.idOf("TECHNOLOGY", "Nodejs runtime");
const OURS = curated.idOf("TECHNOLOGY", "Node");

/** Nothing in the names says that the two are the same: somebody decides it. */
const decision: Identity = {
  kind: "TECHNOLOGY",
  scheme: "linguist",
  key: "Nodejs runtime",
  node: { slug: "node" },
};
const JOINED: Identities = { same: [decision], apart: [] };
const APART: Identities = { same: [], apart: [decision] };

let database: Database;

beforeAll(async () => {
  database = await openEmptyGraph();
});
afterEach(() => deleteAllRows(database));
afterAll(() => database.close());

const loadCurated = () =>
  merge(database, curated, curated.found("TECHNOLOGY", "Node", { branch: "server" }));
const runtime = (fields = {}) =>
  linguist.found("TECHNOLOGY", "Nodejs runtime", { vendor: "OpenJS", ...fields });
const loadLinguist = (identities?: Identities) =>
  identities
    ? mergeDecided(database, identities, linguist, runtime())
    : merge(database, linguist, runtime());

it("joins a key that had a node of its own when somebody decides so: the old node goes out of use", async () => {
  await loadCurated();
  await loadLinguist();
  expect(await shown(OURS)).toMatchObject({ vendor: null, branch: "server", status: "ACTIVE" });
  expect(await shown(NODE_JS)).toMatchObject({ vendor: "OpenJS", status: "ACTIVE" });

  const { changed } = await loadLinguist(JOINED);
  expect(changed).toBe(true);
  expect(await shown(OURS)).toEqual({
    name: "Node",
    slug: "node",
    vendor: "OpenJS",
    branch: "server",
    status: "ACTIVE",
    labels: ["Node", "Nodejs runtime"],
    keys: ["curated Node", "linguist Nodejs runtime"],
    sources: ["curated", "linguist"],
  });
  expect(await shown(NODE_JS)).toMatchObject({ status: "DEPRECATED", keys: [], sources: [] });
});

it("gives the same as when it was decided before the first import, but for the node out of use", async () => {
  await loadCurated();
  await loadLinguist();
  await loadLinguist(JOINED);
  const later = await shown(OURS);
  await deleteAllRows(database);
  await loadCurated();
  await loadLinguist(JOINED);
  expect(await shown(OURS)).toEqual(later);
  expect(await shown(NODE_JS)).toBeUndefined();
});

it("keeps a key where it was put: without the decision, and when nothing else changes", async () => {
  await loadCurated();
  await loadLinguist(JOINED);
  const before = await readAllRows(database);
  for (const identities of [JOINED, undefined])
    expect(await loadLinguist(identities)).toMatchObject({ changed: false });
  expect(await readAllRows(database)).toEqual(before);
});

it("gives the key its own node again when somebody keeps the two apart", async () => {
  await loadCurated();
  await loadLinguist();
  const before = await readAllRows(database);
  await loadLinguist(JOINED);
  await loadLinguist(APART);
  expect(await shown(OURS)).toMatchObject({
    vendor: null,
    branch: "server",
    labels: ["Node"],
    keys: ["curated Node"],
    sources: ["curated"],
  });
  expect(await shown(NODE_JS)).toMatchObject({
    vendor: "OpenJS",
    slug: "nodejs-runtime",
    status: "ACTIVE",
    labels: ["Nodejs runtime"],
    keys: ["linguist Nodejs runtime"],
    sources: ["linguist"],
  });
  const { content_hash: hashes } = await readAllRows(database);
  expect(hashes).toEqual(before.content_hash);
  expect(await loadLinguist(APART)).toMatchObject({ changed: false });
});

it("makes the key's node when it never had one and is kept apart later", async () => {
  await loadCurated();
  await loadLinguist(JOINED);
  await loadLinguist({ same: [], apart: [{ ...decision, node: null }] });
  expect(await shown(NODE_JS)).toMatchObject({ slug: "nodejs-runtime", vendor: "OpenJS" });
  expect(await shown(OURS)).toMatchObject({ vendor: null, sources: ["curated"] });
});

it("keeps the old node in use while another source states it, with what that one says", async () => {
  await loadCurated();
  await loadLinguist();
  const icon = icons.found("TECHNOLOGY", "Nodejs runtime", { url: "https://icons.example" });
  await merge(database, icons, icon);
  expect(await shown(NODE_JS)).toMatchObject({ sources: ["icons", "linguist"] });
  await loadLinguist(JOINED);
  expect(await shown(NODE_JS)).toMatchObject({
    status: "ACTIVE",
    vendor: null,
    sources: ["icons"],
    keys: ["icons Nodejs runtime"],
  });
});

describe("roles that several keys stand for", () => {
  const ours = curated.found("ROLE", "Developer");
  const coder = curated.node("ROLE", "coder");
  const developer = linguist.found("ROLE", "Software developer");
  const outdated = (key: string, successor: string) =>
    linguist.found("ROLE", key, { status: "DEPRECATED", replaced_by_id: successor });
  const same = ["Software developer", "Programmer"].map((key) => ({
    kind: "ROLE" as const,
    scheme: "linguist",
    key,
    node: { slug: "developer" },
  }));
  const loadRoles = (...roles: NodeRecord[]) =>
    mergeDecided(database, { same, apart: [] }, linguist, ...roles);
  const use = async () => {
    const [row] = await database.dataSource.query(
      "SELECT status, replaced_by_id AS successor FROM node WHERE id = $1",
      [ours.id],
    );
    return row;
  };

  it("are the roles that joined nodes say they belong to or are replaced by", async () => {
    const senior = curated.node("CAREER_LEVEL", "senior");
    await merge(database, curated, ours, senior);
    const level = linguist.found("ROLE_LEVEL", "Senior developer", {
      role_id: developer.id,
      career_level_id: senior.id,
    });
    const old = outdated("Hacker", developer.id);
    await loadRoles(developer, level, old);
    const [row] = await database.dataSource.query(
      "SELECT l.role_id AS role, o.replaced_by_id AS successor FROM node l, node o WHERE l.id = $1 AND o.id = $2",
      [level.id, old.id],
    );
    expect(row).toEqual({ role: ours.id, successor: ours.id });
  });

  it("stay in use when a weaker source gives them up, and go with the last one", async () => {
    await merge(database, curated, ours, coder);
    await loadRoles(outdated("Programmer", coder.id));
    expect(await use()).toEqual({ status: "ACTIVE", successor: null });
    await merge(database, curated, coder);
    expect(await use()).toEqual({ status: "DEPRECATED", successor: coder.id });
  });

  it("stay in use when a source gives one of its keys up, and are not replaced by themselves", async () => {
    await merge(database, curated, ours, coder);
    await loadRoles(developer, outdated("Programmer", developer.id));
    await merge(database, curated, coder);
    expect(await use()).toEqual({ status: "ACTIVE", successor: null });
    const given = linguist.found("ROLE", "Software developer", { status: "DEPRECATED" });
    await loadRoles(given, outdated("Programmer", developer.id));
    expect(await use()).toEqual({ status: "DEPRECATED", successor: null });
  });
});

/** What the graph shows of a node, and who states it under which keys. */
async function shown(id: string): Promise<Record<string, unknown> | undefined> {
  const [row] = await database.dataSource.query(
    `SELECT n.name, n.slug, n.vendor, n.branch, n.status,
            ARRAY(SELECT l.text FROM label l WHERE l.node_id = n.id ORDER BY 1) AS labels,
            ARRAY(SELECT k.scheme || ' ' || k.key FROM node_key k WHERE k.node_id = n.id ORDER BY 1) AS keys,
            ARRAY(SELECT s.slug::text FROM assertion a JOIN node s ON s.id = a.source_id WHERE a.node_id = n.id ORDER BY 1) AS sources
       FROM node n WHERE n.id = $1`,
    [id],
  );
  return row;
}
