import { existsSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../shared/project-root";
import { RecordingSink } from "../../testing/recording-sink";
import { openInput } from "../input/open-input";
import { CNCF_LANDSCAPE } from "./cncf-landscape";

const DATA = join(PROJECT_ROOT, "../shared/data/cncf-landscape");

(existsSync(DATA) ? describe : describe.skip)(`the landscape of August 2026 in ${DATA}`, () => {
  const sink = new RecordingSink(CNCF_LANDSCAPE.scheme);
  beforeAll(async () => {
    const input = await openInput(DATA);
    const readLinks = await CNCF_LANDSCAPE.readNodes(input, sink);
    await readLinks();
    await input.close();
  });

  const nodes = (entity: string) =>
    [...sink.nodes.values()].filter((node) => node.entity === entity);
  const edges = (entity: string) =>
    [...sink.edges.values()].filter((edge) => edge.entity === entity);

  it("holds what the README counts", () => {
    expect(Object.fromEntries(sink.rows)).toEqual({
      categories: 15,
      subcategories: 80,
      items: 2413,
      "second paths": 118,
      "parent projects": 4,
    });
    const stages = ["sandbox", "incubating", "graduated", "archived"].map(
      (stage) =>
        nodes("items").filter(({ qualifiers }) =>
          qualifiers?.some(({ name, value }) => name === "project" && value === stage),
        ).length,
    );
    expect(stages).toEqual([151, 38, 38, 28]);
  });

  it("leaves the 973 organisations out, and three that stand elsewhere", () => {
    const skips = new Map<string, number>();
    for (const { entity, reason } of sink.skipped)
      skips.set(`${entity}: ${reason}`, (skips.get(`${entity}: ${reason}`) ?? 0) + 1);
    expect(Object.fromEntries(skips)).toEqual({
      "categories: NOT_A_TECHNOLOGY": 2,
      "subcategories: NOT_A_TECHNOLOGY": 9,
      "items: NOT_A_TECHNOLOGY": 973 + 3,
      "items: DUPLICATE_ROW": 1,
      "second paths: UNKNOWN_CONCEPT": 3,
      "second paths: DUPLICATE_ROW": 1,
    });
    expect([nodes("categories").length, nodes("subcategories").length]).toEqual([13, 71]);
    expect(nodes("items")).toHaveLength(1412);
  });

  it("puts every item under at least one subcategory, and these under their categories", () => {
    expect([edges("subcategories").length, edges("parent projects").length]).toEqual([71, 4]);
    // The 24 rows that say an item again say one more place each.
    expect(edges("items")).toHaveLength(1412 + 24);
    expect(edges("second paths")).toHaveLength(114);
    const placed = new Set(edges("items").map(({ fromId }) => fromId));
    expect(nodes("items").filter(({ id }) => !placed.has(id))).toEqual([]);
    const kind = (key: string) => sink.nodeOf("TECHNOLOGY", key).fields?.technology_kind;
    expect(["vitess", "aws lambda", "containerd", "heroku", "opentelemetry"].map(kind)).toEqual([
      "DATABASE",
      "SERVICE",
      "RUNTIME",
      "PLATFORM",
      "STANDARD",
    ]);
  });

  it("gives no name to two items", () => {
    const shown = [...sink.nodes.values()].flatMap(({ labels }) =>
      labels.filter(({ kind }) => kind !== "HIDDEN").map(({ text }) => text.toLowerCase()),
    );
    expect(new Set(shown).size).toBe(shown.length);
  });
});
