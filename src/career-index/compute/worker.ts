import { parentPort, workerData } from "node:worker_threads";
import type { WorkerTask } from "./compute";
import { TASKS } from "./tasks";

/** The program of a worker thread: does one piece of work and ends. */
const { name, args } = workerData as WorkerTask;
parentPort?.postMessage((TASKS[name] as (...given: unknown[]) => unknown)(...args));
