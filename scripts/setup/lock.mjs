import {
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { StepFailed } from "./run.mjs";

const LOCK = ".setup-lock";
const BEAT_MS = 1_000;
/** Its holder touches the file every second: one that has been still for so long was left behind by a killed process. */
const STALE_MS = 10_000;
const LOOK_MS = 100;

const ourselves = `process ${process.pid}`;

/** Runs `work` while no other process sets up this folder; waits for its turn. */
export async function withLock(work) {
  await take();
  const parent = process.ppid;
  const beat = setInterval(() => {
    touch();
    // npm was told to stop and has left: nobody waits for us any more, and a signal to npm does not reach us.
    if (process.env.npm_lifecycle_event && process.ppid !== parent) process.kill(process.pid);
  }, BEAT_MS);
  process.once("exit", remove);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    process.off("exit", remove);
    remove();
  }
}

async function take() {
  for (let told = false; !create(); ) {
    const found = statSync(LOCK, { throwIfNoEntry: false });
    if (found === undefined) continue;
    if (Date.now() - found.mtimeMs > STALE_MS) {
      takeAway(found.ino);
      continue;
    }
    if (!told) console.log(`> Waiting for another set-up of this folder (${holder()}) ...`);
    told = true;
    await sleep(LOOK_MS);
  }
}

function create() {
  try {
    writeFileSync(LOCK, ourselves, { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    if (error.code !== "EACCES" && error.code !== "EROFS" && error.code !== "EPERM") throw error;
    throw new StepFailed(
      `This user may not write to ${process.cwd()} (${error.code}), and it is not set up yet. Change its owner, or set it up as its owner with: npm run build`,
    );
  }
}

/** By renaming, which only one of several waiting processes can do; if it was a fresh lock by then, that goes back. */
function takeAway(staleIno) {
  const aside = `${LOCK}.${process.pid}`;
  try {
    renameSync(LOCK, aside);
    if (statSync(aside).ino !== staleIno) linkSync(aside, LOCK);
  } catch (error) {
    if (error.code !== "ENOENT" && error.code !== "EEXIST") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function holder() {
  try {
    return readFileSync(LOCK, "utf8") || "starting";
  } catch {
    return "ending";
  }
}

function touch() {
  try {
    utimesSync(LOCK, new Date(), new Date());
  } catch {
    // Taken away while this machine slept: the work goes on.
  }
}

function remove() {
  if (holder() === ourselves) rmSync(LOCK, { force: true });
}
