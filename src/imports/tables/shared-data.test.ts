import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../shared/project-root";
import { openInput } from "../input/open-input";
import { CSV, readTable, TSV } from "./read-table";

const DATA = join(PROJECT_ROOT, "../shared/data");
const README = join(DATA, "README.md");

interface Stated {
  file: string;
  rows: number;
  columns: string[];
}

/** The tables that the README describes: file, number of rows, columns. */
function stated(): Stated[] {
  const line = /^\| `([^`]+\.(?:csv|txt))(?:\.gz)?` \| [^|]+ \| ([\d,]+) \| (`.*`) \|$/gm;
  return [...readFileSync(README, "utf8").matchAll(line)].map(
    ([, file = "", rows = "", columns = ""]) => ({
      file,
      rows: Number(rows.replaceAll(",", "")),
      columns: columns.slice(1, -1).split("`, `"),
    }),
  );
}

(existsSync(README) ? describe : describe.skip)(
  "the shared data, if ../shared/data is there",
  () => {
    it("is read with the rows and columns that its README states", async () => {
      const tables = stated();
      expect(tables.length).toBeGreaterThan(50);
      const input = await openInput(DATA);
      const found: Stated[] = [];
      for (const { file: name, columns } of tables) {
        const file = input.file(name);
        if (!file) throw new Error(`no ${name}`);
        const format = name.endsWith(".csv") ? CSV : TSV;
        let count = 0;
        let header: string[] = [];
        for await (const rows of readTable(file, format, columns)) {
          count += rows.length;
          header = Object.keys(rows[0]?.values ?? {});
        }
        found.push({ file: name, rows: count, columns: header });
      }
      await input.close();
      expect(found).toEqual(tables);
    });
  },
);
