import type { ImportSource } from "../imports/import-source";
import { readCommand, USAGE } from "./import-command";

const ESCO = { name: "esco" } as ImportSource;
const ONET = { name: "onet" } as ImportSource;

const read = (line: string) =>
  readCommand(line.split(" ").filter(Boolean), [ESCO, ONET]) as unknown;

it("reads an import", () => {
  expect(read("esco ./esco.zip")).toEqual({
    do: "import",
    source: ESCO,
    path: "./esco.zip",
    dryRun: false,
    json: false,
    release: null,
    reports: process.cwd(),
  });
});

it("reads its options, wherever they stand", () => {
  const expected = {
    do: "import",
    source: ONET,
    path: "folder",
    dryRun: true,
    json: true,
    release: "30.1",
    reports: "/tmp",
  };
  expect(read("onet folder --dry-run --json --release 30.1 --reports /tmp")).toEqual(expected);
  expect(read("--release=30.1 --json onet --reports=/tmp folder --dry-run")).toEqual(expected);
});

it.each([
  ["--list", { do: "list", json: false }],
  ["--list --json", { do: "list", json: true }],
  ["--joins", { do: "joins", source: null, json: false }],
  ["--joins onet --json", { do: "joins", source: ONET, json: true }],
  ["--remove esco", { do: "remove", source: ESCO, json: false, reports: process.cwd() }],
  ["esco --remove --reports r", { do: "remove", source: ESCO, json: false, reports: "r" }],
  ["--help", { do: "help" }],
  ["-h esco", { do: "help" }],
  [
    "ndjson g.ndjson --dry-run",
    { do: "import graph", path: "g.ndjson", dryRun: true, json: false, reports: process.cwd() },
  ],
])("reads %s", (line, expected) => {
  expect(read(line)).toEqual(expected);
});

it.each([
  ["", USAGE],
  ["esco", "Where is esco? Give the path of its files."],
  ["esko ./esco.zip", 'There is no source "esko". Sources: esco, onet.'],
  ["./esco.zip esco", 'There is no source "./esco.zip". Sources: esco, onet.'],
  ["esco a b", 'One path at a time; "b" is too much.'],
  ["esco a --dryrun", "--dryrun"],
  ["esco a --release", "--release"],
  ["esco a --json=yes", "--json"],
  ["--list --remove esco", "Give one of --list, --joins and --remove."],
  ["--list esco", '"esco" is too much.'],
  ["--joins onet esco", '"esco" is too much.'],
  ["--joins esko", 'There is no source "esko". Sources: esco, onet.'],
  ["--remove", "--remove wants one source."],
  ["--remove esko", 'There is no source "esko". Sources: esco, onet.'],
  ["--remove esco ./esco.zip", '"./esco.zip" is too much.'],
  ["--remove esco onet", '"onet" is too much.'],
  ["--remove esco --dry-run", "--dry-run goes with an import, not with --remove."],
  ["--remove=esco", "--remove"],
  ["ndjson", "Where is ndjson? Give the path of its files."],
  ["ndjson g.ndjson --release 2", "--release: the file tells it itself."],
  ["--remove ndjson", "ndjson is a format, not a source. Sources: esco, onet."],
  ["--joins --release 1.1.1", "--release goes with an import, not with --joins."],
])("refuses %p with what to do", (line, message) => {
  const error = refusalOf(line);
  expect(error).toContain(message);
  expect(error).toMatch(/npm run import -- <source> <path>|Sources: esco, onet/);
});

function refusalOf(line: string): string {
  try {
    read(line);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error(`not refused: ${line}`);
}

it("describes every option", () => {
  for (const option of ["dry-run", "release", "reports", "json", "list", "joins", "remove"])
    expect(USAGE).toContain(`--${option}`);
});
