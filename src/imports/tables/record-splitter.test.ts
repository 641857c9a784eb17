import { parse } from "csv-parse/sync";
import { readRows } from "../testing/table-file";
import { CSV, TSV } from "./read-table";

describe("quotes", () => {
  it("enclose delimiters, line breaks and doubled quotes", async () => {
    const [row] = await readRows('a,b,c\n"x, y","say ""hi""",""\n', CSV, []);
    expect(row?.values).toEqual({ a: "x, y", b: 'say "hi"', c: "" });
  });

  it("may have blanks behind them", async () => {
    expect((await readRows('a,b\n"x" ,"y"\t\r\n', CSV, []))[0]?.values).toEqual({ a: "x", b: "y" });
  });

  it("are ordinary characters in the middle of a cell, and around its beginning", async () => {
    const [row] = await readRows(
      'a,b,c\n19" rack,x""y,"Big" data, 3" disk\n'.replace(", 3", "; 3"),
      CSV,
      [],
    );
    expect(row?.values).toEqual({ a: '19" rack', b: 'x""y', c: '"Big" data; 3" disk' });
  });

  it("are ordinary characters in a TSV", async () => {
    const text = 'Example\tCode\nLaser facsimile machines"\t1\n"Open\t2\n';
    const rows = await readRows(text, TSV, ["Example"]);
    expect(rows.map((row) => [row.line, row.get("Example"), row.get("Code")])).toEqual([
      [2, 'Laser facsimile machines"', "1"],
      [3, '"Open', "2"],
    ]);
  });

  it("that are never closed are named by their line", async () => {
    const text = 'a,b\n"1\n2",x\n"1\n2","open\nx,y\n';
    for (const size of [3, 1000])
      await expect(readRows(text, CSV, [], size)).rejects.toThrow(
        "t.csv, line 5: the quote that opens a cell here is never closed",
      );
  });

  it("that are closed by a later cell's quote do not swallow the rows between", async () => {
    await expect(readRows('a,b\n"open,x\n1,2\n1,"y"\n', CSV, [])).rejects.toThrow(
      "t.csv, line 2: the quoted cell that opens here ends in the middle of line 4",
    );
  });

  it("that are not closed within 16 MiB end the reading", async () => {
    const rest = Buffer.from('1,2\n".'.repeat(10)).fill(" ");
    const text = Buffer.concat([
      Buffer.from('a,b\n1,"\n'),
      ...Array.from({ length: 300_000 }, () => rest),
      Buffer.from("\n"),
    ]);
    await expect(readRows(text, CSV, [], 65536)).rejects.toThrow(
      "t.csv, line 2: the quote that opens a cell here is not closed within 16 MiB",
    );
  });

  it("may be closed far away", async () => {
    const cell = "line\n".repeat(1_000_000);
    const rows = await readRows(`a,b\n"${cell}",x\n1,2\n`, CSV, [], 65536);
    expect(rows.map((row) => [row.line, row.get("b")])).toEqual([
      [2, "x"],
      [1_000_003, "2"],
    ]);
    expect(rows[0]?.get("a")).toBe(cell.trim());
  });
});

it("reads any CSV as another reader does", async () => {
  // A generator of its own makes the same tables in each run.
  let state = 1;
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  const parts = ["a", "é", " b", ",", "\n", '"', "x\ny", ""];
  const table = () =>
    Array.from({ length: 1 + random(5) }, () =>
      Array.from({ length: 2 }, () =>
        Array.from({ length: random(4) }, () => parts[random(parts.length)]).join(""),
      ),
    );
  for (let run = 0; run < 500; run++) {
    const end = random(2) === 0 ? "\n" : "\r\n";
    const lines = table().map((cells) =>
      cells.map((cell) => (/[",\n]/.test(cell) || random(3) === 0 ? quote(cell) : cell)).join(","),
    );
    const text = `one,two${end}${lines.join(end)}${random(2) === 0 ? end : ""}`;
    const expected: string[][] = parse(text, { record_delimiter: end, from_line: 2 });
    const rows = await readRows(text, CSV, [], 1 + random(20));
    expect(rows.map((row) => [row.get("one"), row.get("two")])).toEqual(
      expected.map((cells) => cells.map(clean)),
    );
  }
});

function quote(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** What cleaning comes to for the parts above. */
function clean(cell: string): string {
  return cell
    .replace(/ +/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
}
