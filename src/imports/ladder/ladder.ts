import { ImportError } from "../import-error";
import type { ImportSink } from "../import-sink";
import type { ImportSource, ReadLinks } from "../import-source";
import type { ImportInput } from "../input/import-input";
import { noSuchFile } from "../tables/find-table";
import { readJobFamily } from "./read-job-family";
import { type Competency, stateCompetencies, stateExpectations } from "./state-competencies";
import { stateFamily } from "./state-family";

/** Career ladders in the format of the Financial Times: one YAML file for each job family. */
export const LADDER: ImportSource = {
  name: "ladder",
  scheme: "FT_LADDER",
  title: "Financial Times engineering competencies",
  description:
    "Career ladders: the levels of a job family, and what each is expected to do in each theme, in the format of the Financial Times.",
  publisher: "Financial Times",
  licence: "MIT",
  attribution: "Financial Times engineering competencies. Copyright (c) 2019 Financial Times.",
  url: "https://github.com/Financial-Times/engineering-progression",
  versions: "the job families of March 2025, of the older shape too",
  files: ["<job family>.yml with levels, themes and competencies, e.g. engineering.yml"],

  /** Files and folders bear no release. */
  async readVersion(): Promise<string | null> {
    return null;
  },

  async readNodes(input: ImportInput, sink: ImportSink): Promise<ReadLinks> {
    const competencies: Competency[] = [];
    const paths = new Map<string, string>();
    for (const file of input.matching(/\.ya?ml$/i)) {
      const family = await readJobFamily(file);
      if (typeof family === "number") {
        sink.leaveOut(file.path, family);
        continue;
      }
      const other = paths.get(family.key);
      if (other !== undefined)
        throw new ImportError(
          `is the same job family as ${other}: families are told apart by the names of their files`,
          { file: file.path },
        );
      paths.set(family.key, file.path);
      const nodes = stateFamily(family, sink);
      for (const competency of stateCompetencies(family, nodes, sink))
        competencies.push(competency);
      await sink.drain();
    }
    if (paths.size === 0) throw noSuchFile(input, LADDER.files);
    return async () => {
      stateExpectations(competencies, sink);
      await sink.drain();
    };
  },
};
