import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

const LOOK_MS = 20;

/** One `npm …` command with everything it starts, in a process group of its own. */
export class NpmCommand {
  output = "";
  /** Exit code of npm once it has ended, its signal's name when it was killed; null before. */
  ended = null;

  constructor(args, env) {
    this.startedAt = performance.now();
    this.child = spawn("npm", args, {
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        this.output += text;
      });
    }
    this.child.once("error", (error) => {
      this.output += error.stack;
      this.ended = "not started";
    });
    this.child.once("exit", (code, signal) => {
      this.ended = code ?? signal;
    });
  }

  /** Asks until an answer is 200, and gives it with the time since npm was started. */
  async firstAnswer(ask, limitMs) {
    while (performance.now() - this.startedAt < limitMs) {
      const answer = await ask().catch(() => null);
      if (answer?.status === 200) {
        return { answer, afterMs: Math.round(performance.now() - this.startedAt) };
      }
      if (this.ended !== null) throw this.failure(`npm ended with ${this.ended}`);
      await sleep(LOOK_MS);
    }
    throw this.failure(`no answer in ${limitMs} ms`);
  }

  /** Waits until npm has ended by itself, and gives its exit code. */
  async exitCode(limitMs) {
    const until = performance.now() + limitMs;
    while (this.ended === null || this.isGroupAlive()) {
      if (performance.now() > until) {
        this.killAll();
        throw this.failure(`did not end in ${limitMs} ms`);
      }
      await sleep(LOOK_MS);
    }
    return this.ended;
  }

  /** SIGTERM to npm alone. Gives the milliseconds until the last process that it started was gone. */
  async stop(limitMs) {
    return await this.end(() => this.child.kill("SIGTERM"), limitMs);
  }

  /** Control-C in a terminal: SIGINT to all processes. Gives the milliseconds until the last one was gone. */
  async interrupt(limitMs) {
    return await this.end(() => process.kill(-this.child.pid, "SIGINT"), limitMs);
  }

  async end(send, limitMs) {
    const sentAt = performance.now();
    send();
    await this.exitCode(limitMs);
    return Math.round(performance.now() - sentAt);
  }

  /** kill -9 for all of its processes at once. */
  killAll() {
    if (this.isGroupAlive()) process.kill(-this.child.pid, "SIGKILL");
  }

  isGroupAlive() {
    try {
      process.kill(-this.child.pid, 0);
      return true;
    } catch {
      return false;
    }
  }

  failure(message) {
    return new Error(`${message}; it printed:\n${this.output}`);
  }
}

/** A port that nobody listened on a moment ago. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
