import { LabelKind, TextKind } from "../../labels/label.types";
import type { LabelRecord, TextRecord } from "../../merge/records";
import type { ImportSink } from "../import-sink";
import { CSV, readTable } from "../tables/read-table";
import type { Concept, Concepts } from "./concepts";
import type { CollectionFile, EscoFiles } from "./esco-files";
import type { Hierarchy } from "./hierarchy";

const SCHEMES = "http://data.europa.eu/esco/concept-scheme/";

/** The concept schemes that the collections of 1.0.9 to 1.2 are: they keep their addresses where names are missing. */
const KNOWN: Readonly<Record<string, { scheme: string; name: string }>> = {
  digcompskills: { scheme: "digcomp", name: "DigComp" },
  digitalskills: { scheme: "6c930acd-c104-4ece-acf7-f44fd7333036", name: "Digital" },
  greenskills: { scheme: "green", name: "Green" },
  languageskills: { scheme: "skill-language-groups", name: "Language" },
  researchoccupations: {
    scheme: "8ae4b9f3-507e-4057-a145-2f96f0132613",
    name: "Research occupations",
  },
  researchskills: { scheme: "research", name: "Research" },
  transversalskills: {
    scheme: "skill-transversal-groups",
    name: "ESCO transversal skill groups",
  },
};

/** A collection, and the group that its members lie under. */
export interface Collection {
  readonly file: CollectionFile["file"];
  /** What the summary calls its rows. */
  readonly entity: string;
  readonly group: Concept;
}

interface Scheme {
  readonly collection: CollectionFile;
  readonly name: string;
  readonly labels: LabelRecord[];
  readonly texts: TextRecord[];
}

/**
 * States a group for each collection that is there: a role family for occupations, a skill group for skills. Its names are
 * those of its concept scheme. The other schemes say how ESCO itself is built.
 */
export async function stateCollections(
  files: EscoFiles,
  concepts: Concepts,
  sink: ImportSink,
): Promise<Collection[]> {
  const named = await readSchemeNames(files);
  const schemes = new Map<string, Scheme>();
  for (const collection of files.collections())
    schemes.set(schemeOf(collection.name, named), {
      collection,
      name: KNOWN[collection.name.toLowerCase()]?.name ?? wordsOf(collection.name),
      labels: [],
      texts: [],
    });
  await readSchemes(files, schemes, sink);
  return [...schemes].map(([uri, { collection, name, labels, texts }]) => {
    const rows = labels.length;
    if (rows === 0) labels.push({ locale: "en", kind: LabelKind.PREFERRED, text: name });
    const kind = /occupations$/i.test(collection.name) ? "ROLE_FAMILY" : "SKILL_GROUP";
    const id = sink.node(SCHEME_ROWS, { kind, key: uri, labels, texts, concept: { uri } }, rows);
    const group = concepts.add({ uri, kind, code: "", id });
    return { file: collection.file, entity: wordsOf(collection.name), group };
  });
}

/** Puts the members of each collection under its group. */
export async function linkCollections(
  collections: readonly Collection[],
  hierarchy: Hierarchy,
  sink: ImportSink,
): Promise<void> {
  for (const { file, entity, group } of collections)
    for await (const rows of readTable(file, CSV, ["conceptUri"])) {
      for (const row of rows) hierarchy.relate(entity, row, row.get("conceptUri"), group.uri);
      await sink.drain();
    }
}

const SCHEME_ROWS = "concept schemes";

/** Addresses of the concept schemes by their names, in lower case without spaces. */
async function readSchemeNames(files: EscoFiles): Promise<ReadonlyMap<string, string>> {
  const uris = new Map<string, string>();
  for (const { file } of files.languages("conceptSchemes"))
    for await (const rows of readTable(file, CSV, ["conceptSchemeUri"]))
      for (const row of rows) {
        const uri = row.get("conceptSchemeUri");
        uris.set(uri.slice(uri.lastIndexOf("/") + 1).toLowerCase(), uri);
        uris.set(row.get("preferredLabel").toLowerCase().replaceAll(" ", ""), uri);
      }
  return uris;
}

/** A collection that no known release has goes by a scheme of its name, if there is one. */
function schemeOf(name: string, named: ReadonlyMap<string, string>): string {
  const key = name.toLowerCase();
  const known = KNOWN[key];
  if (known) return SCHEMES + known.scheme;
  return named.get(key) ?? named.get(key.replace(/skills$/, "")) ?? SCHEMES + key;
}

/** Collects names and descriptions in each language; accounts for the rows that no collection belongs to. */
async function readSchemes(
  files: EscoFiles,
  schemes: ReadonlyMap<string, Scheme>,
  sink: ImportSink,
): Promise<void> {
  for (const { locale, file } of files.languages("conceptSchemes"))
    for await (const rows of readTable(file, CSV, ["conceptSchemeUri"])) {
      for (const row of rows) {
        const scheme = schemes.get(row.get("conceptSchemeUri"));
        const text = row.get("preferredLabel") || row.get("title");
        const description = row.get("description");
        if (!scheme) sink.skip(SCHEME_ROWS, "NOT_MODELLED", row, "is no collection that is there");
        else if (text === "") sink.skip(SCHEME_ROWS, "MISSING_VALUE", row, "has no name");
        else if (scheme.labels.some((label) => label.locale === locale))
          sink.skip(SCHEME_ROWS, "DUPLICATE_ROW", row);
        else {
          scheme.labels.push({ locale, kind: LabelKind.PREFERRED, text });
          if (description !== "")
            scheme.texts.push({ locale, kind: TextKind.DESCRIPTION, text: description });
        }
      }
      await sink.drain();
    }
}

/** `digital skills` of `digitalSkills`, `DigComp skills` of `digCompSkills`. */
function wordsOf(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, (_, end, start) => `${end} ${start.toLowerCase()}`)
    .replace(/^dig comp\b/i, "DigComp");
}
