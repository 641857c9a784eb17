import { createReadStream } from "node:fs";
import { access, constants, readdir, realpath, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { ImportError } from "../import-error";
import { isHidden } from "./entry-path";
import type { ImportInput, InputFile } from "./import-input";
import { INPUT_LIMITS, type InputLimits } from "./limits";
import { readError } from "./read-errors";
import { inputFile, type StoredFile } from "./stored-file";
import { openTar } from "./tar-archive";
import { openZip } from "./zip-archive";

const ZIP = /\.zip$/i;
const TAR = /\.(tar|tar\.gz|tgz)$/i;

/**
 * Opens what a user names: a folder, a `.zip`, a `.tar`, `.tar.gz` or `.tgz`, a `.gz` or a single file. Archives that lie
 * in a folder are opened as well; those inside archives are not. Hidden files are left out.
 * @throws ImportError when it is not there, may not be read, is broken, or goes beyond the limits.
 */
export async function openInput(path: string, limits = INPUT_LIMITS): Promise<ImportInput> {
  const opening: Opening = { left: { ...limits }, closers: [] };
  const close = async () => {
    for (const closer of opening.closers.splice(0)) closer();
  };
  try {
    const found = await filesAt(path, opening);
    if (found.length === 0) throw new ImportError("holds no files", { file: path });
    const files = found
      .map((file) => inputFile(file, limits))
      .sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0));
    return new OpenedInput(path, files, close);
  } catch (error) {
    await close();
    throw readError(error, path);
  }
}

/** What opening one input has taken so far. */
interface Opening {
  readonly left: InputLimits;
  readonly closers: (() => void)[];
}

class OpenedInput implements ImportInput {
  constructor(
    readonly path: string,
    readonly files: readonly InputFile[],
    readonly close: () => Promise<void>,
  ) {}

  file(name: string): InputFile | null {
    const found = this.files.filter((file) => file.name.toLowerCase() === name.toLowerCase());
    if (found.length > 1)
      throw new ImportError(
        `holds more than one "${name}": ${found.map((file) => file.path).join(", ")}; name the folder of the one that is meant`,
        { file: this.path },
      );
    return found[0] ?? null;
  }

  matching(pattern: RegExp): InputFile[] {
    return this.files.filter((file) => file.name.search(pattern) >= 0);
  }
}

async function filesAt(path: string, opening: Opening): Promise<StoredFile[]> {
  const found = await stat(path);
  if (found.isDirectory()) return filesOfFolder(path, opening);
  if (!found.isFile()) throw new ImportError("is neither a file nor a folder", { file: path });
  await access(path, constants.R_OK);
  return filesOfFile(path, opening);
}

async function filesOfFolder(folder: string, opening: Opening): Promise<StoredFile[]> {
  const files: StoredFile[] = [];
  const seen = new Set<string>();
  const visit = async (path: string, inside: string): Promise<void> => {
    // A link may lead back to a folder above.
    const real = await realpath(path);
    if (seen.has(real)) return;
    seen.add(real);
    for (const name of (await readdir(path)).filter((each) => !isHidden(each))) {
      const to = join(path, name);
      const found = await stat(to);
      if (found.isDirectory()) await visit(to, `${inside}${name}/`);
      else if (found.isFile())
        for (const file of await filesOfFile(to, opening))
          files.push({ ...file, path: inside + file.path });
      if (files.length > opening.left.files)
        throw new ImportError(`holds more than ${opening.left.files} files`, { file: folder });
    }
  };
  await visit(folder, "");
  return files;
}

/** What an archive holds; any other file is itself. */
async function filesOfFile(path: string, { left, closers }: Opening): Promise<StoredFile[]> {
  if (TAR.test(path)) return openTar(path, left);
  if (ZIP.test(path)) {
    const { files, close } = await openZip(path, left);
    closers.push(close);
    return files;
  }
  const { size } = await stat(path);
  return [{ path: basename(path), place: path, size, open: async () => createReadStream(path) }];
}
