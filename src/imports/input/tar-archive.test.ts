import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { tarBytes } from "../testing/archive-bytes";
import { firstFile, InputFolder, pathsOf, textsOf } from "../testing/input-folder";
import { INPUT_LIMITS } from "./limits";
import { openInput } from "./open-input";

const folder = new InputFolder();

describe("a tar archive", () => {
  const files = { "top/b.csv": "bb", "top/empty.csv": "", "top/a.csv": "a".repeat(5000) };
  const sorted = ["top/a.csv", "top/b.csv", "top/empty.csv"];

  it.each([
    ["plain", "x.tar", {}],
    ["gzipped and kept", "x.tar.gz", {}],
    ["gzipped and kept in part", "x.tgz", { keptBytes: 10 }],
    ["gzipped and read again", "x.tgz", { keptFileBytes: -1 }],
  ])("%s is read more than once and at once", async (_, name, limits) => {
    const bytes = await tarBytes(files);
    const input = await folder.open(
      folder.put("tar", { [name]: name.endsWith("gz") ? gzipSync(bytes) : bytes }, name),
      limits,
    );
    expect(pathsOf(input)).toEqual(sorted);
    const twice = await Promise.all([...input.files, ...input.files].map((file) => file.text()));
    expect(twice).toEqual([files["top/a.csv"], "bb", "", files["top/a.csv"], "bb", ""]);
  });

  it("has hidden files, folders and links left out", async () => {
    const bytes = await tarBytes({ "._a.csv": "x", "a.csv": "1", "dir/": "", link: null });
    const input = await folder.open(folder.put("tar", { "hidden.tar": bytes }, "hidden.tar"));
    expect(pathsOf(input)).toEqual(["a.csv"]);
  });

  it("may have long names", async () => {
    const name = `${"long/".repeat(60)}é.csv`;
    const input = await folder.open(
      folder.put("tar", { "long.tar": await tarBytes({ [name]: "text" }) }, "long.tar"),
    );
    expect(pathsOf(input)).toEqual([name]);
    expect(await textsOf(input)).toEqual(["text"]);
  });

  it("that is broken or cut is named", async () => {
    const whole = await tarBytes(files);
    const cases: [string, Buffer, RegExp][] = [
      ["bad.tar.gz", Buffer.from("<html>"), /bad\.tar\.gz: is broken, it cannot be unpacked/],
      ["cut.tar.gz", gzipSync(whole).subarray(0, 60), /cut\.tar\.gz: is broken/],
      ["cut.tar", whole.subarray(0, 3000), /cut\.tar: cannot be read \(Unexpected end of data\)/],
      ["none.tar", Buffer.alloc(2048, "x"), /none\.tar: cannot be read/],
      ["empty.tar", Buffer.alloc(1024), /empty\.tar: holds no files/],
    ];
    for (const [name, bytes, message] of cases)
      await expect(openInput(folder.put("tar", { [name]: bytes }, name))).rejects.toThrow(message);
  });

  it("that is damaged after it was opened is named", async () => {
    const name = "later.tgz";
    const path = folder.put("tar", { [name]: gzipSync(await tarBytes(files)) }, name);
    const input = await folder.open(path, { keptBytes: 0 });
    folder.put("tar", { [name]: gzipSync(await tarBytes(files)).subarray(0, 60) });
    await expect(firstFile(input).text()).rejects.toThrow(`${path}, entry "top/a.csv": is broken`);
  });

  it("has limits", async () => {
    const path = folder.put("tar", { "big.tgz": gzipSync(await tarBytes(files)) }, "big.tgz");
    const refusal = (limits: object) =>
      expect(openInput(path, { ...INPUT_LIMITS, ...limits })).rejects;
    await refusal({ files: 2 }).toThrow(`${path}: holds more than 2 files`);
    await refusal({ fileBytes: 4999 }).toThrow(
      `${path}, entry "top/a.csv": is larger than 4999 bytes, which is the limit`,
    );
    await refusal({ keptBytes: 0, againBytes: 4000 }).toThrow(
      `${path}: is too large a gzipped archive to be read in place`,
    );
  });

  it("shares its limits with the others of a folder", async () => {
    const bytes = gzipSync(await tarBytes({ "a.csv": "0123456789" }));
    const path = folder.put("tars", { "one.tgz": bytes, "two/two.tgz": bytes });
    const limits = { ...INPUT_LIMITS, keptBytes: 10, againBytes: 0 };
    await expect(openInput(path, limits)).rejects.toThrow("too large a gzipped archive");
    await expect(openInput(join(path, "two"), limits)).resolves.toBeDefined();
  });
});
