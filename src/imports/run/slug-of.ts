import { fold } from "../../shared/fold";

const MAX_LENGTH = 80;

/** Signs that tell names apart and would be lost between hyphens: `C++`, `C#`, `F*`. */
const SIGNS: Readonly<Record<string, string>> = {
  "+": " plus ",
  "#": " sharp ",
  "*": " star ",
  "&": " and ",
  "@": " at ",
};

/**
 * A readable key made of a name, e.g. `c-plus-plus` or `dot-net`: at most 80 characters, cut between words.
 * Empty when the name has no letter or digit of the Latin alphabet.
 */
export function slugOf(name: string): string {
  const words = fold(name)
    .replace(/^\./, "dot ")
    .replace(/[+#*&@]/g, (sign) => SIGNS[sign] ?? " ")
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (words.length <= MAX_LENGTH) return words;
  const end = words.lastIndexOf("-", MAX_LENGTH);
  return words.slice(0, end > 0 ? end : MAX_LENGTH);
}
