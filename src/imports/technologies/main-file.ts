import { basename, resolve } from "node:path";
import type { ImportInput, InputFile } from "../input/import-input";
import { noSuchFile } from "../tables/find-table";

/**
 * The one file that a source consists of: by its name, or whatever single file the user named.
 * @throws ImportError when there is none, or more than one of that name.
 */
export function requireMainFile(input: ImportInput, name: string): InputFile {
  const [only, ...others] = input.files;
  const file = input.file(name) ?? (others.length === 0 ? only : undefined);
  if (!file) throw noSuchFile(input, [name]);
  return file;
}

/**
 * The release that the name of the input or of a folder in it tells, e.g. `linguist-9.6.0.zip`; null when none does. It is the
 * first group of `pattern` that matched.
 */
export function releaseInNames(input: ImportInput, pattern: RegExp): string | null {
  const folders = input.files.map(({ path }) => path.slice(0, path.lastIndexOf("/") + 1));
  for (const name of new Set([basename(resolve(input.path)), ...folders])) {
    const release = pattern
      .exec(name)
      ?.slice(1)
      .find((group) => group !== undefined);
    if (release !== undefined) return release;
  }
  return null;
}

/** The file of this name that lies least deep, for names that an archive of a whole project has several times. */
export function highestFile(input: ImportInput, name: string): InputFile | null {
  const depth = ({ path }: InputFile) => path.split("/").length;
  const [file] = input.files
    .filter((each) => each.name === name)
    .sort((one, other) => depth(one) - depth(other));
  return file ?? null;
}
