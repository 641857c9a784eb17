import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The project's folder, whether the program runs compiled from dist/ or, in tests, from the sources. */
export const PROJECT_ROOT = findRoot(__dirname);

function findRoot(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return folder;
    if (folder === dirname(folder)) throw new Error(`no package.json above ${start}`);
  }
}
