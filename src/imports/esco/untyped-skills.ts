import { SkillKind } from "../../skills/skill.entity";
import { CSV, readTable } from "../tables/read-table";
import type { Concepts } from "./concepts";
import type { EscoFiles } from "./esco-files";

/**
 * Skills for which ESCO gives no type, as the areas of DigComp. The graph needs a kind, and ESCO's own structure tells it:
 * the collection of languages, and the part of the skills hierarchy where they stand.
 */
export class UntypedSkills {
  private readonly uris = new Set<string>();
  private readonly kinds = new Map<string, SkillKind>();

  /** Notes a skill; its kind can be asked for after `decide`. */
  readonly note = (uri: string): (() => SkillKind) => {
    this.uris.add(uri);
    return () => this.kinds.get(uri) ?? SkillKind.SKILL;
  };

  /** Reads what is needed to tell the kinds; nothing when all skills have a type. */
  async decide(files: EscoFiles, concepts: Concepts): Promise<void> {
    if (this.uris.size === 0) return;
    const languages = await readLanguages(files);
    const broader = await readBroader(files);
    for (const uri of this.uris)
      this.kinds.set(
        uri,
        languages.has(uri) ? SkillKind.LANGUAGE : kindByPart(partsOf(uri, broader, concepts)),
      );
  }
}

async function readLanguages(files: EscoFiles): Promise<ReadonlySet<string>> {
  const languages = files.collections().find(({ name }) => /^languageSkills$/i.test(name));
  const uris = new Set<string>();
  if (languages)
    for await (const rows of readTable(languages.file, CSV, ["conceptUri"]))
      for (const row of rows) uris.add(row.get("conceptUri"));
  return uris;
}

async function readBroader(files: EscoFiles): Promise<ReadonlyMap<string, readonly string[]>> {
  const broader = new Map<string, string[]>();
  const file = files.shared("broaderRelationsSkillPillar");
  if (!file) return broader;
  for await (const rows of readTable(file, CSV, ["conceptUri", "broaderUri"]))
    for (const row of rows) {
      const above = broader.get(row.get("conceptUri"));
      if (above) above.push(row.get("broaderUri"));
      else broader.set(row.get("conceptUri"), [row.get("broaderUri")]);
    }
  return broader;
}

/** The letters that the codes of all groups above begin with: A attitudes, K knowledge, L languages, S skills, T. */
function partsOf(
  uri: string,
  broader: ReadonlyMap<string, readonly string[]>,
  concepts: Concepts,
): ReadonlySet<string> {
  const above = new Set([uri]);
  const parts = new Set<string>();
  for (const each of above) {
    const letter = concepts.get(each)?.code.charAt(0).toUpperCase() ?? "";
    if (letter >= "A" && letter <= "Z") parts.add(letter);
    for (const next of broader.get(each) ?? []) above.add(next);
  }
  return parts;
}

/** ESCO calls everything `skill/competence` that is not knowledge: so does what stands in no part, or in several. */
function kindByPart(parts: ReadonlySet<string>): SkillKind {
  if (parts.has("A")) return SkillKind.ATTITUDE;
  if (parts.size !== 1) return SkillKind.SKILL;
  if (parts.has("K")) return SkillKind.KNOWLEDGE;
  return parts.has("L") ? SkillKind.LANGUAGE : SkillKind.SKILL;
}
