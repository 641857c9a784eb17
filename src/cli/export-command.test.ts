import { EXPORT_USAGE, readExportCommand } from "./export-command";

const NOW = new Date("2025-03-04T05:06:07.890Z");
const read = (line: string) => readExportCommand(line.split(" ").filter(Boolean), NOW) as unknown;
const PLAIN = { do: "export", sources: null, gzip: false, force: false };

it.each([
  ["", { ...PLAIN, path: "careergraph-20250304T050607.ndjson" }],
  ["--gzip", { ...PLAIN, path: "careergraph-20250304T050607.ndjson.gz", gzip: true }],
  ["-", { ...PLAIN, path: null }],
  ["- --gzip", { ...PLAIN, path: null, gzip: true }],
  ["a/b.ndjson --force", { ...PLAIN, path: "a/b.ndjson", force: true }],
  ["b.ndjson.gz", { ...PLAIN, path: "b.ndjson.gz", gzip: true }],
  [
    "--source esco b.ndjson --source=onet",
    { ...PLAIN, path: "b.ndjson", sources: ["esco", "onet"] },
  ],
  ["--help", { do: "help" }],
])("reads %p", (line, expected) => {
  expect(read(line)).toEqual(expected);
});

it.each([
  ["a b", 'One file at a time; "b" is too much.'],
  ["a.ndjson --gzip", "--gzip: call the file a.ndjson.gz, so that the import knows."],
  ["--source", "--source"],
  ["--sources esco", "--sources"],
])("refuses %p with what to do", (line, message) => {
  expect(() => read(line)).toThrow(message);
});

it("describes every option", () => {
  for (const option of ["source", "gzip", "force"]) expect(EXPORT_USAGE).toContain(`--${option}`);
});
