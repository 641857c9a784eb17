import { cleanCell } from "./clean-cell";

describe("cleanCell", () => {
  it.each([
    ["plain ASCII", "JavaScript (ES6), C++ & C#", "JavaScript (ES6), C++ & C#"],
    ["nothing", "", ""],
    ["white space alone", " \t\u00a0\r\n ", ""],
    ["spaces around", "  canapés ", "canapés"],
    [
      "no-break spaces",
      "manage documentation\u00a0of prior\u202flearning\u00a0",
      "manage documentation of prior learning",
    ],
    ["spaces of other widths", "a\u2003b\u2009c\u3000d", "a b c d"],
    ["tabs and runs of spaces", "a\t b   c", "a b c"],
    ["zero-width spaces and marks", "\ufeffde\u200bve\u2060lop\u00ader\u200e", "developer"],
    ["joiners inside Latin text", "soft\u200dware\u200c", "software"],
    ["control characters, U+0000 too", "a\u0000b\u0007c\u009fd\u001b", "abcd"],
    ["CRLF", "one\r\ntwo\r\n", "one\ntwo"],
    ["CR", "one\rtwo", "one\ntwo"],
    ["Unicode line ends", "one\u2028two\u0085three", "one\ntwo\nthree"],
    ["blanks around line breaks", "You can: \n - help\u00a0\n\t- ask", "You can:\n- help\n- ask"],
    ["empty lines at both ends", "\n \n one \n\n two\n \n", "one\n\ntwo"],
    ["what leaves blanks side by side", "a \u200b b", "a b"],
    ["decomposed letters", "cafe\u0301", "caf\u00e9"],
  ])("cleans %s", (_, text, clean) => {
    expect(cleanCell(text)).toBe(clean);
  });

  it("keeps joiners where they are part of what is written", () => {
    const persian = "می\u200cخواهم";
    const emoji = "\u{1f469}\u200d\u{1f4bb}";
    expect([cleanCell(persian), cleanCell(emoji)]).toEqual([persian, emoji]);
  });

  it("finds nothing to clean in what it made", () => {
    const cells = [
      "a \u200b \u00a0b\r\n\u200b\n c",
      "\u0000 \ufeff x\u200b \n",
      "e\u200b\u0301\u2028 ",
    ];
    for (const cell of cells) expect(cleanCell(cleanCell(cell))).toBe(cleanCell(cell));
  });
});
