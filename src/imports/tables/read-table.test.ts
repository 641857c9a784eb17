import { readRows, tableFile } from "../testing/table-file";
import { CSV, type Row, readTable, TSV } from "./read-table";

describe("a table", () => {
  it("is read by header names, in blocks of up to 1,000 rows", async () => {
    const lines = Array.from({ length: 2500 }, (_, index) => `${index},x${index}\n`).join("");
    const blocks: number[] = [];
    let row: Row | undefined;
    for await (const rows of readTable(tableFile(`id,name\n${lines}`), CSV, ["name"])) {
      blocks.push(rows.length);
      row = rows.at(-1);
    }
    expect(blocks.reduce((sum, size) => sum + size)).toBe(2500);
    expect(Math.max(...blocks)).toBe(1000);
    expect(row).toMatchObject({ file: "t.csv", line: 2501, values: { id: "2499", name: "x2499" } });
  });

  it("takes columns in any order, further ones, and a missing optional one", async () => {
    const rows = await readRows("b,extra,a\n1,2,3\n", CSV, ["a", "b"]);
    expect(rows.map((row) => [row.get("a"), row.get("b"), row.get("c")])).toEqual([["3", "1", ""]]);
    expect(rows[0]?.values).toEqual({ b: "1", extra: "2", a: "3" });
  });

  it("says which required columns are missing and which are there", async () => {
    await expect(readRows("conceptUri;code\nx;1\n", CSV, ["conceptUri", "code"])).rejects.toThrow(
      't.csv, line 1: lacks the columns "conceptUri", "code"; it has "conceptUri;code"',
    );
    await expect(readRows("a,b\n", CSV, ["a", "c"])).rejects.toThrow('lacks the column "c"');
  });

  it("cleans header names, and then compares them exactly", async () => {
    const text = '\ufeff"conceptUri\u00a0", pre\u200bferred  Label\t\nx,y\n';
    const [row] = await readRows(text, CSV, ["conceptUri", "preferred Label"]);
    expect(row?.values).toEqual({ conceptUri: "x", "preferred Label": "y" });
    await expect(readRows("Code\n1\n", CSV, ["code"])).rejects.toThrow('it has "Code"');
  });

  it("refuses two columns of one name", async () => {
    await expect(readRows("a,b, a\n1,2,3\n", CSV, [])).rejects.toThrow(
      't.csv, line 1: two columns are called "a"',
    );
  });

  it("takes no name for a column as no column", async () => {
    const [row] = await readRows(",a,\n0,1,2\n", CSV, ["a"]);
    expect(row?.values).toEqual({ a: "1" });
  });

  it("refuses an empty file", async () => {
    await expect(readRows("", CSV, ["a", "b"])).rejects.toThrow(
      't.csv: is empty; expected a header line with "a", "b"',
    );
    await expect(readRows("\ufeff\r\n\r\n", CSV, [])).rejects.toThrow("is empty");
    await expect(readRows("a,b\n", CSV, ["a"])).resolves.toEqual([]);
  });

  it("cleans cells", async () => {
    const [row] = await readRows("a,b,c\n\u00a0x\u200b y , e\u0301,\u0000\n", CSV, []);
    expect(row?.values).toEqual({ a: "x y", b: "é", c: "" });
  });
});

describe("lines", () => {
  it("are counted through cells with line breaks, blank lines and all line ends", async () => {
    const text = 'a,b\r\n"1\n2\n3",x\r\n\r\n \n"1\r\n2","\n"\nlast,y';
    const rows = await readRows(text, CSV, ["a", "b"]);
    expect(rows.map((row) => [row.line, row.get("a"), row.get("b")])).toEqual([
      [2, "1\n2\n3", "x"],
      [7, "1\n2", ""],
      [10, "last", "y"],
    ]);
  });

  it("may be blank before the header", async () => {
    const rows = await readRows("\n\na\n1\n", CSV, ["a"]);
    expect(rows.map((row) => row.line)).toEqual([4]);
  });

  it("end with LF or CRLF, not with CR alone", async () => {
    await expect(readRows("a,b\r1,2\r", CSV, ["a"])).rejects.toThrow(
      "has line ends of CR alone; expected LF or CRLF",
    );
    await expect(readRows("a,b\r", CSV, ["b"])).resolves.toEqual([]);
  });

  it("end somewhere", async () => {
    const endless = Buffer.alloc(17 * 1024 * 1024, "x");
    await expect(
      readRows(Buffer.concat([Buffer.from("a\n"), endless]), TSV, ["a"]),
    ).rejects.toThrow("t.csv, line 2: the line has no end within 16 MiB; expected LF or CRLF");
  });
});

describe("ragged rows", () => {
  it("lack cells at their end", async () => {
    const rows = await readRows("a,b,c\n1\n1,2\n1,2,3\n", CSV, ["c"]);
    expect(rows.map((row) => row.values)).toEqual([
      { a: "1", b: "", c: "" },
      { a: "1", b: "2", c: "" },
      { a: "1", b: "2", c: "3" },
    ]);
  });

  it("have surplus cells that are empty", async () => {
    expect((await readRows("a,b\n1,2,, \u200b,\n", CSV, []))[0]?.values).toEqual({
      a: "1",
      b: "2",
    });
  });

  it("have surplus cells that say something, which belongs to no column", async () => {
    await expect(readRows("a,b\n1,2\n1,2,3\n", CSV, [])).rejects.toThrow(
      't.csv, line 3: has 3 cells where the header has 2; "3" belongs to no column',
    );
  });

  it("have empty cells only, which is a row all the same", async () => {
    expect(await readRows("a,b\n,\n", CSV, [])).toHaveLength(1);
  });
});

describe("bytes", () => {
  it("that are not UTF-8 are named by their line", async () => {
    const text = Buffer.from('a,b\n"1\n2",é\nx,caf\u00e9\n', "latin1");
    const utf8 = Buffer.from('a,b\n"1\n2",é\nx,');
    const mixed = Buffer.concat([utf8, Buffer.from("caf\u00e9\n", "latin1")]);
    await expect(readRows(text, CSV, [])).rejects.toThrow("t.csv, line 3: is not UTF-8 here");
    for (const size of [1, 5, 1000])
      await expect(readRows(mixed, CSV, [], size)).rejects.toThrow(
        "t.csv, line 4: is not UTF-8 here",
      );
  });

  it("that are UTF-16 are refused", async () => {
    for (const mark of ["\ufeff", ""])
      await expect(readRows(Buffer.from(`${mark}a,b\n1,2\n`, "utf16le"), CSV, [])).rejects.toThrow(
        "t.csv: is UTF-16; expected UTF-8 text",
      );
  });

  it("may come in pieces of any size", async () => {
    const text = '\ufeffa,b\r\n"1\r\n""é",x\r\n\r\n"\u{1f469}",y';
    const whole = await values(text, 1000);
    expect(whole).toEqual([
      [2, '1\n"é', "x"],
      [5, "\u{1f469}", "y"],
    ]);
    for (let size = 1; size < 12; size++) expect(await values(text, size)).toEqual(whole);
  });
});

async function values(text: string, size: number): Promise<unknown[]> {
  const rows = await readRows(text, CSV, ["a", "b"], size);
  return rows.map((row) => [row.line, row.get("a"), row.get("b")]);
}
