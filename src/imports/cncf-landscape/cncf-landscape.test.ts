import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RecordingSink } from "../../testing/recording-sink";
import { InputFolder } from "../testing/input-folder";
import { CNCF_LANDSCAPE } from "./cncf-landscape";

const LANDSCAPE = readFileSync(join(__dirname, "fixtures/landscape.yml"), "utf8");

const folder = new InputFolder();
let inputs = 0;

async function read(files: Record<string, string>): Promise<RecordingSink> {
  inputs++;
  const input = await folder.open(folder.put(`landscape ${inputs}`, files));
  const sink = new RecordingSink(CNCF_LANDSCAPE.scheme);
  const readLinks = await CNCF_LANDSCAPE.readNodes(input, sink);
  await readLinks();
  return sink;
}

const labels = (sink: RecordingSink, key: string) =>
  sink.nodeOf("TECHNOLOGY", key).labels.map(({ kind, text }) => `${kind.slice(0, 3)} ${text}`);

describe("landscape.yml", () => {
  let sink: RecordingSink;
  beforeAll(async () => {
    sink = await read({ "landscape.yml": LANDSCAPE.replaceAll("\n", "\r\n") });
  });

  const above = (key: string) =>
    [...sink.edges.values()]
      .filter(({ fromId, kind }) => kind === "BROADER" && fromId === sink.idOf("TECHNOLOGY", key))
      .map(({ toId }) => sink.nodes.get(toId ?? "")?.key);

  it("has categories and subcategories, named by where they stand", () => {
    expect(sink.nodeOf("TECHNOLOGY", "Serverless /")).toMatchObject({
      fields: { technology_kind: "CATEGORY" },
    });
    expect(labels(sink, "Serverless /")).toEqual([
      "PRE Cloud Native Landscape / Serverless",
      "HID Serverless",
    ]);
    expect(labels(sink, "Serverless / Framework")).toEqual([
      "PRE Serverless / Framework",
      "HID Framework",
    ]);
    expect(above("Serverless / Framework")).toEqual(["Serverless /"]);
    expect(above("Wasm / Framework")).toEqual(["Wasm /"]);
    expect(above("App Definition and Development / Network")).toHaveLength(1);
    expect(sink.nodeOf("TECHNOLOGY", "Empty /").rows).toBe(1);
  });

  it("has items by their names, with what is said of them", () => {
    expect(sink.nodeOf("TECHNOLOGY", "containerd")).toMatchObject({
      fields: {
        technology_kind: "RUNTIME",
        url: "https://containerd.io/",
        vendor: "Cloud Native Computing Foundation",
      },
      texts: [{ kind: "DESCRIPTION", text: "An open and reliable container runtime" }],
      qualifiers: [
        { name: "project", value: "graduated" },
        { name: "accepted", value: "2017-03-29" },
        { name: "graduated", value: "2019-02-28" },
        { name: "repository", value: "https://github.com/containerd/containerd" },
        { name: "tags", value: ["containers", "runtime"] },
      ],
      concept: { code: "containerd" },
    });
    expect(sink.nodeOf("TECHNOLOGY", "vitess").fields).toMatchObject({ url: null, vendor: null });
  });

  it("has the kind that a subcategory says, or the item itself", () => {
    const kinds = ["container network interface (cni)", "vitess", "aws lambda", "spin"].map(
      (key) => sink.nodeOf("TECHNOLOGY", key).fields?.technology_kind,
    );
    expect(kinds).toEqual(["STANDARD", "DATABASE", "SERVICE", "FRAMEWORK"]);
  });

  it("has an item that stands in several categories once", () => {
    expect(labels(sink, "containerd")).toEqual(["PRE containerd"]);
    expect(above("containerd")).toEqual(["Runtime / Container Runtime", "Wasm / Runtimes"]);
    expect(above("vitess")).toEqual([
      "App Definition and Development / Database",
      "Runtime / Container Runtime",
    ]);
  });

  it("takes names in brackets for other names, but not those that two items have", () => {
    expect(labels(sink, "container network interface (cni)")).toEqual([
      "PRE Container Network Interface",
      "ALT CNI",
      "ALT Container Network Interface (CNI)",
    ]);
    expect(labels(sink, "kubedb (kdb)")).toEqual(["PRE KubeDB", "ALT KubeDB (KDB)", "HID KDB"]);
    expect(labels(sink, "kerneldb (kdb)").at(-1)).toBe("HID KDB");
    expect(labels(sink, "citrix db (formerly netscaler db)")).toEqual([
      "PRE Citrix DB",
      "ALT NetScaler DB",
    ]);
  });

  it("keeps a category and an item of one name apart", () => {
    expect(labels(sink, "serverless")).toEqual(["PRE Serverless"]);
    expect(above("serverless")).toEqual(["Serverless / Framework"]);
  });

  it("has parts belong to their project", () => {
    const belongs = [...sink.edges.values()].filter(({ kind }) => kind === "BELONGS_TO");
    expect(
      belongs.map(({ fromId, toId }) => [
        sink.nodes.get(fromId)?.key,
        sink.nodes.get(toId ?? "")?.key,
      ]),
    ).toEqual([
      ["containerd", "vitess"],
      ["wasmtime", "vitess"],
    ]);
  });

  it("accounts for every row once", () => {
    expect(Object.fromEntries(sink.rows)).toEqual({
      categories: 6,
      subcategories: 9,
      items: 16,
      "second paths": 3,
      "parent projects": 3,
    });
    const line = (text: string) => LANDSCAPE.split("\n").indexOf(text) + 1;
    expect(
      sink.skipped.map(({ entity, reason, place, note }) => [entity, reason, place.line, note]),
    ).toEqual([
      ["categories", "NOT_A_TECHNOLOGY", line("    name: CNCF Members") - 1, undefined],
      ["subcategories", "NOT_A_TECHNOLOGY", line("        name: Silver") - 1, undefined],
      ["items", "NOT_A_TECHNOLOGY", line("            name: Upbound (member)") - 1, undefined],
      ["items", "DUPLICATE_ROW", line("            name: Wasmtime (Wasm)") - 1, undefined],
      [
        "items",
        "MISSING_VALUE",
        line("            homepage_url: https://example.org") - 1,
        "has no name",
      ],
      ["items", "NOT_A_TECHNOLOGY", line("            name: Vitess (member)") - 1, undefined],
      ["items", "NOT_A_TECHNOLOGY", line("            name: Some Company") - 1, undefined],
      ["second paths", "DUPLICATE_ROW", line('              - "Wasm/Runtimes"'), undefined],
      [
        "second paths",
        "UNKNOWN_CONCEPT",
        line('              - "Wasm / Nowhere"'),
        'there is no "Wasm / Nowhere"',
      ],
      [
        "parent projects",
        "UNKNOWN_CONCEPT",
        line("              parent_project: Nothing"),
        "is none of the items",
      ],
    ]);
  });
});

it("says of every category that it cannot take why", async () => {
  const sink = await read({
    "landscape.yml": `landscape:
  - name: Runtime
    subcategories:
      - { name: Storage, items: [{ name: Rook }] }
      - { name: Storage, items: [{ name: Ceph }] }
      - { items: [{ name: Lost }] }
  - name: Runtime
  - subcategories: [{ name: Orphan }]
`,
  });
  expect(sink.skipped.map(({ entity, reason, place }) => [entity, reason, place.line])).toEqual([
    ["subcategories", "DUPLICATE_ROW", 5],
    ["subcategories", "MISSING_VALUE", 6],
    ["categories", "DUPLICATE_ROW", 7],
    ["categories", "MISSING_VALUE", 8],
    ["subcategories", "MISSING_VALUE", 8],
    ["items", "MISSING_VALUE", 6],
  ]);
  expect(sink.nodeOf("TECHNOLOGY", "ceph").rows).toBe(1);
});

it("says what it looked for", async () => {
  await expect(read({ "settings.yml": "", "guide.yml": "" })).rejects.toThrow(
    /looked for: landscape\.yml; it holds guide\.yml, settings\.yml/,
  );
  await expect(read({ "landscape.yml": "categories: []" })).rejects.toThrow(
    /^landscape\.yml, line 1: expected a list of categories under "landscape"/,
  );
  await expect(read({ "landscape.yml": "landscape:\n- [" })).rejects.toThrow(
    /^landscape\.yml, line \d: cannot be read/,
  );
});

it("tells the release by a date or a commit in a name", async () => {
  const release = async (name: string) =>
    CNCF_LANDSCAPE.readVersion(await folder.open(folder.put(name, { "landscape.yml": "" })));
  expect(await release("landscape-153d699bddf7")).toBe("153d699bddf7");
  expect(await release("cncf 2026-08-01")).toBe("2026-08-01");
  expect(await release("landscape-master")).toBeNull();
});
