import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { ImportInput, InputFile } from "../input/import-input";
import { INPUT_LIMITS, type InputLimits } from "../input/limits";
import { openInput } from "../input/open-input";

/** A temporary folder for inputs of a test file, which is gone when its tests have run; what is opened is closed. */
export class InputFolder {
  readonly path = mkdtempSync(join(tmpdir(), "careergraph-input-"));
  private readonly opened: ImportInput[] = [];

  constructor() {
    afterEach(async () => {
      for (const input of this.opened.splice(0)) await input.close();
    });
    afterAll(() => rmSync(this.path, { recursive: true }));
  }

  /** Writes files into a folder of that name and answers its path, or that of `file` in it. */
  put(name: string, files: Record<string, string | Buffer>, file = ""): string {
    for (const [path, content] of Object.entries(files)) {
      const to = join(this.path, name, path);
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, content);
    }
    return join(this.path, name, file);
  }

  async open(path: string, limits: Partial<InputLimits> = {}): Promise<ImportInput> {
    const input = await openInput(path, { ...INPUT_LIMITS, ...limits });
    this.opened.push(input);
    return input;
  }
}

export function firstFile(input: ImportInput): InputFile {
  const [file] = input.files;
  if (!file) throw new Error("the input has no files");
  return file;
}

export function pathsOf(input: ImportInput): string[] {
  return input.files.map((file) => file.path);
}

export async function textsOf(input: ImportInput): Promise<string[]> {
  return Promise.all(input.files.map((file) => file.text()));
}
