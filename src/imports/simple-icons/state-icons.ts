import { LabelKind } from "../../labels/label.types";
import type { LabelRecord } from "../../merge/records";
import type { ImportSink } from "../import-sink";
import { qualifiersOf } from "../technologies/qualifiers";
import { labelsOf } from "../technologies/technology-labels";
import type { YamlValue } from "../technologies/yaml-value";
import { slugOfTitle } from "./icon-slug";

const ICONS = "icons";
/** Other brands that are shown by an icon. */
const SHARED = "brands that share an icon";
const BLOCK = 200;
const COLOR = /^[0-9a-f]{6}$/i;

/** States the brands. Most are no technologies: they only add to those that the graph has. */
export async function stateIcons(icons: readonly YamlValue[], sink: ImportSink): Promise<void> {
  const titles = new Set(icons.map((icon) => icon.get("title").text?.toLowerCase()));
  const slugs = new Set<string>();
  for (const [index, icon] of icons.entries()) {
    const title = icon.get("title").text;
    const slug = icon.get("slug").text ?? slugOfTitle(title ?? "");
    if (title === null || slug === "")
      sink.skip(ICONS, "MISSING_VALUE", icon, `has no ${title === null ? "title" : "slug"}`);
    else if (slugs.has(slug))
      sink.skip(ICONS, "DUPLICATE_ROW", icon, `"${slug}" is an earlier icon's slug`);
    else {
      slugs.add(slug);
      stateBrand(ICONS, slug, brandLabels(title, icon.get("aliases"), titles), icon, sink);
    }
    if (index % BLOCK === 0) await sink.drain();
  }
  for (const icon of icons) {
    for (const other of icon.get("aliases").get("dup").items ?? []) {
      const title = other.get("title").text;
      const slug = slugOfTitle(title ?? "");
      if (title === null || slug === "") sink.skip(SHARED, "MISSING_VALUE", other, "has no title");
      else if (slugs.has(slug)) sink.skip(SHARED, "DUPLICATE_ROW", other);
      else {
        slugs.add(slug);
        const from = other.get("hex").text === null ? icon : other;
        stateBrand(SHARED, slug, labelsOf(title).concat(localLabels(other)), from, sink);
      }
    }
  }
  await sink.drain();
}

function stateBrand(
  entity: string,
  slug: string,
  labels: readonly LabelRecord[],
  icon: YamlValue,
  sink: ImportSink,
): void {
  const hex = icon.get("hex").text ?? "";
  sink.node(entity, {
    kind: "TECHNOLOGY",
    key: slug,
    labels,
    qualifiers: qualifiersOf({ color: COLOR.test(hex) ? `#${hex.toUpperCase()}` : null }),
    create: false,
    place: icon,
  });
}

/** A name that is the title of another icon belongs to that one: OpenTofu is "aka" Terraform. */
function brandLabels(
  title: string,
  aliases: YamlValue,
  titles: ReadonlySet<string | undefined>,
): LabelRecord[] {
  const others = [...aliases.texts("aka"), ...aliases.texts("old")];
  const names = others.filter((name) => !titles.has(name.toLowerCase()));
  return [...labelsOf(title, names, others), ...localLabels(aliases)];
}

/** What a brand is called in other languages. Not preferred: in some countries it is another word altogether. */
function localLabels(aliases: YamlValue): LabelRecord[] {
  return (aliases.get("loc").pairs ?? []).flatMap(([tag, { text }]) => {
    const locale = canonicalTag(tag);
    return text === null || locale === null ? [] : [{ locale, kind: LabelKind.ALTERNATIVE, text }];
  });
}

/** A language tag in its usual spelling; null when it is none. */
function canonicalTag(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
