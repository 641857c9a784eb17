import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { linesByType } from "../imports/testing/import-into";
import { InputFolder } from "../imports/testing/input-folder";
import { graphState } from "../testing/content-hash";
import { openDataFolder, starterDataFolder } from "../testing/data-folder";
import { runScript } from "../testing/run-typescript";

/** `npm run import` as somebody runs it, on an embedded database of its own. */

const FIXTURES = join(__dirname, "../imports/esco/fixtures");

// Several processes, each of which compiles the program first.
jest.setTimeout(180_000);

const folder = new InputFolder();
let dataDir: string;
let reports: string;
beforeAll(async () => {
  dataDir = await starterDataFolder();
  reports = folder.put("reports", { "old.txt": "" });
  rmSync(join(reports, "old.txt"));
});
afterAll(() => rmSync(dataDir, { recursive: true }));

/** Runs the command and answers what it printed; fails unless it exits with `code`. */
async function command(args: readonly string[], code = 0): Promise<string> {
  const settings = { DATA_DIR: dataDir, DATABASE_URL: "" };
  const script = runScript(`
    process.argv = ["node", "import", ...${JSON.stringify(args)}];
    Object.assign(process.env, ${JSON.stringify(settings)});
    require("./src/cli/import.ts");
  `);
  await script.ended;
  const printed = script.lines.join("\n");
  expect(`${script.process.exitCode}: ${printed}`).toMatch(new RegExp(`^${code}: `));
  return printed;
}

async function state(): Promise<{ revision: number; contentHash: string }> {
  const database = await openDataFolder(dataDir);
  try {
    return await graphState(database);
  } finally {
    await database.close();
  }
}

it("lists the sources with licence and where to download, without a database", async () => {
  const printed = await command(["--list"]);
  expect(printed).toMatch(/^esco: ESCO, .*\(European Commission/m);
  expect(printed).toContain(
    "This service uses the ESCO classification of the European Commission.",
  );
  expect(printed).toContain("https://www.onetcenter.org/database.html");
  const listed = JSON.parse(await command(["--list", "--json"]));
  expect(listed.find(({ name }: { name: string }) => name === "esco")).toMatchObject({
    scheme: "ESCO",
    licence: expect.stringContaining("2011/833/EU"),
    files: expect.arrayContaining(["occupations_<language>.csv"]),
  });
});

it("is refused while another process has the data, which it names, and changes nothing", async () => {
  const database = await openDataFolder(dataDir);
  try {
    const before = await graphState(database);
    for (const args of [
      ["esco", join(FIXTURES, "esco-1.1.0"), "--reports", reports],
      ["--remove", "esco", "--reports", reports],
    ])
      expect(await command(args, 1)).toMatch(
        new RegExp(`The data folder .* is in use by process ${process.pid} on .*Stop it first`),
      );
    expect(await graphState(database)).toEqual(before);
    expect(readdirSync(reports)).toEqual([]);
  } finally {
    await database.close();
  }
});

it("imports, imports again, removes, and says each time what it did", async () => {
  const before = await state();
  const imported = await command(["esco", join(FIXTURES, "esco-1.1.1"), "--reports", reports]);
  expect(imported).toContain(`Imported esco 1.1.1 as revision ${before.revision + 1}`);
  // Lines of progress for a log, because nobody sits at a terminal.
  expect(imported).toMatch(/^ +\d+\.\d s {2}reading nodes \(/m);
  expect(imported).toMatch(/^ {2}occupations +1 +1 +0 +0 +0$/m);
  expect(imported).toContain("1 of occupation skill relations: UNKNOWN_CONCEPT");
  const [, path = ""] = /^Report: (.*)$/m.exec(imported) ?? [];
  const report = linesByType(path);
  expect(report.skipped).toHaveLength(2);
  expect(report.skipped?.[0]).toMatchObject({ file: "broaderRelationsOccPillar.csv", line: 3 });
  expect(report.summary).toMatchObject([{ source: "esco", version: "1.1.1" }]);

  const again = JSON.parse(
    await command(["esco", join(FIXTURES, "esco-1.1.1"), "--json", "--reports", reports]),
  );
  expect(again).toMatchObject({ changed: false, revision: before.revision + 1 });

  expect(await command(["--joins"])).toMatch(/^\d+ joins\. To undo one/m);
  const removed = await command(["--remove", "esco", "--reports", reports]);
  expect(removed).toContain(`Removed esco as revision ${before.revision + 2}`);
  expect((await state()).revision).toBe(before.revision + 2);
});

it("says what is wrong in words, exits with 1, and changes nothing", async () => {
  const before = await state();
  const wrong = folder.put("wrong", { "notes.txt": "nothing of ESCO" });
  expect(await command(["esco", wrong, "--reports", reports], 1)).toMatch(
    /looked for: occupations_<language>\.csv, .*; it holds notes\.txt$/m,
  );
  const nowhere = join(wrong, "nowhere");
  expect(await command(["esco", nowhere, "--reports", reports], 1)).toBe(
    `${nowhere}: there is no such file or folder`,
  );
  const release = join(FIXTURES, "esco-1.1.1");
  expect(await command(["esco", release, "--reports", nowhere], 1)).toMatch(
    /nowhere\/import-report-esco-.*\.ndjson: the report cannot be written: there is no such folder$/m,
  );
  expect(await command(["esko", release], 1)).toContain('There is no source "esko".');
  expect(await state()).toEqual(before);
});
