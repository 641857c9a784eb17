import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import {
  pgliteWorkerSource,
  type WorkerReply,
  type WorkerRequest,
  type WorkerStart,
} from "./pglite-worker";

const modules = {
  pglite: require.resolve("@electric-sql/pglite"),
  trigram: require.resolve("@electric-sql/pglite/contrib/pg_trgm"),
};

/** Version of the installed PGlite, which is also the version of the template's format. */
export const pgliteVersion: string = JSON.parse(
  readFileSync(join(dirname(modules.pglite), "..", "package.json"), "utf8"),
).version;

interface Waiting {
  resolve(bytes: Uint8Array): void;
  reject(error: Error): void;
}

/** One running PGlite. It lives until `stop`, or until it breaks: then `died` resolves and every request is rejected. */
export class PgliteThread {
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #death: Error | null = null;
  #tellDeath: (error: Error) => void = () => {};
  readonly died = new Promise<Error>((resolve) => {
    this.#tellDeath = resolve;
  });
  /** Resolves when the thread is gone and touches no file any more; that is a little later. */
  readonly ended: Promise<void>;

  private constructor(private readonly worker: Worker) {
    this.ended = new Promise((resolve) => worker.once("exit", () => resolve()));
    worker.on("message", (reply: WorkerReply) => this.#receive(reply));
    worker.on("error", (error) => this.#die(error));
    worker.on("exit", (code) => this.#die(new Error(`The embedded database stopped (${code}).`)));
  }

  /** Resolves when the database answers. `template` is moved, not copied: it is empty afterwards. */
  static async start(dataDir: string, template: Uint8Array | null = null): Promise<PgliteThread> {
    const workerData: WorkerStart = { modules, dataDir, template };
    const worker = new Worker(pgliteWorkerSource, {
      eval: true,
      workerData,
      transferList: template ? [template.buffer as ArrayBuffer] : [],
    });
    const thread = new PgliteThread(worker);
    try {
      await new Promise<Uint8Array>((resolve, reject) => {
        thread.#waiting.set(0, { resolve, reject });
      });
    } catch (error) {
      await thread.stop();
      throw error;
    }
    return thread;
  }

  /** The answer to a whole request. Rejects only when the thread dies: then nothing is known of the request. */
  ask(task: WorkerRequest["task"], bytes?: Uint8Array): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      if (this.#death) {
        reject(this.#death);
        return;
      }
      const id = ++this.#lastId;
      this.#waiting.set(id, { resolve, reject });
      const request: WorkerRequest = { id, task, bytes };
      this.worker.postMessage(request, bytes ? [bytes.buffer as ArrayBuffer] : []);
    });
  }

  /** Ends the thread at once, whatever runs in it; on disk that is like kill -9, and as safe. */
  async stop(reason = new Error("The embedded database was closed.")): Promise<void> {
    this.#die(reason);
    await this.worker.terminate();
  }

  #receive({ id, bytes, error }: WorkerReply): void {
    if (error !== undefined) {
      void this.stop(new Error(`The embedded database broke: ${error}`));
      return;
    }
    this.#waiting.get(id)?.resolve(bytes);
    this.#waiting.delete(id);
  }

  #die(error: Error): void {
    if (this.#death) return;
    this.#death = error;
    this.#tellDeath(error); // first, so that the owner knows before those who wait
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
