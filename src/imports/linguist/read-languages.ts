import { ImportError } from "../import-error";
import type { InputFile } from "../input/import-input";
import { parseYaml, type YamlValue } from "../technologies/yaml-value";

/** A language with what the file says of it. */
export interface Language {
  name: string;
  entry: YamlValue;
}

/**
 * All languages of `languages.yml`, in its order.
 * @throws ImportError when it is another file, or of a release from before languages had numbers.
 */
export async function readLanguages(file: InputFile): Promise<Language[]> {
  const root = parseYaml(await file.text(), file.path);
  const languages = (root.pairs ?? []).map(([name, entry]) => ({ name, entry }));
  if (!languages.some(({ entry }) => entry.get("language_id").text !== null))
    throw new ImportError(
      'expected languages by their names, each with a "language_id" (releases since 5.0 have them)',
      { file: file.path, line: 1 },
    );
  return languages;
}

/** The names in `popular.yml`, with their places. */
export async function readPopular(file: InputFile | null): Promise<YamlValue[]> {
  if (!file) return [];
  const root = parseYaml(await file.text(), file.path);
  if (root.items) return root.items;
  throw new ImportError("expected a list of names of languages", { file: file.path, line: 1 });
}
