import { ImportError } from "../import-error";
import type { ImportSink } from "../import-sink";
import type { ImportSource, ReadLinks } from "../import-source";
import type { ImportInput } from "../input/import-input";
import { noSuchFile } from "../tables/find-table";
import { releaseInNames } from "../technologies/main-file";
import { linkTopics } from "./link-topics";
import { tryTopic } from "./read-topic";
import { stateTopic, type Topic } from "./state-topics";

const PAGE = /^index\.md$/i;
/** `explore-2026-08-01.zip`, or the commit that an archive of GitHub is named after. */
const RELEASE = /(?<!\d)(20\d\d-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?)(?!\d)|explore-([0-9a-f]{7,40})\b/i;
const ENTITY = "topics";
const BLOCK = 100;

/** The topics that GitHub Explore has pages for: technologies, and much that is none. */
export const GITHUB_TOPICS: ImportSource = {
  name: "github-topics",
  scheme: "GITHUB_TOPICS",
  title: "GitHub Explore topics",
  description:
    "Topics of repositories on GitHub with descriptions, home pages, other names and related topics. Technologies are taken; other topics only add to technologies that the graph has.",
  publisher: "GitHub, Inc.",
  licence: "CC BY 4.0",
  attribution: "Content based on github.com/github/explore used under the CC-BY-4.0 license.",
  url: "https://github.com/github/explore",
  versions: "the pages of August 2026, which have had this form for years",
  files: ["topics/<topic>/index.md with front matter, e.g. topics/react/index.md"],

  async readVersion(input: ImportInput): Promise<string | null> {
    return releaseInNames(input, RELEASE);
  },

  async readNodes(input: ImportInput, sink: ImportSink): Promise<ReadLinks> {
    const topics = new Map<string, Topic>();
    let pages = 0;
    for (const [index, file] of input.matching(PAGE).entries()) {
      if (index % BLOCK === 0) await sink.drain();
      const page = await tryTopic(file);
      if (page === null) {
        sink.leaveOut(file.path, 1);
        continue;
      }
      pages++;
      if (page instanceof ImportError)
        sink.skip(
          ENTITY,
          "INVALID_VALUE",
          { file: file.path, line: 1, values: null },
          page.message,
        );
      else if (topics.has(page.topic))
        sink.skip(ENTITY, "DUPLICATE_ROW", page.about, `"${page.topic}" has a page already`);
      else topics.set(page.topic, stateTopic(page, sink));
    }
    if (pages === 0) throw noSuchFile(input, GITHUB_TOPICS.files);
    return async () => {
      linkTopics(topics, sink);
      await sink.drain();
    };
  },
};
