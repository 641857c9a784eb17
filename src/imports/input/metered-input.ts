import { PassThrough } from "node:stream";
import type { ImportInput, InputFile } from "./import-input";

/** The same input, which tells how much of it has been read, 0..1, as far as sizes can be told before. */
export function meteredInput(input: ImportInput, onRead: (share: number) => void): ImportInput {
  const expected = input.files.reduce((sum, { expectedBytes }) => sum + expectedBytes, 0);
  const read = new Map<InputFile, number>();
  const report = (file: InputFile, bytes: number) => {
    read.set(file, Math.max(read.get(file) ?? 0, Math.min(bytes, file.expectedBytes)));
    const sum = [...read.values()].reduce((total, each) => total + each, 0);
    onRead(expected > 0 ? sum / expected : 1);
  };
  const metered = new Map(
    input.files.map((file) => [
      file,
      {
        ...file,
        open: async () => {
          let bytes = 0;
          const source = await file.open();
          const meter = new PassThrough({
            transform(chunk, _encoding, done) {
              bytes += chunk.length;
              report(file, bytes);
              done(null, chunk);
            },
            flush(done) {
              report(file, file.expectedBytes);
              done();
            },
          });
          source.on("error", (error) => meter.destroy(error));
          return source.pipe(meter);
        },
        text: async () => {
          const text = await file.text();
          report(file, file.expectedBytes);
          return text;
        },
      },
    ]),
  );
  const meter = (file: InputFile) => metered.get(file) ?? file;
  return {
    path: input.path,
    files: input.files.map(meter),
    file: (name) => {
      const found = input.file(name);
      return found && meter(found);
    },
    matching: (pattern) => input.matching(pattern).map(meter),
    close: () => input.close(),
  };
}
