import { parseArgs } from "node:util";

export const EXPORT_USAGE = `npm run export -- [<file>|-]           writes the graph in its own format, which npm run import -- ndjson reads;
                                       - writes to the standard output, then with npm run -s export
  --source <slug>                      only what this source states, with its parts; can be given several times
  --gzip                               packed, as it is when the file's name ends with .gz
  --force                              replaces the file when it is there already`;

export type ExportCommand =
  | { do: "help" }
  | {
      do: "export";
      /** null: the standard output. */
      path: string | null;
      sources: readonly string[] | null;
      gzip: boolean;
      force: boolean;
    };

/** Reads the command line; `now` names the file when it has no name. @throws Error in words for whoever typed it. */
export function readExportCommand(argv: readonly string[], now: Date): ExportCommand {
  const { values, positionals } = parse(argv);
  const { help, source = [], gzip: isPacked = false, force = false } = values;
  if (help) return { do: "help" };
  const [name = nameAt(now, isPacked), ...rest] = positionals;
  if (rest.length > 0)
    throw new Error(`One file at a time; "${rest[0]}" is too much.\n\n${EXPORT_USAGE}`);
  const gzip = isPacked || name.endsWith(".gz");
  if (name !== "-" && gzip && !name.endsWith(".gz"))
    throw new Error(`--gzip: call the file ${name}.gz, so that the import knows.`);
  const path = name === "-" ? null : name;
  return { do: "export", path, sources: source.length > 0 ? source : null, gzip, force };
}

function nameAt(now: Date, isPacked: boolean): string {
  const time = now.toISOString().slice(0, 19).replace(/[-:]/g, "");
  return `careergraph-${time}.ndjson${isPacked ? ".gz" : ""}`;
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        source: { type: "string", multiple: true },
        gzip: { type: "boolean" },
        force: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${EXPORT_USAGE}`);
  }
}
