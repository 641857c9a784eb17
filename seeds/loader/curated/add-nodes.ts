import { join } from "node:path";
import { LabelKind, TextKind } from "../../../src/labels/label.types";
import type { StatedFields } from "../../../src/merge/records";
import type { NodeKind } from "../../../src/shared/global-id";
import { TechnologyKind } from "../../../src/technologies/technology.entity";
import type { BatchBuilder } from "../batch-builder";
import { type Placed, readObject, readRows } from "../read-yaml";
import { CURATED, curated, names } from "../sources";
import { GermanLabels } from "./edge-rows";
import {
  CareerLevelRow,
  LearningResourceRow,
  type NodeRow,
  QualificationRow,
  RoleFamilyRow,
  SkillGroupRow,
  SkillRow,
  TechnologyRow,
} from "./node-rows";

/** States a curated node under its slug. */
export function addNode(
  builder: BatchBuilder,
  kind: NodeKind,
  row: NodeRow,
  fields: StatedFields = {},
): string {
  return builder.node(kind, row.slug, { scheme: CURATED, key: `${kind}/${row.slug}` }, [
    curated({ ...names(row.name, row.aliases, row.description), ...fields }),
  ]);
}

/** Adds what the files with one kind each hold, and the links that stand in the same rows. */
export function addNodes(builder: BatchBuilder, folder: string): void {
  for (const row of readRows(join(folder, "career-levels.yaml"), CareerLevelRow))
    addNode(builder, "CAREER_LEVEL", row, { track: row.track, rank: row.rank });
  for (const row of readRows(join(folder, "role-families.yaml"), RoleFamilyRow))
    addNode(builder, "ROLE_FAMILY", row);
  addSkills(builder, folder);
  addTechnologies(builder, readRows(join(folder, "technologies.yaml"), TechnologyRow));
  for (const row of readRows(join(folder, "qualifications.yaml"), QualificationRow))
    addQualification(builder, row);
  for (const row of readRows(join(folder, "learning-resources.yaml"), LearningResourceRow))
    addResource(builder, row);
}

function addSkills(builder: BatchBuilder, folder: string): void {
  const groups = readRows(join(folder, "skill-groups.yaml"), SkillGroupRow);
  for (const row of groups) addNode(builder, "SKILL_GROUP", row);
  for (const { slug, parent, at } of groups)
    if (parent)
      builder.edge(
        "BROADER",
        builder.id("SKILL_GROUP", slug, at),
        builder.id("SKILL_GROUP", parent, at),
        [curated({})],
      );
  for (const row of readRows(join(folder, "skills.yaml"), SkillRow)) {
    const id = addNode(builder, "SKILL", row, { skill_kind: row.kind });
    for (const group of row.groups)
      builder.edge("BROADER", id, builder.id("SKILL_GROUP", group, row.at), [curated({})]);
  }
}

/** A category is broader than its members; any other whole is an ecosystem that they belong to. */
function addTechnologies(builder: BatchBuilder, rows: readonly Placed<TechnologyRow>[]): void {
  const kinds = new Map(rows.map((row) => [row.slug, row.kind]));
  for (const row of rows)
    addNode(builder, "TECHNOLOGY", row, { technology_kind: row.kind, vendor: row.vendor });
  for (const { slug, belongsTo = [], dependsOn = [], at } of rows) {
    const id = builder.id("TECHNOLOGY", slug, at);
    for (const whole of belongsTo)
      builder.edge(
        kinds.get(whole) === TechnologyKind.CATEGORY ? "BROADER" : "BELONGS_TO",
        id,
        builder.id("TECHNOLOGY", whole, at),
        [curated({})],
      );
    for (const base of dependsOn)
      builder.edge("DEPENDS_ON", id, builder.id("TECHNOLOGY", base, at), [curated({})]);
  }
}

function addQualification(builder: BatchBuilder, row: Placed<QualificationRow>): void {
  const id = addNode(builder, "QUALIFICATION", row, {
    qualification_kind: row.kind,
    issuer: row.issuer,
    valid_months: row.validMonths,
    level_frame: row.levelFrame,
  });
  for (const { skill, proficiency } of row.evidences ?? [])
    builder.edge("EVIDENCES", id, builder.id("SKILL", skill, row.at), [curated({ proficiency })]);
}

function addResource(builder: BatchBuilder, row: Placed<LearningResourceRow>): void {
  const id = addNode(
    builder,
    "LEARNING_RESOURCE",
    { ...row, name: row.title },
    {
      resource_kind: row.kind,
      provider: row.provider,
      minutes: row.hours === undefined ? undefined : Math.round(row.hours * 60),
      price: row.price,
      currency: row.currency,
      locale: row.locale,
    },
  );
  for (const { skill, from, to, weight } of row.teaches ?? [])
    builder.edge("TEACHES", id, builder.id("SKILL", skill, row.at), [
      curated({ from_proficiency: from, to_proficiency: to, weight }),
    ]);
  for (const { skill, proficiency } of row.needs ?? [])
    builder.edge("RESOURCE_NEEDS", id, builder.id("SKILL", skill, row.at), [
      curated({ proficiency }),
    ]);
}

const GERMAN_KINDS = {
  skills: "SKILL",
  technologies: "TECHNOLOGY",
  careerLevels: "CAREER_LEVEL",
  roleFamilies: "ROLE_FAMILY",
  roles: "ROLE",
} as const satisfies Record<string, NodeKind>;

/** Adds German names to nodes that were stated before. */
export function addGerman(builder: BatchBuilder, folder: string): void {
  const german = readObject(join(folder, "labels.de.yaml"), GermanLabels);
  for (const [group, kind] of Object.entries(GERMAN_KINDS))
    for (const [slug, text] of Object.entries(german[group as keyof typeof GERMAN_KINDS])) {
      builder.id(kind, slug, german.placeOf(group, slug));
      const description = kind === "SKILL" ? german.skillDescriptions?.[slug] : undefined;
      builder.node(kind, slug, { scheme: CURATED, key: `${kind}/${slug}` }, [
        curated({
          labels: [{ locale: "de", kind: LabelKind.PREFERRED, text }],
          ...(description
            ? { texts: [{ locale: "de", kind: TextKind.DESCRIPTION, text: description }] }
            : {}),
        }),
      ]);
    }
}
