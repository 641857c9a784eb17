import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { PROJECT_ROOT } from "../../shared/project-root";
import { TASKS, type Tasks } from "./tasks";

/** Runs one of the pure functions. `size` is how much there is to do: lines, labels or links. */
export type Compute = <Name extends keyof Tasks>(
  name: Name,
  size: number,
  ...args: Parameters<Tasks[Name]>
) => Promise<ReturnType<Tasks[Name]>>;

/** Below this a worker would take longer to start than the work takes. */
export const WORTH_A_WORKER = 20_000;

/** Compiled, also in tests, which run the sources: a worker cannot be started from TypeScript. */
const PROGRAM = join(PROJECT_ROOT, "dist/src/career-index/compute/worker.js");

/**
 * Small work is done at once, large work in a worker thread of its own, which ends with it: the server goes on answering,
 * and the memory that the work took at its peak is given back.
 */
export const compute: Compute = (name, size, ...args) => {
  const run = TASKS[name] as (...given: unknown[]) => never;
  return size < WORTH_A_WORKER ? Promise.resolve(run(...args)) : inWorker(name, args);
};

/** What a worker is started with. */
export interface WorkerTask {
  readonly name: keyof Tasks;
  readonly args: readonly unknown[];
}

export function inWorker<Result>(name: keyof Tasks, args: readonly unknown[]): Promise<Result> {
  return new Promise((resolve, reject) => {
    const workerData: WorkerTask = { name, args };
    const worker = new Worker(PROGRAM, { workerData, execArgv: [] });
    worker.unref();
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error(`The work "${name}" ended without a result.`)));
  });
}
