import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { compile, isCompiled } from "./compile.mjs";
import { install, isInstalled } from "./install.mjs";
import { withLock } from "./lock.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What `scripts/setup.mjs` does with its arguments. */
export async function setUp(args) {
  const then = args.indexOf("--then");
  const options = then < 0 ? args : args.slice(0, then);
  await prepare({ compiled: !options.includes("--no-compile") });
  if (then < 0) return;
  const [program, ...itsArgs] = args.slice(then + 1);
  process.argv = [process.argv[0], resolve(program), ...itsArgs];
  await import(pathToFileURL(process.argv[1]).href);
}

/**
 * Installs and compiles what is not up to date; looks only (about 0.1 s) when all is. Any number of processes may call
 * it at once: one works, the others wait for it and find nothing left to do. Works in the project's folder, and stays there.
 * Throws when a step fails; an error with `isForPeople` needs no stack.
 */
export async function prepare({ compiled }) {
  process.chdir(ROOT);
  if (isInstalled() && (!compiled || isCompiled())) return;
  await withLock(async () => {
    if (!isInstalled()) await install();
    if (compiled && !isCompiled()) await compile();
  });
}
