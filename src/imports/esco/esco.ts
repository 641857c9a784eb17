import type { ImportSink } from "../import-sink";
import type { ImportSource, ReadLinks } from "../import-source";
import type { ImportInput } from "../input/import-input";
import { CSV, readTable } from "../tables/read-table";
import { linkCollections, stateCollections } from "./collections";
import { ConceptWriter } from "./concept-writer";
import { ESCO_FILES, EscoFiles } from "./esco-files";
import { accountGreenShares, readGreenShares } from "./green-shares";
import { Hierarchy } from "./hierarchy";
import { linkHierarchy, readHierarchyCodes } from "./link-hierarchy";
import { linkNeeds, OCCUPATION_SKILLS, SKILL_SKILLS } from "./link-needs";
import { ISCO_GROUPS, OCCUPATIONS } from "./occupation-concepts";
import { skillGroupMapping, skillMapping } from "./skill-concepts";
import { UntypedSkills } from "./untyped-skills";

/** The classification of the European Union: occupations, the skills each needs, and the groups of both. */
export const ESCO: ImportSource = {
  name: "esco",
  scheme: "ESCO",
  title: "ESCO, European Skills, Competences, Qualifications and Occupations",
  description:
    "Occupations of the European labour market with their essential and optional skills, in a tree under ISCO-08; skills and knowledge in a hierarchy of groups; names in up to 28 languages.",
  publisher: "European Commission, DG Employment, Social Affairs and Inclusion",
  licence:
    "Commission Decision 2011/833/EU: reuse is authorised, also commercially, if the source is acknowledged and changes are indicated",
  attribution: "This service uses the ESCO classification of the European Commission.",
  url: "https://esco.ec.europa.eu/en/use-esco/download",
  versions: "CSV packages of 1.0.9 to 1.2.1 in any language or several",
  files: ESCO_FILES,

  async readVersion(input: ImportInput): Promise<string | null> {
    const inside = new Set(input.files.flatMap(({ path }) => versionIn(path) ?? []));
    const [version] = inside;
    return version !== undefined && inside.size === 1 ? version : versionIn(input.path);
  },

  async readNodes(input: ImportInput, sink: ImportSink): Promise<ReadLinks> {
    const files = new EscoFiles(input);
    for (const file of files.leftOut) {
      let count = 0;
      for await (const rows of readTable(file, CSV, [])) count += rows.length;
      sink.leaveOut(file.path, count);
    }
    const greenShares = files.shared("greenShareOcc");
    const codes = await readHierarchyCodes(files.shared("skillsHierarchy"));
    const untyped = new UntypedSkills();
    const writer = new ConceptWriter(sink, await readGreenShares(greenShares));
    const { concepts } = writer;
    await writer.write(ISCO_GROUPS, files.languages("ISCOGroups"));
    await writer.write(OCCUPATIONS, files.languages("occupations"));
    // Before the groups: what is both counts as a skill, because occupations can need skills only.
    await writer.write(skillMapping(untyped.note), files.languages("skills"));
    await writer.write(skillGroupMapping(codes), files.languages("skillGroups"));
    await untyped.decide(files, concepts);
    writer.finish();
    const collections = await stateCollections(files, concepts, sink);
    return async () => {
      const hierarchy = new Hierarchy(concepts, sink);
      await linkHierarchy(files, concepts, hierarchy, sink);
      await linkCollections(collections, hierarchy, sink);
      const needs = [
        [OCCUPATION_SKILLS, files.shared("occupationSkillRelations")],
        [SKILL_SKILLS, files.shared("skillSkillRelations")],
      ] as const;
      for (const [table, file] of needs) await linkNeeds(table, file, concepts, sink);
      await accountGreenShares(greenShares, concepts, sink);
    };
  },
};

/** `ESCO dataset - v1.1.1 - classification - en - csv.zip`, `esco-1.1.1`, `esco/v1.2.0`. */
const VERSION = /esco[^\d.]{0,20}(\d\.\d{1,2}(?:\.\d{1,2})?)(?!\.?\d)/gi;

/** The last one that a path names: the innermost folder, or the file. */
function versionIn(path: string): string | null {
  return [...path.matchAll(VERSION)].at(-1)?.[1] ?? null;
}
