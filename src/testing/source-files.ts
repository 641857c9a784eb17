import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { PROJECT_ROOT } from "../shared/project-root";

/** An import or re-export of another file or of a package. */
export interface Import {
  /** The file's path from the project root without its ending, e.g. `src/nodes/node.entity`, or the package's name. */
  to: string;
  /** `import type`: it leaves no trace at run time. */
  typeOnly: boolean;
  /** What stands between `import` and `from`. */
  names: string;
}

/** A TypeScript file of the project. */
export interface SourceFile {
  /** From the project root, e.g. `src/nodes/node.entity.ts`. */
  path: string;
  /** Folder directly below the top one, e.g. `nodes`; the file's own name for files that stand there, e.g. `main.ts`. */
  part: string;
  text: string;
  imports: Import[];
}

/** Every TypeScript file in the top folders that are named, tests included. */
export function sourceFiles(...folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(PROJECT_ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .sort()
      .map((name) => readSource(posix.join(folder, name))),
  );
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(PROJECT_ROOT, path), "utf8");
  return { path, part: path.split("/")[1] ?? "", text, imports: importsOf(path, text) };
}

const IMPORT = /^(?:import|export)(\s+type)?\s+([\w*{][^;"]*?)\s+from\s+"([^"]+)"/gm;
const BARE_IMPORT = /^import()()\s+"([^"]+)"/gm;
const INLINE_IMPORT = /\bimport\(()()\s*"([^"]+)"\s*\)/g;

function importsOf(path: string, text: string): Import[] {
  return [IMPORT, BARE_IMPORT, INLINE_IMPORT].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, type, names = "", to = ""]) => ({
      to: to.startsWith(".") ? relative(PROJECT_ROOT, join(PROJECT_ROOT, dirname(path), to)) : to,
      typeOnly: type !== undefined && type !== "",
      names,
    })),
  );
}
