import { fileURLToPath } from "node:url";
import { compile, isCompiled } from "./compile.mjs";
import { install, isInstalled } from "./install.mjs";
import { withLock } from "./lock.mjs";

/** The project's folder. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Installs and compiles what is not up to date; looks only (about 50 ms) when all is. Any number of processes may call
 * it at once: one works, the others wait for it and find nothing left to do.
 * Throws when a step fails; an error with `isForPeople` needs no stack.
 */
export async function prepare(options = { compile: true }) {
  process.chdir(ROOT);
  const isReady = () => isInstalled() && (!options.compile || isCompiled());
  if (isReady()) return;
  await withLock(async () => {
    if (!isInstalled()) await install();
    if (options.compile && !isCompiled()) await compile();
  });
}
