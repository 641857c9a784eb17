import { ImportError } from "../import-error";
import type { InputFile } from "../input/import-input";
import { bracketOf } from "../technologies/bracketed-name";
import { parseYaml, type YamlValue } from "../technologies/yaml-value";

export interface Category {
  name: string;
  entry: YamlValue;
  subcategories: Subcategory[];
  /** Whether it gathers members, partners and providers. */
  isOfOrganisations: boolean;
}

export interface Subcategory {
  name: string;
  /** As the publisher refers to it: `Runtime / Container Runtime`. */
  path: string;
  entry: YamlValue;
  items: YamlValue[];
}

const ORGANISATIONS = /\b(members?|partners?|providers?)\b|^special$/i;
/** What the landscape puts behind names of organisations, so that they differ from their products. */
const ROLES = /^(member|supporter|contributor|KCSP|KCNTP|KTP)$/;

/**
 * The categories of `landscape.yml`, in its order. Some have no subcategories, some subcategories no items.
 * @throws ImportError when it is another file.
 */
export async function readLandscape(file: InputFile): Promise<Category[]> {
  const list = parseYaml(await file.text(), file.path).get("landscape").items;
  if (list === null)
    throw new ImportError('expected a list of categories under "landscape"', {
      file: file.path,
      line: 1,
    });
  return list.map((entry) => {
    const name = entry.get("name").text ?? "";
    const subcategories = (entry.get("subcategories").items ?? []).map((part) => ({
      name: part.get("name").text ?? "",
      path: pathOf(name, part.get("name").text ?? ""),
      entry: part,
      items: part.get("items").items ?? [],
    }));
    return { name, entry, subcategories, isOfOrganisations: ORGANISATIONS.test(name) };
  });
}

export function pathOf(category: string, subcategory: string): string {
  return `${category} / ${subcategory}`;
}

/** A reference to a subcategory in the spelling of `pathOf`. */
export function normalPath(path: string): string {
  const [category = "", ...rest] = path.split("/").map((part) => part.trim());
  return pathOf(category, rest.join("/"));
}

/**
 * The name of an item. `containerd (Wasm)` is containerd once more, in the category Wasm: names have to differ within the
 * landscape. null: it is an organisation.
 */
export function itemName(name: string, category: string): string | null {
  const bracket = bracketOf(name);
  if (bracket === null) return name;
  if (ROLES.test(bracket.inside)) return null;
  return bracket.inside.toLowerCase() === category.toLowerCase() ? bracket.before : name;
}
