import { chmodSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { tarBytes, zipBytes } from "../testing/archive-bytes";
import { firstFile, InputFolder, pathsOf, textsOf } from "../testing/input-folder";
import { INPUT_LIMITS } from "./limits";
import { openInput } from "./open-input";

const folder = new InputFolder();

describe("a folder", () => {
  it("is read with its folders, in order, and without hidden files", async () => {
    const path = folder.put("plain", {
      "b/index.md": "b",
      "a.csv": "a",
      "B.csv": "B",
      ".DS_Store": "x",
      ".git/config": "x",
      "__MACOSX/a.csv": "x",
    });
    const input = await folder.open(path);
    expect(pathsOf(input)).toEqual(["B.csv", "a.csv", "b/index.md"]);
    expect(input.path).toBe(path);
    expect(input.files.map((file) => file.name)).toEqual(["B.csv", "a.csv", "index.md"]);
    expect(await textsOf(input)).toEqual(["B", "a", "b"]);
  });

  it("has its gzipped files and its archives opened", async () => {
    const path = folder.put("packed", {
      "skills_en.csv.gz": gzipSync("gz"),
      "more/topics.tar.gz": gzipSync(await tarBytes({ "topics/react/index.md": "tgz" })),
      "old.tar": await tarBytes({ "./note.txt": "tar" }),
      "texts.zip": zipBytes({ "db/Skills.txt": "zip", "db/packed.txt.gz": gzipSync("zip, gz") }),
    });
    const input = await folder.open(path);
    expect(pathsOf(input)).toEqual([
      "db/Skills.txt",
      "db/packed.txt",
      "more/topics/react/index.md",
      "note.txt",
      "skills_en.csv",
    ]);
    expect(await textsOf(input)).toEqual(["zip", "zip, gz", "tgz", "tar", "gz"]);
  });

  it("may have links, back to itself too", async () => {
    const path = folder.put("linked", { "a.csv": "a" });
    symlinkSync(path, join(path, "back"));
    symlinkSync(join(path, "a.csv"), join(path, "b.csv"));
    const input = await folder.open(path);
    expect(pathsOf(input)).toEqual(["a.csv", "b.csv"]);
    expect(await textsOf(input)).toEqual(["a", "a"]);
  });

  it("must hold something, and not too much", async () => {
    mkdirSync(join(folder.path, "empty"));
    await expect(openInput(join(folder.path, "empty"))).rejects.toThrow("empty: holds no files");
    const path = folder.put("many", { a: "", b: "", c: "" });
    await expect(openInput(path, { ...INPUT_LIMITS, files: 2 })).rejects.toThrow(
      `${path}: holds more than 2 files`,
    );
  });
});

describe("finding files", () => {
  it("goes by the name without case", async () => {
    const input = await folder.open(
      folder.put("named", { "x/Skills_EN.csv": "1", "skills.csv": "2" }),
    );
    expect(input.file("skills_en.csv")?.path).toBe("x/Skills_EN.csv");
    expect(input.file("skills")).toBeNull();
    expect(input.matching(/^skills.*\.csv$/gi).map(({ path }) => path)).toEqual([
      "skills.csv",
      "x/Skills_EN.csv",
    ]);
  });

  it("does not choose between two of one name", async () => {
    const input = await folder.open(
      folder.put("twice", { "new/a.csv": "1", "old/a.csv.gz": gzipSync("2") }),
    );
    expect(() => input.file("A.csv")).toThrow(
      `twice: holds more than one "A.csv": new/a.csv, old/a.csv; name the folder`,
    );
  });
});

describe("a single file", () => {
  it("is an input of one file", async () => {
    const input = await folder.open(folder.put("single", { ".hidden.csv": "text" }, ".hidden.csv"));
    expect(pathsOf(input)).toEqual([".hidden.csv"]);
    expect(await textsOf(input)).toEqual(["text"]);
  });

  it("may be gzipped, in several parts", async () => {
    const bytes = Buffer.concat([gzipSync("one "), gzipSync("two")]);
    const input = await folder.open(folder.put("single", { "a.csv.GZ": bytes }, "a.csv.GZ"));
    expect(input.file("a.csv")?.path).toBe("a.csv");
    expect(await textsOf(input)).toEqual(["one two"]);
  });

  it("must be there", async () => {
    for (const path of [
      join(folder.path, "nowhere"),
      join(folder.put("single", { a: "" }), "a", "b"),
    ])
      await expect(openInput(path)).rejects.toThrow(`${path}: there is no such file or folder`);
  });

  it("must be a file or a folder", async () => {
    await expect(openInput("/dev/null")).rejects.toThrow("is neither a file nor a folder");
  });

  // root may read everything.
  (process.getuid?.() === 0 ? it.skip : it)("must be readable", async () => {
    const path = folder.put("closed", { "a.csv": "" }, "a.csv");
    chmodSync(path, 0);
    await expect(openInput(path)).rejects.toThrow(`${path}: may not be read by this user`);
  });

  it("that goes away is an error when it is opened", async () => {
    const path = folder.put("single", { "gone.csv": "" }, "gone.csv");
    const input = await folder.open(path);
    rmSync(path);
    await expect(firstFile(input).text()).rejects.toThrow(
      `${path}: there is no such file or folder`,
    );
  });
});

describe("gzip", () => {
  it("that is broken or cut is named", async () => {
    const packed = gzipSync("some text that is long enough to be cut");
    for (const bytes of [packed.subarray(0, 25), Buffer.from("plain text")]) {
      const path = folder.put("gz", { "a.csv.gz": bytes }, "a.csv.gz");
      await expect(firstFile(await folder.open(path)).text()).rejects.toThrow(`${path}: is broken`);
    }
  });

  it("that unpacks to too much is stopped", async () => {
    const path = folder.put("gz", { "bomb.gz": gzipSync(Buffer.alloc(10_000_000)) }, "bomb.gz");
    const file = firstFile(await folder.open(path, { fileBytes: 1024 ** 2 }));
    let read = 0;
    const reading = async () => {
      for await (const chunk of await file.open()) read += chunk.length;
    };
    await expect(reading()).rejects.toThrow(`${path}: is larger than 1 MiB, which is the limit`);
    expect(read).toBeLessThanOrEqual(1024 ** 2);
  });
});

describe("text", () => {
  it.each([
    ["UTF-8", Buffer.from("é\r\n"), "é\r\n"],
    ["UTF-8 with a byte order mark", Buffer.from("\ufeffé"), "é"],
    ["nothing", Buffer.alloc(0), ""],
  ])("is %s", async (_, bytes, text) => {
    expect(await firstFile(await folder.open(folder.put("text", { a: bytes }, "a"))).text()).toBe(
      text,
    );
  });

  it.each([
    [
      "Windows-1252",
      Buffer.from("one\ntwo\ncaf\u00e9\n", "latin1"),
      /^a, line 3: is not UTF-8 here/,
    ],
    ["cut UTF-8", Buffer.from("one\né").subarray(0, -1), /^a, line 2: is not UTF-8 here/],
    ["UTF-16", Buffer.from("\ufeffone", "utf16le"), /^a: is UTF-16; expected UTF-8 text/],
  ])("is not %s", async (_, bytes, message) => {
    await expect(
      firstFile(await folder.open(folder.put("text", { a: bytes }, "a"))).text(),
    ).rejects.toThrow(message);
  });

  it("is not too long", async () => {
    const file = firstFile(
      await folder.open(folder.put("text", { a: "12345" }, "a"), { textBytes: 4 }),
    );
    await expect(file.text()).rejects.toThrow("a: is larger than 4 bytes, which is the limit");
  });
});

it("may be left in the middle of a file", async () => {
  const large = Buffer.alloc(3_000_000, "line\n");
  const contents = {
    "a.gz": gzipSync(large),
    "b.zip": zipBytes({ b: large }),
    "c.tgz": gzipSync(await tarBytes({ c: large })),
    d: large,
  };
  const input = await folder.open(folder.put("left", contents), { keptBytes: 0 });
  for (const file of input.files) {
    const stream = await file.open();
    for await (const chunk of stream) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    expect(stream.destroyed).toBe(true);
    expect((await file.text()).length).toBe(large.length);
  }
});
