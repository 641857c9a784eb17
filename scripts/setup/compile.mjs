import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run.mjs";

const OUTPUT = "dist";
/** Holds the hash of the sources that the output was made from. */
const STAMP = ".compiled-from";
/** What the output depends on: the files that tsconfig.json includes, it itself, and the compiler's version. */
const FOLDERS = ["src", "migrations", "seeds", "bench"];
const FILES = ["tsconfig.json", "package-lock.json"];

/** Whether dist/ was compiled from the sources as they are now: by content, so that a checkout changes nothing by its times. */
export function isCompiled() {
  const stamp = join(OUTPUT, STAMP);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hashSources();
}

/** Compiles beside dist/ and then takes its place, so that dist/ is never half there. A failure leaves the old one. */
export async function compile() {
  const fresh = `${OUTPUT}.new`;
  const old = `${OUTPUT}.old`;
  for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
  const hash = hashSources(); // before: what is changed during the run counts as not compiled
  const tsc = join("node_modules", "typescript", "bin", "tsc");
  await run("Compiling (tsc)", process.execPath, [tsc, "--project", ".", "--outDir", fresh]);
  writeFileSync(join(fresh, STAMP), hash);
  if (existsSync(OUTPUT)) renameSync(OUTPUT, old);
  renameSync(fresh, OUTPUT);
  rmSync(old, { recursive: true, force: true });
}

function hashSources() {
  const hash = createHash("sha256");
  const add = (file) => {
    const content = readFileSync(file);
    hash.update(`${file}\0${content.length}\0`).update(content);
  };
  for (const folder of FOLDERS.filter((name) => existsSync(name))) {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
    for (const file of files.filter((name) => name.endsWith(".ts")).sort()) add(join(folder, file));
  }
  for (const file of FILES) add(file);
  return hash.digest("hex");
}
