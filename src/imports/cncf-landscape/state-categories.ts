import { TechnologyKind } from "../../technologies/technology.entity";
import type { ImportSink } from "../import-sink";
import { labelsOf } from "../technologies/technology-labels";
import type { Category } from "./read-landscape";

const CATEGORIES = "categories";
const SUBCATEGORIES = "subcategories";

/** Items are known by their names: a slash at the end keeps the category `Serverless` from being the item. */
export function categoryKey(name: string): string {
  return `${name} /`;
}

/**
 * States categories and subcategories, and answers the ids of the subcategories by their paths. They are named by their paths
 * too: alone, names such as `Framework` (there are three), `Runtime` and `Wasm` mean something else.
 */
export function stateCategories(
  categories: readonly Category[],
  sink: ImportSink,
): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  const names = new Set<string>();
  for (const { name, entry, subcategories, isOfOrganisations } of categories) {
    if (name === "") sink.skip(CATEGORIES, "MISSING_VALUE", entry, "has no name");
    else if (isOfOrganisations) sink.skip(CATEGORIES, "NOT_A_TECHNOLOGY", placeOf(entry, name));
    else if (names.has(name)) sink.skip(CATEGORIES, "DUPLICATE_ROW", placeOf(entry, name));
    else {
      names.add(name);
      stateCategory(CATEGORIES, categoryKey(name), `Cloud Native Landscape / ${name}`, name, sink);
    }
    for (const part of subcategories) {
      const place = placeOf(part.entry, part.path);
      if (name === "" || part.name === "")
        sink.skip(SUBCATEGORIES, "MISSING_VALUE", place, "has no name");
      else if (isOfOrganisations) sink.skip(SUBCATEGORIES, "NOT_A_TECHNOLOGY", place);
      else if (paths.has(part.path)) sink.skip(SUBCATEGORIES, "DUPLICATE_ROW", place);
      else
        paths.set(part.path, stateCategory(SUBCATEGORIES, part.path, part.path, part.name, sink));
    }
  }
  return paths;
}

function stateCategory(
  entity: string,
  key: string,
  label: string,
  name: string,
  sink: ImportSink,
): string {
  return sink.node(entity, {
    kind: "TECHNOLOGY",
    key,
    fields: { technology_kind: TechnologyKind.CATEGORY },
    labels: labelsOf(label, [], [name]),
  });
}

/** Without all that stands below, which has places of its own. */
function placeOf({ file, line }: { file: string; line: number }, name: string) {
  return { file, line, values: { name } };
}

/** Links subcategories to their categories. */
export function linkCategories(
  categories: readonly Category[],
  paths: ReadonlyMap<string, string>,
  sink: ImportSink,
): void {
  const linked = new Set<string>();
  for (const { name, subcategories } of categories)
    for (const { path } of subcategories) {
      const fromId = paths.get(path);
      if (fromId === undefined || linked.has(path)) continue;
      linked.add(path);
      const toId = sink.idOf("TECHNOLOGY", categoryKey(name));
      sink.edge(SUBCATEGORIES, { kind: "BROADER", fromId, toId }, null, 0);
    }
}
