import { ImportError } from "../import-error";
import type { ImportSink } from "../import-sink";
import type { ImportSource, ReadLinks } from "../import-source";
import type { ImportInput } from "../input/import-input";
import { highestFile, releaseInNames, requireMainFile } from "../technologies/main-file";
import { parseYaml } from "../technologies/yaml-value";
import { stateIcons } from "./state-icons";

const ICONS = "simple-icons.json";
/** Lies in the project above the icons. */
const PACKAGE = "package.json";
const RELEASE_IN_NAME = /simple-icons[-@]v?(\d+\.\d+\.\d+)/i;

/** Brands with their names and colours. */
export const SIMPLE_ICONS: ImportSource = {
  name: "simple-icons",
  scheme: "SIMPLE_ICONS",
  title: "Simple Icons",
  description:
    "Brands with other names and colours. Most are companies: they only add to technologies that the graph has.",
  publisher: "Simple Icons Collaborators",
  licence: "CC0 1.0",
  attribution: null,
  url: "https://github.com/simple-icons/simple-icons/releases",
  versions: "releases 1 to 16, also of the older form with the list under icons",
  files: [ICONS],

  async readVersion(input: ImportInput): Promise<string | null> {
    const file = highestFile(input, PACKAGE);
    const about = file && parseYaml(await file.text(), file.path);
    const version = about?.get("name").text === "simple-icons" ? about.get("version").text : null;
    return version ?? releaseInNames(input, RELEASE_IN_NAME);
  },

  async readNodes(input: ImportInput, sink: ImportSink): Promise<ReadLinks> {
    const file = requireMainFile(input, ICONS);
    const root = parseYaml(await file.text(), file.path);
    const icons = root.items ?? root.get("icons").items;
    if (!icons?.some((icon) => icon.get("title").text !== null))
      throw new ImportError('expected a list of icons, each with a "title"', {
        file: file.path,
        line: 1,
      });
    await stateIcons(icons, sink);
    return async () => {};
  },
};
