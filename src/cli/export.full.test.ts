import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { graphState } from "../testing/content-hash";
import { openDataFolder, starterDataFolder } from "../testing/data-folder";
import { runScript } from "../testing/run-typescript";

/** `npm run export` and `npm run import -- ndjson` as somebody runs them, on embedded databases of their own. */

let folder: string;
let dataDir: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "careergraph-export-"));
  dataDir = await starterDataFolder();
}, 120_000);
afterAll(() => {
  for (const each of [folder, dataDir]) rmSync(each, { recursive: true });
});

/** Runs a command and answers what it printed; fails unless it exits with `code`. */
async function command(
  name: "export" | "import",
  args: readonly string[],
  { code = 0, data = dataDir } = {},
): Promise<string> {
  const settings = { DATA_DIR: data, DATABASE_URL: "" };
  const script = runScript(`
    process.argv = ["node", "command", ...${JSON.stringify(args)}];
    Object.assign(process.env, ${JSON.stringify(settings)});
    require("./src/cli/${name}.ts");
  `);
  await script.ended;
  const printed = script.lines.join("\n");
  expect(`${script.process.exitCode}: ${printed}`).toMatch(new RegExp(`^${code}: `));
  return printed;
}

async function hashOf(data: string): Promise<string> {
  const database = await openDataFolder(data);
  try {
    return (await graphState(database)).contentHash;
  } finally {
    await database.close();
  }
}

it("writes the graph to a file, which makes the identical graph elsewhere", async () => {
  const hash = await hashOf(dataDir);
  const file = join(folder, "g.ndjson.gz");
  const printed = await command("export", [file]);
  expect(printed).toContain("writing links");
  expect(printed).toMatch(/^Exported the graph at revision 1 in .* nodes and .* links\.$/m);
  expect(printed).toContain(`Content hash: ${hash}\nFile: ${file}`);
  const data = join(folder, "data");
  const imported = await command("import", ["ndjson", file, "--reports", folder], { data });
  expect(imported).toContain("Imported ndjson as revision 1");
  expect(imported).toContain(`Content hash: ${hash}, as that of the graph that was exported`);
  expect(await hashOf(data)).toBe(hash);
  rmSync(data, { recursive: true });
});

it("writes to the standard output", async () => {
  const printed = await command("export", ["-", "--source", "article-001"]);
  expect(printed).toContain('{"format":"careergraph","formatVersion":1,"careergraph":"');
  expect(printed).toMatch(/^\{"type":"end","nodes":\d+,"links":\d+,"sha256":"[0-9a-f]{64}"\}$/m);
  expect(printed).toMatch(/^Exported what article-001 states at revision 1/m);
});

it("replaces a file when it is told to", async () => {
  const file = join(folder, "f.ndjson");
  await command("export", [file, "--source", "article-001"]);
  const before = readFileSync(file, "utf8");
  const printed = await command("export", [file], { code: 1 });
  expect(printed).toBe(`${file} is there already. Give another name, or --force to replace it.`);
  expect(readFileSync(file, "utf8")).toBe(before);
  await command("export", [file, "--force"]);
  expect(readFileSync(file, "utf8").length).toBeGreaterThan(before.length);
});

it("leaves no file when there is nothing to write", async () => {
  const before = readdirSync(folder);
  const printed = await command("export", [join(folder, "x.ndjson"), "--source", "nobody"], {
    code: 1,
  });
  expect(printed).toContain('The graph has no source "nobody". Sources: article-000, ');
  expect(readdirSync(folder)).toEqual(before);
});

it("is refused while another process has the data, which it names", async () => {
  const database = await openDataFolder(dataDir);
  try {
    expect(await command("export", [join(folder, "y.ndjson")], { code: 1 })).toMatch(
      new RegExp(`The data folder .* is in use by process ${process.pid} on .*Stop it first`),
    );
  } finally {
    await database.close();
  }
});

it("asks for the tables of this release", async () => {
  const data = join(folder, "empty");
  const printed = await command("export", ["-"], { code: 1, data });
  expect(printed).toContain("The tables are not those of this release. Run npm run migrate first.");
});
