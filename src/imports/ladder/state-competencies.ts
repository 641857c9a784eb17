import { LabelKind, TextKind } from "../../labels/label.types";
import type { QualifierRecord } from "../../merge/records";
import type { ImportSink } from "../import-sink";
import { PROFICIENCY_WORDS, proficiencyOf } from "./proficiencies";
import { type Item, type JobFamily, textOf } from "./read-job-family";
import type { FamilyNodes } from "./state-family";

/** A competency that is taken: a responsibility of a level, within a theme. */
export interface Competency {
  nodeId: string;
  levelId: string;
  themeId: string;
  summary: string;
  /** How well it is expected to be done, as written and from 1 to 5; null when it does not say. */
  word: string | null;
  proficiency: number | null;
}

const ENTITY = "competencies";
/** A name is indexed, and PostgreSQL takes 2,704 bytes: four for each character at the worst. */
const LONGEST_NAME = 600;

/** States the competencies of a family as responsibilities, in the order of the file. */
export function stateCompetencies(
  { key, competencies }: JobFamily,
  { levels, themes }: FamilyNodes,
  sink: ImportSink,
): Competency[] {
  const seen = new Set<string>();
  return competencies.flatMap((item) => {
    const id = item.text("id");
    const summary = item.text("summary");
    if (id === null || summary === null) {
      sink.skip(ENTITY, "MISSING_VALUE", item, `has no ${id === null ? "id" : "summary"}`);
      return [];
    }
    if (seen.has(id)) {
      sink.skip(ENTITY, "DUPLICATE_ROW", item, "has the id of an earlier one");
      return [];
    }
    const levelId = levels.get(item.text("level") ?? "");
    const theme = themes.get(item.text("theme") ?? "");
    if (levelId === undefined || theme === undefined) {
      const what = levelId === undefined ? "level" : "theme";
      const note = `"${item.text(what) ?? ""}" is none of the ${what}s`;
      sink.skip(ENTITY, "UNKNOWN_CONCEPT", item, note);
      return [];
    }
    const word = item.text("proficiency");
    const proficiency = word === null ? null : proficiencyOf(word);
    if (word !== null && proficiency === null) {
      const note = `"${word}" is no proficiency; expected ${PROFICIENCY_WORDS}`;
      sink.skip(ENTITY, "INVALID_VALUE", item, note);
      return [];
    }
    seen.add(id);
    const nodeId = sink.node(ENTITY, {
      kind: "RESPONSIBILITY",
      key: `${key}/${id}`,
      ...nameAndText(summary),
      qualifiers: detailsOf(item, theme.name, word),
      concept: { code: id },
    });
    return [{ nodeId, levelId, themeId: theme.nodeId, summary, word, proficiency }];
  });
}

/**
 * States each competency as a duty of its level, in order, and one requirement for each level and theme: at the strongest
 * proficiency among their competencies, in the words of all of them. They are no ESSENTIAL ones: the publisher calls
 * them no checklist, and meeting all of them no requirement.
 */
export function stateExpectations(competencies: readonly Competency[], sink: ImportSink): void {
  const positions = new Map<string, number>();
  const pairs = new Map<string, Competency[]>();
  for (const competency of competencies) {
    const { levelId, themeId, nodeId } = competency;
    const position = (positions.get(levelId) ?? 0) + 1;
    positions.set(levelId, position);
    sink.edge(
      "duties",
      { kind: "DUTY", fromId: levelId, toId: nodeId, fields: { position } },
      null,
      0,
    );
    const pair = `${levelId} ${themeId}`;
    pairs.set(pair, [...(pairs.get(pair) ?? []), competency]);
  }
  for (const pair of pairs.values()) {
    const [strongest] = pair.toSorted((a, b) => (b.proficiency ?? 0) - (a.proficiency ?? 0));
    if (!strongest) continue;
    const { levelId, themeId, proficiency, word } = strongest;
    sink.edge(
      "expected themes",
      {
        kind: "REQUIREMENT",
        fromId: levelId,
        toId: themeId,
        fields: { proficiency },
        strength: word ?? undefined,
        wording: pair.map(({ summary }) => summary).join("\n"),
      },
      null,
      0,
    );
  }
}

/** A summary is a sentence or two, sometimes a list: the name has it in one line. */
function nameAndText(summary: string) {
  const line = summary.replace(/\s+/g, " ");
  const cut = line.length > LONGEST_NAME;
  const name = cut ? `${line.slice(0, LONGEST_NAME).replace(/\s+\S*$/, "")} …` : line;
  return {
    labels: [{ locale: "en", kind: LabelKind.PREFERRED, text: name }],
    texts: name === summary ? [] : [{ locale: "en", kind: TextKind.DESCRIPTION, text: summary }],
  };
}

function detailsOf(item: Item, theme: string, word: string | null): QualifierRecord[] {
  const examples = item.list("examples").flatMap((example) => textOf(example) ?? []);
  const urls = item.list("supportingUrls").flatMap((link) => linkOf(link) ?? []);
  return [
    { name: "theme", value: theme },
    ...(word === null ? [] : [{ name: "proficiency", value: word }]),
    ...(examples.length > 0 ? [{ name: "examples", value: examples }] : []),
    ...(urls.length > 0 ? [{ name: "supporting URLs", value: urls }] : []),
  ];
}

/** `{ label, url }` as `label: url`; an address alone as it is. */
function linkOf(link: unknown): string | null {
  if (typeof link !== "object" || link === null) return textOf(link);
  const { label, url } = link as Record<string, unknown>;
  return [textOf(label), textOf(url)].filter((part) => part !== null).join(": ") || null;
}
