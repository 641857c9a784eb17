import { Readable } from "node:stream";
import type { InputFile } from "../input/import-input";
import { alignLanguages, type ConceptRows } from "./align-languages";

function languageFile(locale: string, uris: readonly string[]) {
  const lines = ["conceptUri,preferredLabel", ...uris.map((uri) => `${uri},${uri} ${locale}`)];
  const text = lines.join("\n");
  const file: InputFile = {
    name: `skills_${locale}.csv`,
    path: `skills_${locale}.csv`,
    expectedBytes: text.length,
    open: async () => Readable.from([Buffer.from(text)]),
    text: async () => text,
  };
  return { locale, file };
}

async function align(languages: Record<string, readonly string[]>) {
  const odd: string[] = [];
  const blocks: ConceptRows[][] = [];
  const files = Object.entries(languages).map(([locale, uris]) => languageFile(locale, uris));
  const reading = alignLanguages(files, {
    nameless: (row) => odd.push(`${row.file}:${row.line} nameless`),
    repeated: (row) => odd.push(`${row.file}:${row.line} repeated`),
  });
  for await (const block of reading) blocks.push(block);
  const concepts = blocks.flat();
  const said = new Map(
    concepts.map(({ uri, rows }) => [uri, rows.map(({ row }) => row.get("preferredLabel"))]),
  );
  return { blocks, concepts, said, odd };
}

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => `u${String(index).padStart(4, "0")}`);

it("answers each concept once, with its languages in the order of the files", async () => {
  const { concepts, said } = await align({ en: ["a", "b"], de: ["b", "c", "a"] });
  expect(concepts).toHaveLength(3);
  expect(Object.fromEntries(said)).toEqual({
    a: ["a en", "a de"],
    b: ["b en", "b de"],
    c: ["c de"],
  });
});

it("answers concepts on the way when the files have one order", async () => {
  const uris = numbered(3500);
  const { blocks } = await align({ en: uris, de: uris.slice(1), fr: uris.slice(0, 100) });
  expect(blocks.map((block) => block.length)).toEqual([99, 1900, 1000, 500, 1]);
});

it("loses nothing when the files have opposite orders", async () => {
  const uris = numbered(2500);
  const { concepts, said } = await align({ en: uris, de: [...uris].reverse() });
  expect(concepts).toHaveLength(2500);
  expect([...said.values()].every((texts) => texts.length === 2)).toBe(true);
});

it("hands on rows without an address and rows that come again, early or late", async () => {
  const uris = numbered(1200);
  const { concepts, odd } = await align({ en: ["", ...uris, "u0000", "u1199"], de: ["u0000"] });
  expect(concepts).toHaveLength(1200);
  expect(odd).toEqual([
    "skills_en.csv:2 nameless",
    "skills_en.csv:1203 repeated",
    "skills_en.csv:1204 repeated",
  ]);
});

it("gives nothing for no file", async () => {
  expect((await align({})).concepts).toEqual([]);
});
