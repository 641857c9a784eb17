import { ImportError } from "../import-error";
import type { InputFile } from "../input/import-input";
import { parseYaml, type YamlValue } from "../technologies/yaml-value";

/** A page of GitHub Explore about a topic. */
export interface TopicPage {
  /** As repositories are tagged with it, e.g. `react-native`. */
  topic: string;
  displayName: string;
  description: string;
  /** The front matter. */
  about: YamlValue;
}

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?\r?\n)---[ \t]*(?:\r?\n|$)/;
/** A line that begins no key: GitHub reads it as the rest of the text above, YAML 1.2 wants it indented. */
const CONTINUATION = /^(?![\w-]+[ \t]*:|[\s#-]|$)/gm;
/** The front matter begins below its first `---`. */
const FIRST_LINE = 2;

/**
 * Reads a page by its front matter; null for pages of something else (collections of repositories).
 * @throws ImportError naming file and line when its front matter is no YAML.
 */
export async function readTopic(file: InputFile): Promise<TopicPage | null> {
  const [, text] = FRONT_MATTER.exec(await file.text()) ?? [];
  if (text === undefined) return null;
  const about = parseYaml(text.replace(CONTINUATION, "  "), file.path, FIRST_LINE);
  const topic = about.get("topic").text;
  if (topic === null) return null;
  return {
    topic,
    displayName: about.get("display_name").text ?? topic,
    description: about.get("short_description").text ?? "",
    about,
  };
}

/** The items of a comma-separated list, or of a YAML list, under a key: all of them, in their order. */
export function listOf({ about }: TopicPage, key: string): string[] {
  return about
    .texts(key)
    .flatMap((text) => text.split(","))
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** Reads a page, or says what is wrong with it. */
export async function tryTopic(file: InputFile): Promise<TopicPage | ImportError | null> {
  try {
    return await readTopic(file);
  } catch (error) {
    if (error instanceof ImportError) return error;
    throw error;
  }
}
