import type { Readable } from "node:stream";

/** What a user names on the command line, opened: a folder, an archive or a single file. */
export interface ImportInput {
  /** As the user named it. */
  readonly path: string;
  /** Its files in order of their names; compression is undone, folders inside are gone. */
  readonly files: readonly InputFile[];
  /** The file of this name, compared without case; null when there is none. */
  file(name: string): InputFile | null;
  /** Files whose names match. */
  matching(pattern: RegExp): InputFile[];
  close(): Promise<void>;
}

export interface InputFile {
  /** Its own name without folder and without `.gz`, e.g. `skills_en.csv`. */
  readonly name: string;
  /** Folder and name inside the input, with `/`, without `.gz`, e.g. `react/index.md`. */
  readonly path: string;
  /** About how many bytes it has, unpacked: for progress only. */
  readonly expectedBytes: number;
  /** Its bytes, unpacked. Can be asked for again. */
  open(): Promise<Readable>;
  /** The whole file as text: for small ones. @throws ImportError above 64 MiB or when it is not UTF-8. */
  text(): Promise<string>;
}
