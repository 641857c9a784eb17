import { basename, resolve } from "node:path";
import type { ImportInput } from "../input/import-input";

export const READ_ME = "Read Me.txt";

/** `db_29_3_text.zip`, `onet-29.3`, `O*NET 29.3`. */
const IN_NAME = /(?<![a-z])(?:db|o\*?net)[ _-]*(\d{1,2})[._](\d{1,2})(?!\d)/i;
/** `O*NET 29.3 Database`, as the first line of the read-me says. */
const IN_TEXT = /O\*NET\S? (\d{1,2}\.\d{1,2}) Database/i;

/** The release, as the read-me or else a name says; null when neither does. */
export async function readVersion(input: ImportInput): Promise<string | null> {
  const text = await input.file(READ_ME)?.text();
  const said = text === undefined ? null : IN_TEXT.exec(text)?.[1];
  if (said) return said;
  const names = [basename(resolve(input.path)), ...input.files.map(({ path }) => path)];
  for (const name of names) {
    const [, main, minor] = IN_NAME.exec(name) ?? [];
    if (main && minor) return `${Number(main)}.${Number(minor)}`;
  }
  return null;
}
