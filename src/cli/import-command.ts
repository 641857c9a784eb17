import { parseArgs } from "node:util";
import type { ImportSource } from "../imports/import-source";
import { NDJSON } from "../imports/ndjson/ndjson";

export const USAGE = `npm run import -- <source> <path>      brings a source into the graph; path: the publisher's .zip, a folder,
                                       .gz, .tar.gz, or a single file
  --dry-run                            does everything and saves nothing
  --release <name>                     which release it is, when the files do not tell, e.g. 1.1.1
  --reports <folder>                   where the report is written; this folder unless said otherwise
  --json                               the summary for machines
npm run import -- ndjson <file>        brings in what npm run export wrote, with the same options
npm run import -- --list               sources, releases, licences, where to download
npm run import -- --joins [<source>]   which nodes were found to be the same, and how
npm run import -- --remove <source>    takes one source back and keeps what others state`;

export type ImportCommand =
  | { do: "help" }
  | { do: "list"; json: boolean }
  | { do: "joins"; source: ImportSource | null; json: boolean }
  | { do: "remove"; source: ImportSource; json: boolean; reports: string }
  | {
      do: "import";
      source: ImportSource;
      path: string;
      dryRun: boolean;
      json: boolean;
      release: string | null;
      reports: string;
    }
  | { do: "import graph"; path: string; dryRun: boolean; json: boolean; reports: string };

/** Reads the command line. @throws Error in words for whoever typed it. */
export function readCommand(
  argv: readonly string[],
  sources: readonly ImportSource[],
): ImportCommand {
  const { values, positionals } = parse(argv);
  const { json = false, reports = process.cwd(), release = null } = values;
  const [name, path, tooMuch] = positionals;
  const sourceOf = (wanted: string) => {
    const source = sources.find((each) => each.name === wanted);
    if (source) return source;
    if (wanted === NDJSON.name)
      throw new Error(`ndjson is a format, not a source. Sources: ${namesOf(sources)}.`);
    throw new Error(`There is no source "${wanted}". Sources: ${namesOf(sources)}.`);
  };
  const task = TASKS.filter((each) => values[each]);
  if (task.length > 1) throw new Error(`Give one of --list, --joins and --remove.\n\n${USAGE}`);
  const [only] = task;
  if (only === "help") return { do: "help" };
  if (only !== undefined) {
    // Whoever gives one of these means an import, and would be surprised by what the others do without it.
    for (const option of ["dry-run", "release"] as const)
      if (values[option] !== undefined)
        throw new Error(`--${option} goes with an import, not with --${only}.\n\n${USAGE}`);
    const surplus = only === "list" ? name : path;
    if (surplus !== undefined) throw new Error(`"${surplus}" is too much.\n\n${USAGE}`);
  }
  if (only === "list") return { do: "list", json };
  if (only === "joins") return { do: "joins", source: name ? sourceOf(name) : null, json };
  if (only === "remove") {
    if (name === undefined) throw new Error(`--remove wants one source.\n\n${USAGE}`);
    return { do: "remove", source: sourceOf(name), json, reports };
  }
  if (name === undefined) throw new Error(USAGE);
  const source = name === NDJSON.name ? null : sourceOf(name);
  if (path === undefined)
    throw new Error(`Where is ${name}? Give the path of its files.\n\n${USAGE}`);
  if (tooMuch !== undefined)
    throw new Error(`One path at a time; "${tooMuch}" is too much.\n\n${USAGE}`);
  const dryRun = values["dry-run"] ?? false;
  if (source) return { do: "import", source, path, dryRun, json, release, reports };
  if (release !== null) throw new Error(`--release: the file tells it itself.\n\n${USAGE}`);
  return { do: "import graph", path, dryRun, json, reports };
}

function namesOf(sources: readonly ImportSource[]): string {
  return sources.map(({ name }) => name).join(", ");
}

/** What is asked for instead of an import. */
const TASKS = ["help", "list", "joins", "remove"] as const;

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        "dry-run": { type: "boolean" },
        json: { type: "boolean" },
        list: { type: "boolean" },
        joins: { type: "boolean" },
        remove: { type: "boolean" },
        help: { type: "boolean", short: "h" },
        release: { type: "string" },
        reports: { type: "string" },
      },
    });
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${USAGE}`);
  }
}
