import type { ImportSink, RowPlace } from "../import-sink";
import { bracketOf } from "../technologies/bracketed-name";
import { qualifiersOf } from "../technologies/qualifiers";
import { descriptionOf, labelsOf } from "../technologies/technology-labels";
import type { YamlValue } from "../technologies/yaml-value";
import { kindOfItem } from "./item-kind";
import { type Category, itemName, normalPath, type Subcategory } from "./read-landscape";

const ITEMS = "items";
const BLOCK = 100;
const FOUNDATION = "Cloud Native Computing Foundation";
/** Stages of the projects that the foundation looks after; archived ones it does no longer. */
const HOSTED = new Set(["sandbox", "incubating", "graduated"]);
const FORMERLY = /^(?:formerly|previously|was) +/i;

/** An item with what the links need. */
export interface StatedItem {
  nodeId: string;
  /** Where it stands first and again. */
  paths: Set<string>;
  /** Further paths, each with its place. */
  others: { path: string; place: RowPlace }[];
  /** The projects that it is a part of. */
  parents: { key: string; place: RowPlace }[];
}

/**
 * States the items of all categories of technologies, by their names. An item that stands in several categories under the same
 * name, but for capitals, is one technology.
 */
export async function stateItems(
  categories: readonly Category[],
  sink: ImportSink,
): Promise<ReadonlyMap<string, StatedItem>> {
  const shared = sharedNames(categories);
  const stated = new Map<string, StatedItem>();
  let count = 0;
  for (const category of categories)
    for (const subcategory of category.subcategories)
      for (const item of subcategory.items) {
        stateRow(item, category, subcategory, shared, stated, sink);
        if (++count % BLOCK === 0) await sink.drain();
      }
  return stated;
}

function stateRow(
  item: YamlValue,
  category: Category,
  subcategory: Subcategory,
  shared: ReadonlySet<string>,
  stated: Map<string, StatedItem>,
  sink: ImportSink,
): void {
  const name = itemName(item.get("name").text ?? "", category.name);
  const known = name === null ? undefined : stated.get(itemKey(name));
  if (name === null || category.isOfOrganisations) sink.skip(ITEMS, "NOT_A_TECHNOLOGY", item);
  else if (name === "") sink.skip(ITEMS, "MISSING_VALUE", item, "has no name");
  else if (category.name === "" || subcategory.name === "")
    sink.skip(ITEMS, "MISSING_VALUE", item, "stands in a category without a name");
  else if (known?.paths.has(subcategory.path)) sink.skip(ITEMS, "DUPLICATE_ROW", item);
  else {
    const nodeId = known?.nodeId ?? stateItem(name, item, subcategory, shared, sink);
    if (known) sink.row(ITEMS, nodeId);
    const entry = known ?? { nodeId, paths: new Set(), others: [], parents: [] };
    entry.paths.add(subcategory.path);
    entry.others.push(...furtherPaths(name, item));
    entry.parents.push(...parentsOf(name, item));
    stated.set(itemKey(name), entry);
  }
}

function furtherPaths(name: string, item: YamlValue): StatedItem["others"] {
  const paths = item.get("second_path");
  return (paths.items ?? [paths]).flatMap(({ text, file, line }) =>
    text === null
      ? []
      : {
          path: normalPath(text),
          place: { file, line, values: { item: name, second_path: text } },
        },
  );
}

/** Capitals come and go between releases, and between categories. */
export function itemKey(name: string): string {
  return name.toLowerCase();
}

function stateItem(
  name: string,
  item: YamlValue,
  subcategory: Subcategory,
  shared: ReadonlySet<string>,
  sink: ImportSink,
): string {
  const { preferred, names } = namesOf(name);
  const project = item.get("project").text;
  const extra = item.get("extra");
  return sink.node(ITEMS, {
    kind: "TECHNOLOGY",
    key: itemKey(name),
    fields: {
      technology_kind: kindOfItem(item, subcategory),
      url: item.get("homepage_url").text,
      vendor: HOSTED.has(project ?? "") ? FOUNDATION : null,
    },
    labels: labelsOf(
      preferred,
      names.filter((other) => !shared.has(itemKey(other))),
      names,
    ),
    texts: descriptionOf(item.get("description").text),
    qualifiers: qualifiersOf({
      project,
      accepted: extra.get("accepted").text,
      incubating: extra.get("incubating").text,
      graduated: extra.get("graduated").text,
      archived: extra.get("archived").text,
      repository: item.get("repo_url").text,
      tags: (extra.get("summary_tags").text ?? "").split(",").flatMap((tag) => tag.trim() || []),
    }),
    concept: { code: name },
  });
}

/** `Open Policy Agent (OPA)`, `Citrix ADC (formerly NetScaler ADC)`: in brackets stands another name. */
function namesOf(name: string): { preferred: string; names: string[] } {
  const bracket = bracketOf(name);
  if (bracket === null) return { preferred: name, names: [] };
  const inside = bracket.inside.replace(FORMERLY, "");
  return {
    preferred: bracket.before,
    names: inside === bracket.inside ? [inside, name] : [inside],
  };
}

/** Names in brackets that several items have, as `EKS`: they are nobody's own. */
function sharedNames(categories: readonly Category[]): Set<string> {
  const bearers = new Map<string, string>();
  const shared = new Set<string>();
  for (const { name: category, subcategories } of categories)
    for (const item of subcategories.flatMap(({ items }) => items)) {
      const name = itemName(item.get("name").text ?? "", category);
      if (name === null) continue;
      const { preferred, names } = namesOf(name);
      for (const other of new Set([preferred, ...names].map(itemKey))) {
        const bearer = bearers.get(other) ?? itemKey(preferred);
        bearers.set(other, bearer);
        if (bearer !== itemKey(preferred)) shared.add(other);
      }
    }
  return shared;
}

function parentsOf(name: string, item: YamlValue): StatedItem["parents"] {
  const { text, file, line } = item.get("extra").get("parent_project");
  if (text === null) return [];
  return [
    { key: itemKey(text), place: { file, line, values: { item: name, parent_project: text } } },
  ];
}
