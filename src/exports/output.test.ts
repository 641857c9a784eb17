import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { gunzipSync } from "node:zlib";
import { FileOutput, StreamOutput } from "./output";

const LINES = ["ä\n", "b\n", "c\n"];
const broken = () =>
  Readable.from(
    (async function* () {
      yield "a\n";
      throw new Error("the database is away");
    })(),
  );

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "careergraph-output-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("a file", () => {
  const at = (name: string) => join(folder, name);
  const PLAIN = { gzip: false, replace: false };

  it("has its name when all of it is there", async () => {
    const output = new FileOutput(at("g.ndjson"), PLAIN);
    await output.write(Readable.from(LINES));
    expect(readdirSync(folder)).not.toContain("g.ndjson");
    await output.finish();
    expect(readdirSync(folder)).toEqual(["g.ndjson"]);
    expect(readFileSync(at("g.ndjson"), "utf8")).toBe(LINES.join(""));
  });

  it("can be packed", async () => {
    const output = new FileOutput(at("g.ndjson.gz"), { ...PLAIN, gzip: true });
    await output.write(Readable.from(LINES));
    await output.finish();
    expect(gunzipSync(readFileSync(at("g.ndjson.gz"))).toString()).toBe(LINES.join(""));
  });

  it("is written anew when the database asks for another attempt", async () => {
    const output = new FileOutput(at("g.ndjson"), PLAIN);
    await expect(output.write(broken())).rejects.toThrow("the database is away");
    await output.write(Readable.from(LINES));
    await output.finish();
    expect(readFileSync(at("g.ndjson"), "utf8")).toBe(LINES.join(""));
  });

  it("leaves nothing behind after an error", async () => {
    const output = new FileOutput(at("g.ndjson"), PLAIN);
    await expect(output.write(broken())).rejects.toThrow("the database is away");
    await output.abandon();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("replaces another one only when it may", async () => {
    writeFileSync(at("g.ndjson"), "precious");
    expect(() => new FileOutput(at("g.ndjson"), PLAIN)).toThrow("is there already");
    const output = new FileOutput(at("g.ndjson"), { ...PLAIN, replace: true });
    await output.write(Readable.from(LINES));
    expect(readFileSync(at("g.ndjson"), "utf8")).toBe("precious");
    await output.finish();
    expect(readFileSync(at("g.ndjson"), "utf8")).toBe(LINES.join(""));
  });

  it("says when it cannot be written", async () => {
    const output = new FileOutput(at("none/g.ndjson"), PLAIN);
    await expect(output.write(Readable.from(LINES))).rejects.toThrow("ENOENT");
    await output.abandon();
  });
});

describe("a stream", () => {
  it("gets all lines and stays open", async () => {
    const stream = new PassThrough();
    const output = new StreamOutput(stream, false);
    await output.write(Readable.from(LINES));
    await output.finish();
    expect(stream.writableEnded).toBe(false);
    expect(stream.read().toString()).toBe(LINES.join(""));
  });

  it("cannot take back what it got", async () => {
    const output = new StreamOutput(new PassThrough(), true);
    await output.write(Readable.from(LINES));
    expect(() => output.write(Readable.from(LINES))).toThrow("asked to begin again");
  });
});
