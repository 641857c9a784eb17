import { ImportError } from "../import-error";
import type { ImportInput, InputFile } from "../input/import-input";

const SHOWN = 10;

/**
 * The first of `names` that is there. `lookedFor`: what the message says was looked for, as people would write it.
 * @throws ImportError when none is.
 */
export function requireFile(
  input: ImportInput,
  names: readonly string[],
  lookedFor: readonly string[] = names,
): InputFile {
  for (const name of names) {
    const file = input.file(name);
    if (file) return file;
  }
  throw noSuchFile(input, lookedFor);
}

/** Says what was looked for in vain, and what is there. */
export function noSuchFile(input: ImportInput, lookedFor: readonly string[]): ImportError {
  const { files, path } = input;
  const there = files.slice(0, SHOWN).map((file) => file.path);
  const more = files.length > SHOWN ? ` and ${files.length - SHOWN} more` : "";
  return new ImportError(
    `holds none of the files that were looked for: ${lookedFor.join(", ")}; it holds ${there.join(", ") || "no files"}${more}`,
    { file: path },
  );
}
