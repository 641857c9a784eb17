import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { run, StepFailed } from "./run.mjs";

const LOCK_FILE = "package-lock.json";
/** Written when the installation is complete; npm removes it with node_modules. */
const STAMP = join("node_modules", ".installed-from");
/** npm's own list of what it installed, written at the end of every `npm ci` and `npm install`. */
const NPM_LIST = join("node_modules", ".package-lock.json");

/** Whether node_modules holds what package-lock.json names, for this platform and this major version of Node. */
export function isInstalled() {
  const stamp = readJson(STAMP);
  const wanted = wantedStamp();
  if (stamp !== null && stamp.lock === wanted.lock && stamp.system === wanted.system) return true;
  if (stamp !== null && stamp.system !== wanted.system) return false;
  // `npm install` or `npm ci` by hand: nothing is left to do, or what the lock file got since is missing.
  if (missingPackages().length > 0) return false;
  try {
    writeFileSync(STAMP, JSON.stringify(wanted));
  } catch {
    // A folder of another user: it is installed all the same.
  }
  return true;
}

export async function install() {
  const { command, args } = npm();
  // No dependency needs its install script, and npm 12 does not run them any more.
  const options = ["--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"];
  await run("Installing the dependencies (npm ci)", command, [...args, "ci", ...options]);
  // npm takes an optional package that could not be fetched for one that is not wanted; compilers are such packages.
  const missing = missingPackages();
  if (missing.length > 0) {
    throw new StepFailed(
      `npm ci did not install ${missing.join(", ")}. Check the connection, and try again.`,
    );
  }
  writeFileSync(STAMP, JSON.stringify(wantedStamp()));
}

/** The npm that runs us; another package manager does not know the lock file. */
function npm() {
  const running = process.env.npm_execpath;
  if (running !== undefined && basename(running) === "npm-cli.js" && existsSync(running)) {
    return { command: process.execPath, args: [running] };
  }
  return { command: process.platform === "win32" ? "npm.cmd" : "npm", args: [] };
}

/** null when it is not there or not whole. */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function wantedStamp() {
  return {
    lock: createHash("sha256").update(readFileSync(LOCK_FILE)).digest("hex"),
    system: [process.platform, process.arch, libc(), process.versions.modules].join("-"),
  };
}

let knownLibc;

/** glibc or musl on Linux: their compiled packages are different ones. */
function libc() {
  if (process.platform !== "linux") return "";
  if (knownLibc === undefined) {
    process.report.excludeNetwork = true; // else it looks up host names
    knownLibc = process.report.getReport().header.glibcVersionRuntime ? "glibc" : "musl";
  }
  return knownLibc;
}

/** Names from package-lock.json that are not installed in the version that it says, though this platform wants them. */
function missingPackages() {
  const installed = readJson(NPM_LIST)?.packages ?? {};
  const wanted = JSON.parse(readFileSync(LOCK_FILE, "utf8")).packages;
  return Object.entries(wanted)
    .filter(([path, entry]) => {
      if (path === "") return false;
      const found = installed[path];
      if (found !== undefined) return found.version !== entry.version;
      return !entry.optional || isForThisPlatform(entry);
    })
    .map(([path]) => path.slice("node_modules/".length));
}

/** Whether an optional package says that it is for this platform. Those that say nothing come with others. */
function isForThisPlatform({ os, cpu, libc: libcs }) {
  if (os === undefined && cpu === undefined) return false;
  return (
    includes(os, process.platform) &&
    includes(cpu, process.arch) &&
    includes(libcs, libc() || "none")
  );
}

/** `["linux"]`, or `["!win32"]` for all but one; absent is every one. */
function includes(list, value) {
  if (list === undefined || list.includes(value)) return true;
  return list.every((each) => each.startsWith("!")) && !list.includes(`!${value}`);
}
