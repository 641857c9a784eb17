import type { Database } from "../../database/database";
import type { Identities } from "../../merge/identity/overrides";
import { keyId } from "../../merge/ids";
import { openEmptyGraph } from "../../testing/starter-graph";
import { readAllRows } from "../../testing/table-rows";
import { curateTechnologies, technologyOf } from "../testing/curated-technologies";
import { globalId } from "../testing/global-ids";
import { importInto, rowsOf } from "../testing/import-into";
import { alias, type End, madeNode, madeSource } from "../testing/made-source";
import { listJoins } from "./list-joins";

let database: Database;
beforeAll(async () => {
  database = await openEmptyGraph();
  await curateTechnologies(database);
});
afterAll(() => database.close());

const technology = (slug: string) => technologyOf(database, slug);

const JS: End = ["TECHNOLOGY", "1"];
const icons = (version = "1") =>
  madeSource("icons", {
    version,
    nodes: [
      madeNode(JS, "Javascript", {
        fields: { technology_kind: "TOOL", vendor: "Ecma" },
        labels: [alias("ECMAScript")],
      }),
      madeNode(["TECHNOLOGY", "2"], "golang", { concept: null }),
      madeNode(["TECHNOLOGY", "3"], "C#", { concept: { uri: "https://icons.example/c-sharp" } }),
      madeNode(["TECHNOLOGY", "4"], "C", { concept: null }),
    ],
    onLinks: (sink) => sink.row("aliases", sink.idOf(...JS), 3),
  });

describe("a technology that the graph has", () => {
  it("is one node, which keeps its curated values and takes others", async () => {
    const { summary, report } = await importInto(database, icons());
    expect(summary).toMatchObject({ joined: 2, ambiguous: 0 });
    const joined = [...(report.joined ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(joined).toEqual([
      {
        ...{ scheme: "ICONS", name: "Javascript", into: globalId("TECHNOLOGY", "javascript") },
        ...{ by: "name", confidence: expect.any(Number) },
      },
      {
        ...{ scheme: "ICONS", name: "golang", into: globalId("TECHNOLOGY", "go") },
        ...{ by: "alias", confidence: expect.any(Number) },
      },
    ]);
    const [{ confidence }] = joined;
    expect(confidence).toBeGreaterThan(0.5);
    expect(await technology("javascript")).toEqual({
      id: expect.any(String),
      ...{ name: "JavaScript", kind: "LANGUAGE", vendor: "Ecma", status: "ACTIVE", homepage: null },
      mappings: {
        edges: [
          {
            ...{ matchType: "EXACT", confidence, origin: "IMPORTED" },
            node: { scheme: "ICONS", code: "1", uri: null },
            assertions: {
              nodes: [
                {
                  qualifiers: [
                    { name: "joined by", text: "name" },
                    { name: "joined name", text: "Javascript" },
                  ],
                },
              ],
            },
          },
        ],
      },
    });
  });

  it("is mapped with how it was found, even where the key is no public code", async () => {
    const [{ node, assertions }] = (await technology("go")).mappings.edges;
    expect(node).toEqual({ scheme: "ICONS", code: "2", uri: null });
    expect(assertions.nodes[0].qualifiers).toEqual([
      { name: "joined by", text: "alias" },
      { name: "joined name", text: "golang" },
    ]);
  });

  it("is not one whose name has other signs", async () => {
    const sharp = await technology("c-sharp");
    expect(sharp.mappings.edges).toEqual([
      {
        ...{ matchType: "EXACT", confidence: 1, origin: "IMPORTED" },
        node: { scheme: "ICONS", code: null, uri: "https://icons.example/c-sharp" },
        assertions: { nodes: [{ qualifiers: [] }] },
      },
    ]);
    expect((await technology("c")).mappings.edges).toEqual([]);
    expect((await technology("cpp")).mappings.edges).toEqual([]);
  });

  it("stays joined as it is when the source comes again", async () => {
    const rows = await readAllRows(database);
    const { summary, report } = await importInto(database, icons());
    expect(await readAllRows(database)).toEqual(rows);
    expect(summary).toMatchObject({ changed: false, joined: 0 });
    expect(rowsOf(summary)).toEqual({ nodes: "4 = 0 + 0 + 4 + 0", aliases: "3 = 0 + 0 + 3 + 0" });
    expect(report.joined).toBeUndefined();

    const before = await technology("javascript");
    await importInto(database, icons("2"));
    expect(await technology("javascript")).toEqual(before);
  });

  it("is listed among the joins", async () => {
    const reader = database.reader();
    const joins = await listJoins(reader, "ICONS");
    expect(await listJoins(reader, null)).toEqual(joins);
    expect(await listJoins(reader, "ESCO")).toEqual([]);
    await reader.close();
    expect(joins).toEqual([
      {
        ...{ kind: "TECHNOLOGY", slug: "go", name: "Go", scheme: "ICONS", key: "2" },
        ...{ joinedBy: "alias", joinedName: "golang", confidence: expect.any(Number) },
      },
      {
        ...{
          kind: "TECHNOLOGY",
          slug: "javascript",
          name: "JavaScript",
          scheme: "ICONS",
          key: "1",
        },
        ...{ joinedBy: "name", joinedName: "Javascript", confidence: expect.any(Number) },
      },
    ]);
  });

  it("is parted again by a decision, and the node of its own has the id of its key", async () => {
    const apart: Identities = {
      same: [],
      apart: [{ kind: "TECHNOLOGY", scheme: "ICONS", key: "1", node: { slug: "javascript" } }],
    };
    const { summary } = await importInto(database, icons("2"), { identities: apart });
    expect(summary).toMatchObject({ changed: true, joined: 0 });
    expect(await technology("javascript")).toMatchObject({ vendor: null, mappings: { edges: [] } });
    const own = await technology("javascript-icons");
    expect(own).toMatchObject({ name: "Javascript", vendor: "Ecma", status: "ACTIVE" });
    expect(own.mappings.edges).toMatchObject([{ confidence: 1, node: { code: "1" } }]);
    const [row] = await database.dataSource.query(
      "SELECT id FROM node WHERE slug = 'javascript-icons'",
    );
    expect(row).toEqual({ id: keyId("TECHNOLOGY", "ICONS", "1") });
  });
});
