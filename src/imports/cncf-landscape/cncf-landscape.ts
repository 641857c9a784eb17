import type { ImportSink } from "../import-sink";
import type { ImportSource, ReadLinks } from "../import-source";
import type { ImportInput } from "../input/import-input";
import { releaseInNames, requireMainFile } from "../technologies/main-file";
import { linkItems } from "./link-items";
import { readLandscape } from "./read-landscape";
import { linkCategories, stateCategories } from "./state-categories";
import { stateItems } from "./state-items";

const LANDSCAPE = "landscape.yml";
/** `landscape-2026-08-01.zip`, or the commit that an archive of GitHub is named after. */
const RELEASE =
  /(?<!\d)(20\d\d-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?)(?!\d)|landscape-([0-9a-f]{7,40})\b/i;

/** The products and projects of the cloud native world, by category. */
export const CNCF_LANDSCAPE: ImportSource = {
  name: "cncf-landscape",
  scheme: "CNCF",
  title: "Cloud Native Landscape",
  description:
    "Cloud native technologies by category and subcategory, with home pages and the stage of the projects of the Cloud Native Computing Foundation. Members and partners are left out.",
  publisher: "Cloud Native Computing Foundation",
  licence: "Apache-2.0 or CC BY 4.0",
  attribution: "CNCF Cloud Native Landscape, github.com/cncf/landscape, used under CC BY 4.0.",
  url: "https://github.com/cncf/landscape",
  versions: "landscape.yml of August 2026, whose form has been the same since 2018",
  files: [LANDSCAPE],

  async readVersion(input: ImportInput): Promise<string | null> {
    return releaseInNames(input, RELEASE);
  },

  async readNodes(input: ImportInput, sink: ImportSink): Promise<ReadLinks> {
    const categories = await readLandscape(requireMainFile(input, LANDSCAPE));
    const paths = stateCategories(categories, sink);
    const items = await stateItems(categories, sink);
    return async () => {
      linkCategories(categories, paths, sink);
      linkItems(items, paths, sink);
      await sink.drain();
    };
  },
};
