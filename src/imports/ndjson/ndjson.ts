import type { ImportSource } from "../import-source";
import { FORMAT_VERSION } from "./graph-file";

/** The graph's own format as `npm run import -- --list` shows it. It is no source: its files bring sources along. */
export const NDJSON: Pick<
  ImportSource,
  "name" | "title" | "publisher" | "versions" | "licence" | "attribution" | "url" | "files"
> = {
  name: "ndjson",
  title: "the graph's own format",
  publisher: "npm run export",
  versions: `format version ${FORMAT_VERSION}`,
  licence: "that of each source in the file",
  attribution: null,
  url: "docs/imports/ndjson.md says how to write a file yourself",
  files: ["<name>.ndjson", "<name>.ndjson.gz"],
};
