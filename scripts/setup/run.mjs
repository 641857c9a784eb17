import { spawn } from "node:child_process";

/** Already told in a sentence; a stack would add nothing. */
export class StepFailed extends Error {
  isForPeople = true;
}

/** Runs a program with our output; says what it is about first. Rejects when it fails. Ends it when we are told to end. */
export async function run(title, command, args) {
  console.log(`> ${title} ...`);
  const startedAt = performance.now();
  const child = spawn(command, args, {
    stdio: ["ignore", "inherit", "inherit"],
    shell: command.endsWith(".cmd"), // Windows runs those in a shell only
  });
  const stop = (signal) => child.kill(signal);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, stop);
  try {
    const { code, signal } = await new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code, signal) => resolve({ code, signal }));
    });
    if (code !== 0) throw new StepFailed(`${title}: failed (${signal ?? `exit code ${code}`}).`);
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
  console.log(`> ${((performance.now() - startedAt) / 1_000).toFixed(1)} s`);
}
