/** What a worker is started with. */
export interface WorkerStart {
  /** Absolute paths of the CommonJS modules: code that is evaluated has no folder of its own to look from. */
  readonly modules: { readonly pglite: string; readonly trigram: string };
  /** A folder, or `memory://`. */
  readonly dataDir: string;
  /** Tar of an initialised data folder to begin with; null: what is in `dataDir`, or a new one. */
  readonly template: Uint8Array | null;
}

/** `query` is a request of the PostgreSQL protocol; the others belong to starting and stopping. */
export interface WorkerRequest {
  readonly id: number;
  readonly task: "query" | "dump" | "close";
  readonly bytes?: Uint8Array;
}

/** `id` 0 says that the database is open. */
export interface WorkerReply {
  readonly id: number;
  readonly bytes: Uint8Array;
  /** Set when PGlite itself broke; an error of a statement is part of the answer's bytes. */
  readonly error?: string;
}

/**
 * The program of the worker thread: PGlite (PostgreSQL compiled to WebAssembly) answers synchronously, so it must not
 * run beside the server. It is handed over as text (below) and must therefore use nothing from outside its braces.
 */
async function runPglite(): Promise<void> {
  const { parentPort, workerData } =
    require("node:worker_threads") as typeof import("node:worker_threads");
  const { modules, dataDir, template } = workerData as WorkerStart;
  const { PGlite } = require(modules.pglite) as typeof import("@electric-sql/pglite");
  const { pg_trgm } = require(
    modules.trigram,
  ) as typeof import("@electric-sql/pglite/contrib/pg_trgm");

  const database = await PGlite.create({
    dataDir,
    ...(template ? { loadDataDir: new Blob([template as Uint8Array<ArrayBuffer>]) } : {}),
    startParams: [...PGlite.defaultStartParams, "-c", "shared_buffers=32MB"],
    extensions: { pg_trgm },
  });

  async function answer({ task, bytes }: WorkerRequest): Promise<Uint8Array> {
    if (task === "close") {
      await database.close();
      return new Uint8Array();
    }
    if (task === "dump") {
      const tar = await database.dumpDataDir("none");
      return new Uint8Array(await tar.arrayBuffer());
    }
    const parts: Uint8Array[] = [];
    await database.execProtocolRawStream(bytes as Uint8Array, {
      onRawData: (part) => void parts.push(part.slice()), // its memory is used again by PGlite
    });
    return parts.length === 1 && parts[0] ? parts[0] : new Uint8Array(Buffer.concat(parts));
  }

  parentPort?.on("message", async (request: WorkerRequest) => {
    try {
      const bytes = await answer(request);
      parentPort.postMessage({ id: request.id, bytes }, [bytes.buffer as ArrayBuffer]);
    } catch (error) {
      parentPort.postMessage({ id: request.id, bytes: new Uint8Array(), error: String(error) });
    }
  });
  parentPort?.postMessage({ id: 0, bytes: new Uint8Array() });
}

/**
 * Source for `new Worker(source, { eval: true })`. A worker wants a JavaScript file, but tsc copies none into dist/ and
 * jest compiles only what it imports itself; the text of the compiled function is the same in both, is type-checked and
 * formatted like all other code, and cannot be out of date.
 */
export const pgliteWorkerSource = `(${runPglite.toString()})();`;
