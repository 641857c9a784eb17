import { ImportError } from "../import-error";

const WORDS: Record<string, string> = {
  ENOENT: "there is no such file or folder",
  ENOTDIR: "there is no such file or folder",
  EACCES: "may not be read by this user",
  EPERM: "may not be read by this user",
  EISDIR: "is a folder, not a file",
  EMFILE: "cannot be opened: too many files are open",
};

/** An error of the file system or of an unpacker in plain words, about `file` unless it names another. */
export function readError(error: unknown, file: string): ImportError {
  if (error instanceof ImportError) return error;
  const { code = "", message, path } = error as NodeJS.ErrnoException;
  const words =
    WORDS[code] ??
    (code.startsWith("Z_")
      ? `is broken, it cannot be unpacked (${message})`
      : `cannot be read (${message})`);
  return new ImportError(words, { file: path ?? file });
}
