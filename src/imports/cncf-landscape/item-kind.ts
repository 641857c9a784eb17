import { TechnologyKind } from "../../technologies/technology.entity";
import type { YamlValue } from "../technologies/yaml-value";
import type { Subcategory } from "./read-landscape";

/** What the name of a subcategory says of all its items. */
const KIND_OF_SUBCATEGORY: readonly (readonly [RegExp, TechnologyKind])[] = [
  [/\bdatabases?\b/i, TechnologyKind.DATABASE],
  [/\bhosted\b/i, TechnologyKind.SERVICE],
  [/\bruntimes?\b/i, TechnologyKind.RUNTIME],
  [/\bframeworks?\b/i, TechnologyKind.FRAMEWORK],
  [/^languages?$/i, TechnologyKind.LANGUAGE],
  [/^protocols?$/i, TechnologyKind.PROTOCOL],
  [/\b(platforms?|paas|distribution)\b/i, TechnologyKind.PLATFORM],
];

/** The kind of an item: what is marked as a specification is a standard, the rest as its subcategory says, else a tool. */
export function kindOfItem(item: YamlValue, { name }: Subcategory): TechnologyKind {
  if (item.get("extra").get("specification").text === "true") return TechnologyKind.STANDARD;
  const found = KIND_OF_SUBCATEGORY.find(([words]) => words.test(name));
  return found?.[1] ?? TechnologyKind.TOOL;
}
