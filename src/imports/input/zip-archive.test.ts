import { zipBytes } from "../testing/archive-bytes";
import { firstFile, InputFolder, pathsOf, textsOf } from "../testing/input-folder";
import { INPUT_LIMITS } from "./limits";
import { openInput } from "./open-input";

const folder = new InputFolder();

describe("a zip archive", () => {
  it("is read in any order, more than once and at once, stored or deflated", async () => {
    const large = "line\n".repeat(100_000);
    const bytes = zipBytes({ "b.txt": large, "a.txt": { data: "stored", method: 0 } });
    const input = await folder.open(folder.put("zip", { "x.zip": bytes }, "x.zip"));
    expect(pathsOf(input)).toEqual(["a.txt", "b.txt"]);
    const twice = await Promise.all([...input.files, ...input.files].map((file) => file.text()));
    expect(twice).toEqual(["stored", large, "stored", large]);
  });

  it("may name its entries as it likes", async () => {
    const names = {
      "../../etc/a.csv": "1",
      "dir\\b.csv": "2",
      "__MACOSX/._b.csv": "x",
      "dir/": "",
    };
    const input = await folder.open(
      folder.put("zip", { "names.zip": zipBytes(names) }, "names.zip"),
    );
    expect(pathsOf(input)).toEqual(["dir/b.csv", "etc/a.csv"]);
    expect(await textsOf(input)).toEqual(["2", "1"]);
  });

  it("must not be encrypted", async () => {
    const bytes = zipBytes({ "a.csv": { data: "secret", flags: 1 } });
    const input = await folder.open(folder.put("zip", { "locked.zip": bytes }, "locked.zip"));
    await expect(firstFile(input).text()).rejects.toThrow(
      /locked\.zip, entry "a\.csv": is encrypted; unpack the archive/,
    );
  });

  it("must be packed by a method that is known", async () => {
    const bytes = zipBytes({ "a.csv": { data: "x", method: 9 } });
    const input = await folder.open(folder.put("zip", { "odd.zip": bytes }, "odd.zip"));
    await expect(firstFile(input).text()).rejects.toThrow(
      /odd\.zip, entry "a\.csv": is packed by method 9/,
    );
  });

  it("that is none is said to be none", async () => {
    for (const content of [
      "<html>not found</html>",
      zipBytes({ "a.csv": "text" }).subarray(0, -30),
    ])
      await expect(openInput(folder.put("zip", { "bad.zip": content }, "bad.zip"))).rejects.toThrow(
        /bad\.zip: is no zip archive, or a broken one/,
      );
  });

  it("that is damaged names the entry", async () => {
    const stored = zipBytes({ "a.csv": { data: "some text", method: 0 } });
    stored[40] = 0x21;
    const deflated = zipBytes({ "a.csv": "some text" });
    deflated.fill(0xff, 35, 42);
    for (const bytes of [stored, deflated]) {
      const input = await folder.open(folder.put("zip", { "hurt.zip": bytes }, "hurt.zip"));
      await expect(firstFile(input).text()).rejects.toThrow(/hurt\.zip, entry "a\.csv": is broken/);
    }
  });

  it("has limits", async () => {
    const bytes = zipBytes({ "a.csv": "0123456789", "b.csv": "" });
    const path = folder.put("zip", { "big.zip": bytes }, "big.zip");
    await expect(openInput(path, { ...INPUT_LIMITS, files: 1 })).rejects.toThrow(
      "more than 1 files",
    );
    const input = await folder.open(path, { fileBytes: 9 });
    await expect(firstFile(input).text()).rejects.toThrow(
      /big\.zip, entry "a\.csv": is larger than 9 bytes, which is the limit/,
    );
  });
});
