import { ImportError } from "../import-error";
import { tableFile } from "../testing/table-file";
import { readLines } from "./read-lines";

async function linesOf(content: string | Buffer, size?: number): Promise<[number, string][]> {
  const found: [number, string][] = [];
  for await (const lines of readLines(tableFile(content, size)))
    for (const { line, bytes } of lines) found.push([line, bytes.toString()]);
  return found;
}

it.each([1, 2, 3, 5, 100])("cuts lines out of pieces of %d bytes", async (size) => {
  const expected = [
    [1, "äöü"],
    [2, ""],
    [3, "b\r"],
    [4, "🥖"],
  ];
  expect(await linesOf("äöü\n\nb\r\n🥖\n", size)).toEqual(expected);
  expect(await linesOf("äöü\n\nb\r\n🥖", size)).toEqual(expected);
});

it("reads a file without lines", async () => {
  expect(await linesOf("")).toEqual([]);
});

it("leaves a byte order mark out", async () => {
  expect(await linesOf("\ufeffa\nb", 100)).toEqual([
    [1, "a"],
    [2, "b"],
  ]);
});

it("names the line that is not UTF-8", async () => {
  const bytes = Buffer.concat([
    Buffer.from("a\nb\ncaf"),
    Buffer.from([0xe9]),
    Buffer.from("\nd\n"),
  ]);
  for (const size of [3, 100])
    await expect(linesOf(bytes, size)).rejects.toThrow("t.csv, line 3: is not UTF-8 here");
});

it("names the line that does not end", async () => {
  const endless = `a\n${"x".repeat(17 * 1024 * 1024)}`;
  const reading = linesOf(endless);
  await expect(reading).rejects.toBeInstanceOf(ImportError);
  await expect(reading).rejects.toThrow("t.csv, line 2: the line has no end within 16 MiB");
});
