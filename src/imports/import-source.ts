import type { ImportSink } from "./import-sink";
import type { ImportInput } from "./input/import-input";

/** A publisher's data that `npm run import` can bring into the graph. */
export interface ImportSource {
  /** What the command line calls it, e.g. `esco`. */
  readonly name: string;
  /** Scheme of its keys and of its external concepts, e.g. `ESCO`. It never changes: ids are derived from it. */
  readonly scheme: string;
  readonly title: string;
  readonly description: string;
  readonly publisher: string;
  readonly licence: string;
  /** Line to show wherever its content is shown; null when none is asked for. */
  readonly attribution: string | null;
  /** Where people find and download it. */
  readonly url: string;
  /** Which releases are known to be read, in words. */
  readonly versions: string;
  /** File names that are looked for, as people would write them; shown when nothing of them is there. */
  readonly files: readonly string[];
  /** The release, as far as the files or their names tell. */
  readVersion(input: ImportInput): Promise<string | null>;
  /**
   * States all nodes. What it answers states all links, after the sink has found out which nodes are known already.
   * Called again from the start when the database asks for another attempt: it keeps no state of its own.
   * @throws ImportError naming the file (and line) when the input is not what it should be.
   */
  readNodes(input: ImportInput, sink: ImportSink): Promise<ReadLinks>;
}

export type ReadLinks = () => Promise<void>;
