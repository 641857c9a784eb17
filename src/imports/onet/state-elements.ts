import type { SkillKind } from "../../skills/skill.entity";
import type { ImportSink } from "../import-sink";
import type { ImportInput, InputFile } from "../input/import-input";
import type { Row } from "../tables/read-table";
import { OccupationOrder } from "./by-occupation";
import { named } from "./named";
import { RATING_COLUMNS, RATING_SOURCES, type RatingSource, readRating } from "./ratings";
import { readRows } from "./read-rows";
import { given, type Occupations } from "./row-values";

export const CONTENT_MODEL = "Content Model Reference.txt";

const ENTITY = "content model elements";

/** What the links need to know of the elements of the content model. */
export interface Elements {
  /** IDs of those that are stated as skills. */
  skills: ReadonlySet<string>;
  /** IDs of those that are stated as groups. */
  groups: ReadonlySet<string>;
  files: readonly RatingFile[];
}

/** A file with ratings that this release has. */
export interface RatingFile {
  source: RatingSource;
  file: InputFile;
  /** Whether the rows of each occupation stand one after the other. */
  isTogether: boolean;
}

interface RatedElement {
  kind: SkillKind;
  name: string;
}

/**
 * States the elements that occupations are rated on as skills, and those above them as groups. An element without a name,
 * in the content model or beside a rating, is not stated.
 */
export async function stateElements(
  input: ImportInput,
  occupations: Occupations,
  sink: ImportSink,
): Promise<Elements> {
  const rated = new Map<string, RatedElement>();
  const files: RatingFile[] = [];
  for (const source of RATING_SOURCES) {
    const file = input.file(source.file);
    if (file) files.push(await findRated(source, file, occupations, rated, sink));
  }
  const model = await readModel(input.file(CONTENT_MODEL), sink);
  const skills = stateSkills(rated, model, sink);
  const above = new Set([...skills].flatMap(ancestorsOf));
  const groups = new Set<string>();
  for (const [id, row] of model) {
    if (skills.has(id)) continue;
    if (!above.has(id)) {
      sink.skip(ENTITY, "NOT_USED", row);
      continue;
    }
    groups.add(id);
    sink.node(ENTITY, {
      kind: "SKILL_GROUP",
      key: id,
      fields: { code: id },
      ...named(given(row, "Element Name"), given(row, "Description")),
    });
  }
  return { skills, groups, files };
}

/** Every element leads to the next one above it that is stated. */
export function linkElements({ skills, groups }: Elements, sink: ImportSink): void {
  const entity = "content model hierarchy";
  for (const id of skills) {
    const above = ancestorsOf(id).find((each) => groups.has(each) || skills.has(each));
    if (above === undefined) continue;
    const toId = sink.idOf(groups.has(above) ? "SKILL_GROUP" : "SKILL", above);
    sink.edge(entity, { kind: "BROADER", fromId: sink.idOf("SKILL", id), toId }, null, 0);
  }
  for (const id of groups) {
    const above = ancestorsOf(id).find((each) => groups.has(each));
    if (above === undefined) continue;
    const [fromId, toId] = [sink.idOf("SKILL_GROUP", id), sink.idOf("SKILL_GROUP", above)];
    sink.edge(entity, { kind: "BROADER", fromId, toId }, null, 0);
  }
}

/**
 * The elements above one, nearest first: the ID is an outline, and its parent is found by cutting the last segment. Ends
 * with two segments (`2.A`, Basic Skills): those above (`2`, Worker Requirements) say nothing about skills.
 */
export function ancestorsOf(id: string): string[] {
  const segments = id.split(".");
  const ancestors: string[] = [];
  for (let count = segments.length - 1; count >= 2; count--)
    ancestors.push(segments.slice(0, count).join("."));
  return ancestors;
}

/** Looks through a file for the elements that its rows rate. The rows are accounted for by the links. */
async function findRated(
  source: RatingSource,
  file: InputFile,
  occupations: Occupations,
  rated: Map<string, RatedElement>,
  sink: ImportSink,
): Promise<RatingFile> {
  const order = new OccupationOrder();
  await readRows(file, RATING_COLUMNS, sink, (row) => {
    const rating = readRating(row, occupations);
    if ("reason" in rating) return;
    order.see(rating.occupation);
    const known = rated.get(rating.element);
    if (!known) rated.set(rating.element, { kind: source.kind, name: rating.elementName });
    else if (known.name === "") known.name = rating.elementName;
  });
  return { source, file, isTogether: order.isTogether };
}

/** The rows of the content model by their IDs. */
async function readModel(file: InputFile | null, sink: ImportSink): Promise<Map<string, Row>> {
  const model = new Map<string, Row>();
  await readRows(file, ["Element ID", "Element Name"], sink, (row) => {
    const id = given(row, "Element ID");
    if (id === "" || given(row, "Element Name") === "")
      sink.skip(ENTITY, "MISSING_VALUE", row, "an ID and a name are needed");
    else if (model.has(id)) sink.skip(ENTITY, "DUPLICATE_ROW", row);
    else model.set(id, row);
  });
  return model;
}

/** Answers the IDs of the elements that have a name. */
function stateSkills(
  rated: ReadonlyMap<string, RatedElement>,
  model: ReadonlyMap<string, Row>,
  sink: ImportSink,
): ReadonlySet<string> {
  const skills = new Set<string>();
  for (const [id, element] of rated) {
    const row = model.get(id);
    const name = row ? given(row, "Element Name") : element.name;
    if (name === "") continue;
    skills.add(id);
    const description = row ? given(row, "Description") : "";
    sink.node(
      ENTITY,
      {
        kind: "SKILL",
        key: id,
        fields: { skill_kind: element.kind },
        ...named(name, description),
      },
      row ? 1 : 0,
    );
  }
  return skills;
}
