import { parentPort, workerData } from "node:worker_threads";
import type { WorkerTask } from "./compute";
import { TASKS } from "./tasks";
import { arraysIn } from "./typed-arrays";

/** The program of a worker thread: does one piece of work and ends. */
const { name, args } = workerData as WorkerTask;
const result = (TASKS[name] as (...given: unknown[]) => unknown)(...args);
// Handed over, not copied: the server would stand still while forty megabytes are copied.
parentPort?.postMessage(result, arraysIn(result));
