import { readFileSync } from "node:fs";

/**
 * The processes that started this one, as far as npm: the parent, and the parent's parent when the
 * parent is the shell that npm runs scripts in. When one of them ends, the numbers change.
 * Beyond /proc (macOS, Windows) only the parent is known.
 */
export function readAncestors(): readonly number[] {
  const { ppid } = process;
  try {
    const commandLine = readFileSync(`/proc/${ppid}/cmdline`, "utf8").split("\0");
    const isShell = /(^|\/)(sh|dash|bash|ash)$/.test(commandLine[0] ?? "");
    if (!isShell || commandLine[1] !== "-c") return [ppid];
    // "pid (name) state ppid …"; the name may hold spaces and parentheses.
    const stat = readFileSync(`/proc/${ppid}/stat`, "utf8");
    return [
      ppid,
      Number(
        stat
          .slice(stat.lastIndexOf(")") + 1)
          .trim()
          .split(" ")[1],
      ),
    ];
  } catch {
    return [ppid];
  }
}
