/** Letters that are no other letter with a mark. Source: `titleToSlug` in sdk.mjs of simple-icons/simple-icons. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  "+": "plus",
  ".": "dot",
  "&": "and",
  đ: "d",
  ħ: "h",
  ı: "i",
  ĸ: "k",
  ŀ: "l",
  ł: "l",
  ß: "ss",
  ŧ: "t",
  ø: "o",
};

/** The slug of a brand that is given none, as Simple Icons makes it: `C++` is `cplusplus`, `Île-de-France` `iledefrance`. */
export function slugOfTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/[+.&đħıĸŀłßŧø]/g, (character) => REPLACEMENTS[character] ?? "")
    .normalize("NFD")
    .replace(/[^a-z\d]/g, "");
}
