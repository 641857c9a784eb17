import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PgliteThread } from "./pglite-worker-thread";
import { emptyDatabase, templateFile } from "./template";

let folder: string;
let file: string;
const make = jest.fn(async () => new Uint8Array([1, 2, 3]));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "careergraph-test-"));
  file = join(folder, "cache", "empty.template");
  make.mockClear();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the empty database", () => {
  it("is made once and kept", async () => {
    expect(await emptyDatabase(file, make)).toEqual(new Uint8Array([1, 2, 3]));
    expect(await emptyDatabase(file, make)).toEqual(new Uint8Array([1, 2, 3]));
    expect(make).toHaveBeenCalledTimes(1);
  });

  it.each([
    ["cut short", (bytes: Buffer) => bytes.subarray(0, 33)],
    ["changed", (bytes: Buffer) => Buffer.concat([bytes, Buffer.from([0])])],
    ["empty", () => Buffer.alloc(0)],
  ])("is made again when the kept one is %s", async (_, damage) => {
    await emptyDatabase(file, make);
    writeFileSync(file, damage(readFileSync(file)));
    expect(await emptyDatabase(file, make)).toEqual(new Uint8Array([1, 2, 3]));
    expect(await emptyDatabase(file, make)).toEqual(new Uint8Array([1, 2, 3]));
    expect(make).toHaveBeenCalledTimes(2);
  });

  it("is not taken from where others can write", async () => {
    await emptyDatabase(file, make);
    chmodSync(join(folder, "cache"), 0o777);
    await emptyDatabase(file, make);
    expect(make).toHaveBeenCalledTimes(2);
  });

  it("is not taken through a link", async () => {
    await emptyDatabase(file, make);
    symlinkSync(join(folder, "cache"), join(folder, "link"));
    await emptyDatabase(join(folder, "link", "empty.template"), make);
    expect(make).toHaveBeenCalledTimes(2);
  });

  it("is made by several at once without disturbing one another", async () => {
    await Promise.all(Array.from({ length: 5 }, () => emptyDatabase(file, make)));
    expect(readdirSync(join(folder, "cache"))).toEqual(["empty.template"]);
    make.mockClear();
    await emptyDatabase(file, make);
    expect(make).not.toHaveBeenCalled();
  });

  it("is made each time when it cannot be kept", async () => {
    writeFileSync(join(folder, "cache"), "a file where the folder should be");
    expect(await emptyDatabase(file, make)).toEqual(new Uint8Array([1, 2, 3]));
  });

  it("opens", async () => {
    const thread = await PgliteThread.start("memory://", await emptyDatabase(templateFile()));
    await thread.stop();
  });
});
