import { Necessity } from "../../shared/scales";
import type { ImportSink } from "../import-sink";
import type { InputFile } from "../input/import-input";
import { CSV, type Row, readTable } from "../tables/read-table";
import type { Concept, Concepts } from "./concepts";
import { AcyclicLinks } from "./hierarchy";

/** A table that says which skills something needs. */
export interface NeedTable {
  readonly entity: string;
  readonly from: { readonly column: string; readonly kind: Concept["kind"] };
  readonly to: { readonly column: string; readonly kind: Concept["kind"] };
  readonly link: "REQUIREMENT" | "PREREQUISITE";
}

export const OCCUPATION_SKILLS: NeedTable = {
  entity: "occupation skill relations",
  from: { column: "occupationUri", kind: "ROLE" },
  to: { column: "skillUri", kind: "SKILL" },
  link: "REQUIREMENT",
};

/**
 * "Which knowledge, skill and competence concept is relevant in order to develop another one" (ESCOpedia, Skill
 * contextualisation): the related skill comes first, and may be skipped when it is optional.
 */
export const SKILL_SKILLS: NeedTable = {
  entity: "skill skill relations",
  from: { column: "originalSkillUri", kind: "SKILL" },
  to: { column: "relatedSkillUri", kind: "SKILL" },
  link: "PREREQUISITE",
};

/** States one link for each pair. What is both essential and optional is essential, whichever row comes first. */
export async function linkNeeds(
  table: NeedTable,
  file: InputFile | null,
  concepts: Concepts,
  sink: ImportSink,
): Promise<void> {
  if (!file) return;
  const needs = new Needs(table, file, concepts, sink);
  const columns = [table.from.column, table.to.column, "relationType"];
  for await (const rows of readTable(file, CSV, columns)) {
    for (const row of rows) needs.take(row);
    await sink.drain();
  }
  await needs.finish();
}

class Needs {
  private readonly essential = new Set<number>();
  /** Line of the first row by pair. They are stated at the end: an essential row may still come. */
  private readonly optional = new Map<number, number>();
  /** What is a prerequisite of itself cannot be learned; the database refuses it. */
  private readonly chain: AcyclicLinks | null;

  constructor(
    private readonly table: NeedTable,
    private readonly file: InputFile,
    private readonly concepts: Concepts,
    private readonly sink: ImportSink,
  ) {
    this.chain = table.link === "PREREQUISITE" ? new AcyclicLinks() : null;
  }

  take(row: Row): void {
    const { entity, from: start, to: end } = this.table;
    const { sink } = this;
    const from = this.concepts.get(row.get(start.column));
    const to = this.concepts.get(row.get(end.column));
    const type = row.get("relationType");
    if (!from) sink.skip(entity, "UNKNOWN_CONCEPT", row, row.get(start.column));
    else if (!to) sink.skip(entity, "UNKNOWN_CONCEPT", row, row.get(end.column));
    else if (from === to) sink.skip(entity, "SELF_RELATION", row);
    else if (from.kind !== start.kind || to.kind !== end.kind)
      sink.skip(entity, "NOT_MODELLED", row, `${from.kind} needs ${to.kind}`);
    else if (type === "essential") this.takeEssential(row, from, to);
    else if (type === "optional") this.takeOptional(row, from, to);
    else sink.skip(entity, type === "" ? "MISSING_VALUE" : "INVALID_VALUE", row, "relationType");
  }

  /** States the optional ones that no row calls essential. */
  async finish(): Promise<void> {
    const { entity, from, to } = this.table;
    let stated = 0;
    for (const [pair, line] of this.optional) {
      const start = this.concepts.at(Math.floor(pair / this.concepts.size));
      const end = this.concepts.at(pair % this.concepts.size);
      if (!start || !end) continue;
      const values = {
        [from.column]: start.uri,
        [to.column]: end.uri,
        relationType: "optional",
      };
      const place = { file: this.file.path, line, values };
      if (this.essential.has(pair))
        this.sink.skip(entity, "DUPLICATE_ROW", place, "another row says essential");
      else this.state(start, end, Necessity.OPTIONAL, place);
      if (++stated % 1000 === 0) await this.sink.drain();
    }
    await this.sink.drain();
  }

  private takeEssential(row: Row, from: Concept, to: Concept): void {
    const pair = this.pairOf(from, to);
    if (this.essential.has(pair)) this.sink.skip(this.table.entity, "DUPLICATE_ROW", row);
    else if (this.chain?.closes(from.index, to.index))
      this.sink.skip(this.table.entity, "CYCLE", row);
    else {
      this.essential.add(pair);
      this.chain?.add(from.index, to.index);
      this.state(from, to, Necessity.ESSENTIAL, row);
    }
  }

  private takeOptional(row: Row, from: Concept, to: Concept): void {
    const pair = this.pairOf(from, to);
    if (this.essential.has(pair) || this.optional.has(pair))
      this.sink.skip(this.table.entity, "DUPLICATE_ROW", row);
    else this.optional.set(pair, row.line);
  }

  private pairOf(from: Concept, to: Concept): number {
    return from.index * this.concepts.size + to.index;
  }

  private state(
    from: Concept,
    to: Concept,
    requirement: Necessity,
    place: Parameters<ImportSink["edge"]>[2],
  ): void {
    const { entity, link } = this.table;
    const strength = link === "PREREQUISITE" ? requirement.toLowerCase() : undefined;
    this.sink.edge(
      entity,
      { kind: link, fromId: from.id, toId: to.id, fields: { requirement }, strength },
      place,
    );
  }
}
