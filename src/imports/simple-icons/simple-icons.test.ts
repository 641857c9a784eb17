import { RecordingSink } from "../../testing/recording-sink";
import { InputFolder } from "../testing/input-folder";
import { SIMPLE_ICONS } from "./simple-icons";

const ICONS = [
  { title: "C++", hex: "00599C", source: "https://isocpp.org" },
  { title: "F#", slug: "fsharp", hex: "378bba", aliases: { aka: ["F sharp"] } },
  { title: "Spring", hex: "6DB33F" },
  { title: "Spring", slug: "spring_creators", hex: "000000" },
  {
    title: "React",
    hex: "61DAFB",
    aliases: { dup: [{ title: "React Native", source: "https://reactnative.dev" }] },
  },
  {
    title: "ReactiveX",
    hex: "B7178C",
    aliases: {
      dup: [{ title: "RxJS", hex: "D81B60", loc: { "ko-KR": "알엑스" } }, { title: "C++" }],
    },
  },
  { title: "OpenTofu", hex: "FFDA18", aliases: { aka: ["OpenTF", "Terraform"] } },
  { title: "Terraform", hex: "844FBA" },
  { title: "Kotlin", hex: "none", aliases: { loc: { "ko-KR": "코틀린", "???": "?" } } },
  { title: "Luanti", hex: "53AC56", aliases: { old: ["Minetest"] } },
];

const folder = new InputFolder();
let inputs = 0;

async function read(files: Record<string, string>): Promise<RecordingSink> {
  inputs++;
  const input = await folder.open(folder.put(`icons ${inputs}`, files));
  const sink = new RecordingSink(SIMPLE_ICONS.scheme);
  const readLinks = await SIMPLE_ICONS.readNodes(input, sink);
  await readLinks();
  return sink;
}

const labels = (sink: RecordingSink, key: string) =>
  sink
    .nodeOf("TECHNOLOGY", key)
    .labels.map(({ kind, locale, text }) => `${kind.slice(0, 3)} ${locale} ${text}`);

describe("icons", () => {
  let sink: RecordingSink;
  beforeAll(async () => {
    sink = await read({ "simple-icons.json": JSON.stringify(ICONS, null, "\t") });
  });

  it("only add to technologies, and do not say of what kind these are", () => {
    expect(sink.nodeOf("TECHNOLOGY", "cplusplus")).toMatchObject({
      labels: [{ locale: "en", kind: "PREFERRED", text: "C++" }],
      qualifiers: [{ name: "color", value: "#00599C" }],
      create: false,
    });
    expect([...sink.nodes.values()].every(({ create }) => create === false)).toBe(true);
    expect([...sink.nodes.values()].filter(({ fields }) => fields)).toEqual([]);
    expect(sink.edges.size).toBe(0);
  });

  it("are known by their slugs, given or made of their titles", () => {
    expect([...sink.nodes.values()].map(({ key }) => key)).toEqual([
      ...["cplusplus", "fsharp", "spring", "spring_creators", "react", "reactivex", "opentofu"],
      ...["terraform", "kotlin", "luanti", "reactnative", "rxjs"],
    ]);
  });

  it("have other and older names, and names in other languages", () => {
    expect(labels(sink, "fsharp")).toEqual(["PRE en F#", "ALT en F sharp"]);
    expect(labels(sink, "luanti")).toEqual(["PRE en Luanti", "ALT en Minetest"]);
    expect(labels(sink, "kotlin")).toEqual(["PRE en Kotlin", "ALT ko-KR 코틀린"]);
    expect(sink.nodeOf("TECHNOLOGY", "kotlin").qualifiers).toEqual([]);
  });

  it("hide a name that is another icon's", () => {
    expect(labels(sink, "opentofu")).toEqual([
      "PRE en OpenTofu",
      "ALT en OpenTF",
      "HID en Terraform",
    ]);
  });

  it("do not lend their names to brands that share them", () => {
    expect(labels(sink, "react")).toEqual(["PRE en React"]);
    expect(labels(sink, "reactnative")).toEqual(["PRE en React Native"]);
    const color = (key: string) => sink.nodeOf("TECHNOLOGY", key).qualifiers;
    expect(color("reactnative")).toEqual([{ name: "color", value: "#61DAFB" }]);
    expect(color("rxjs")).toEqual([{ name: "color", value: "#D81B60" }]);
    expect(labels(sink, "rxjs")).toEqual(["PRE en RxJS", "ALT ko-KR 알엑스"]);
  });

  it("account for every row once", () => {
    expect(Object.fromEntries(sink.rows)).toEqual({ icons: 10, "brands that share an icon": 3 });
    expect(sink.skipped.map(({ entity, reason, place }) => [entity, reason, place.values])).toEqual(
      [["brands that share an icon", "DUPLICATE_ROW", { title: "C++" }]],
    );
  });
});

it("reads the older form too", async () => {
  const sink = await read({ "simple-icons.json": JSON.stringify({ icons: ICONS.slice(0, 1) }) });
  expect(labels(sink, "cplusplus")).toEqual(["PRE en C++"]);
});

it("says of every icon that it cannot take why", async () => {
  const sink = await read({
    "simple-icons.json": `[
      { "title": "X", "hex": "000000", "aliases": { "dup": [{ "hex": "1DA1F2" }] } },
      { "hex": "000000" },
      { "title": "爱发电", "hex": "946CE6" },
      { "title": "x", "hex": "111111" }
    ]`,
  });
  expect(
    sink.skipped.map(({ entity, reason, place, note }) => [entity, reason, place.line, note]),
  ).toEqual([
    ["icons", "MISSING_VALUE", 3, "has no title"],
    ["icons", "MISSING_VALUE", 4, "has no slug"],
    ["icons", "DUPLICATE_ROW", 5, `"x" is an earlier icon's slug`],
    ["brands that share an icon", "MISSING_VALUE", 2, "has no title"],
  ]);
  expect(Object.fromEntries(sink.rows)).toEqual({ icons: 4, "brands that share an icon": 1 });
});

it("says what it looked for", async () => {
  await expect(read({ "a.json": "[]", "b.json": "[]" })).rejects.toThrow(
    /looked for: simple-icons\.json; it holds a\.json, b\.json/,
  );
  await expect(read({ "simple-icons.json": '{ "name": "x" }' })).rejects.toThrow(
    /^simple-icons\.json, line 1: expected a list of icons, each with a "title"/,
  );
  await expect(read({ "simple-icons.json": '[\n{ "title": "X"' })).rejects.toThrow(
    /^simple-icons\.json, line 2: cannot be read/,
  );
});

it("tells the release by the package, or else by a name", async () => {
  const release = async (name: string, files: Record<string, string> = {}) =>
    SIMPLE_ICONS.readVersion(
      await folder.open(folder.put(name, { "data/simple-icons.json": "[]", ...files })),
    );
  const about = (name: string) => JSON.stringify({ name, version: "16.28.0" });
  expect(await release("package", { "package.json": about("simple-icons") })).toBe("16.28.0");
  expect(await release("other", { "package.json": about("other") })).toBeNull();
  expect(await release("simple-icons-5.1.0")).toBe("5.1.0");
});
