import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

const ROOT = join(__dirname, "..", "..");

/** Compiles what a child process requires in memory, so that a test of two processes does not depend on a build. */
const COMPILE = `
  const { transformFileSync } = require("@swc/core");
  require.extensions[".ts"] = (module, file) =>
    module._compile(transformFileSync(file, { cwd: ${JSON.stringify(ROOT)} }).code, file);
  require("reflect-metadata");
`;

export interface RunningScript {
  readonly process: ChildProcess;
  /** Lines it has printed, errors included. */
  readonly lines: readonly string[];
  /** Resolves with the first line that matches; rejects when the script ends before. */
  line(pattern: RegExp): Promise<string>;
  /** Resolves when it has ended. */
  readonly ended: Promise<void>;
}

/** Runs JavaScript text in another process; `require("./src/…")` in it finds TypeScript files from the project's root. */
export function runScript(source: string): RunningScript {
  const child = spawn(process.execPath, ["-e", COMPILE + source], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  const watchers = new Set<() => void>();
  const tell = () => {
    for (const watcher of watchers) watcher();
  };
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => {
      hasEnded = true;
      tell();
      resolve();
    });
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      lines.push(line);
      tell();
    });
  }
  const line = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = lines.find((text) => pattern.test(text));
        if (found === undefined && !hasEnded) return;
        watchers.delete(look);
        if (found === undefined) reject(new Error(`The script ended:\n${lines.join("\n")}`));
        else resolve(found);
      };
      watchers.add(look);
      look();
    });
  return { process: child, lines, line, ended };
}
