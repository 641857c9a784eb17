import { execFileSync } from "node:child_process";
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Report } from "./report";

const folder = mkdtempSync(join(tmpdir(), "careergraph-report-"));
afterAll(() => rmSync(folder, { recursive: true }));

const inFolder = (name: string) => join(folder, name);
const linesOf = (path: string) =>
  readFileSync(path, "utf8")
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));

it("writes an object a line: file, line, reason and the row", async () => {
  const report = new Report(inFolder("lines.ndjson"));
  const place = { file: "skills_en.csv", line: 12, values: { preferredLabel: "a\nb", n: 1 } };
  report.skipped("skills", "MISSING_VALUE", place);
  report.skipped("links", "CYCLE", { file: "", line: null, values: null }, "a -> b");
  report.leftOut("Tools Used.txt", 3);
  report.write({ type: "joined", name: "JavaScript" });
  await report.close();
  expect(linesOf(report.path)).toEqual([
    {
      type: "skipped",
      reason: "MISSING_VALUE",
      entity: "skills",
      file: "skills_en.csv",
      line: 12,
      row: { preferredLabel: "a\nb", n: 1 },
    },
    {
      type: "skipped",
      reason: "CYCLE",
      entity: "links",
      file: null,
      line: null,
      row: null,
      note: "a -> b",
    },
    { type: "left out", file: "Tools Used.txt", rows: 3 },
    { type: "joined", name: "JavaScript" },
  ]);
});

it("begins anew on a restart, with nothing left of what was written before", async () => {
  const report = new Report(inFolder("restarted.ndjson"));
  for (let n = 0; n < 5_000; n++) report.write({ attempt: 1, n });
  await report.restart();
  report.write({ attempt: 2 });
  await report.close();
  expect(linesOf(report.path)).toEqual([{ attempt: 2 }]);
});

it("can be closed twice", async () => {
  const report = new Report(inFolder("closed.ndjson"));
  await report.close();
  await report.close();
  expect(readFileSync(report.path, "utf8")).toBe("");
});

(process.platform === "win32" ? it.skip : it)(
  "waits for a slow file and loses nothing",
  async () => {
    const path = inFolder("slow");
    execFileSync("mkfifo", [path]);
    const report = new Report(path);
    for (let n = 0; n < 20_000; n++) report.write({ n });
    let drained = false;
    const waits = [report.drain(), report.drain()].map(async (wait) => {
      await wait;
      drained = true;
    });
    // Nobody reads: the pipe is full, and nothing can be drained.
    await new Promise((resolve) => setImmediate(resolve));
    expect(drained).toBe(false);
    let text = "";
    const reader = createReadStream(path, "utf8").on("data", (chunk) => {
      text += chunk;
    });
    const read = new Promise<void>((resolve) => reader.once("close", resolve));
    await Promise.all(waits);
    await report.close();
    await read;
    expect(text.split("\n")).toHaveLength(20_001);
  },
);

it("says that its folder is not there, as soon as somebody waits for it", async () => {
  const path = inFolder("nowhere/report.ndjson");
  const message = `${path}: the report cannot be written: there is no such folder`;
  const report = new Report(path);
  await expect(report.restart()).rejects.toThrow(message);
  report.write({ n: 1 });
  await expect(report.drain()).rejects.toThrow(message);
  await expect(report.close()).rejects.toThrow(message);
});

(existsSync("/dev/full") ? it : it.skip)("tells a full disk to everything that waits", async () => {
  const report = new Report("/dev/full");
  for (let n = 0; n < 20_000; n++) report.write({ n });
  const waits = await Promise.allSettled([report.drain(), report.drain(), report.close()]);
  for (const wait of waits)
    expect(wait).toMatchObject({
      status: "rejected",
      reason: { name: "ImportError", message: expect.stringContaining("no space is left") },
    });
});
