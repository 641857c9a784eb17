import type { ImportSink } from "../import-sink";
import type { ImportSource, ReadLinks } from "../import-source";
import type { ImportInput } from "../input/import-input";
import { highestFile, releaseInNames, requireMainFile } from "../technologies/main-file";
import { readLanguages, readPopular } from "./read-languages";
import { linkGroups, stateLanguages, statePopular } from "./state-languages";

const LANGUAGES = "languages.yml";
const POPULAR = "popular.yml";
/** Lies in the project beside the languages, and holds nothing but the number of the release. */
const VERSION = "VERSION";
const RELEASE = /^\s*(\d+\.\d+\.\d+)\s*$/;
const RELEASE_IN_NAME = /linguist-v?(\d+\.\d+(?:\.\d+)?)/i;

/** The languages that GitHub knows: for programming, for markup, for data. */
export const LINGUIST: ImportSource = {
  name: "linguist",
  scheme: "LINGUIST",
  title: "GitHub Linguist",
  description:
    "Languages of source code with their other names, types, colours, file extensions and parent languages.",
  publisher: "GitHub, Inc.",
  licence: "MIT",
  attribution: "GitHub Linguist. Copyright (c) 2017 GitHub, Inc.",
  url: "https://github.com/github-linguist/linguist/releases",
  versions: "releases 5.0 to 9.6, which number their languages",
  files: [LANGUAGES, `${POPULAR} (may be missing)`],

  async readVersion(input: ImportInput): Promise<string | null> {
    const text = await highestFile(input, VERSION)?.text();
    return RELEASE.exec(text ?? "")?.[1] ?? releaseInNames(input, RELEASE_IN_NAME);
  },

  async readNodes(input: ImportInput, sink: ImportSink): Promise<ReadLinks> {
    const languages = await readLanguages(requireMainFile(input, LANGUAGES));
    const popular = await readPopular(input.file(POPULAR));
    const stated = await stateLanguages(languages, popular, sink);
    statePopular(popular, stated, sink);
    return async () => {
      linkGroups(languages, stated, sink);
      await sink.drain();
    };
  },
};
