import { join } from "node:path";
import { PrerequisiteStrength } from "../../../src/prerequisites/prerequisite.entity";
import type { NodeKind } from "../../../src/shared/global-id";
import { Necessity } from "../../../src/shared/scales";
import type { BatchBuilder } from "../batch-builder";
import { type Placed, readRows } from "../read-yaml";
import { curated, names } from "../sources";
import { roleLevelSlug } from "./add-roles";
import {
  CollaborationRow,
  EmbodimentRow,
  MappingRow,
  PrerequisiteRow,
  ProgressionRow,
  RelatedRow,
} from "./edge-rows";

/** Adds the files that hold nothing but links. */
export function addLinks(builder: BatchBuilder, folder: string): void {
  for (const row of readRows(join(folder, "prerequisites.yaml"), PrerequisiteRow))
    builder.edge(
      "PREREQUISITE",
      builder.id("SKILL", row.skill, row.at),
      builder.id("SKILL", row.requires, row.at),
      [
        curated({
          requirement:
            row.strength === PrerequisiteStrength.ESSENTIAL
              ? Necessity.ESSENTIAL
              : Necessity.OPTIONAL,
          from_proficiency: row.proficiency,
          to_proficiency: row.forProficiency,
        }),
      ],
    );
  addRelated(builder, "SKILL", readRows(join(folder, "related-skills.yaml"), RelatedRow));
  addRelated(
    builder,
    "TECHNOLOGY",
    readRows(join(folder, "related-technologies.yaml"), RelatedRow),
  );
  for (const row of readRows(join(folder, "embodiments.yaml"), EmbodimentRow))
    builder.edge(
      "EMBODIES",
      builder.id("TECHNOLOGY", row.technology, row.at),
      builder.id("SKILL", row.skill, row.at),
      [curated({ weight: row.weight })],
    );
  for (const row of readRows(join(folder, "progressions.yaml"), ProgressionRow))
    addProgression(builder, row);
  for (const row of readRows(join(folder, "collaborations.yaml"), CollaborationRow)) {
    const [a, b] = row.between;
    builder.edge("COLLABORATION", builder.id("ROLE", a, row.at), builder.id("ROLE", b, row.at), [
      curated({ subjects: row.on }),
    ]);
  }
  for (const file of ["role-mappings.yaml", "skill-mappings.yaml"])
    for (const row of readRows(join(folder, file), MappingRow)) addMapping(builder, row);
}

function addRelated(
  builder: BatchBuilder,
  kind: NodeKind,
  rows: readonly Placed<RelatedRow>[],
): void {
  for (const { between, kind: relation_kind, weight, at } of rows)
    builder.edge("RELATED", builder.id(kind, between[0], at), builder.id(kind, between[1], at), [
      curated({ relation_kind, weight }),
    ]);
}

function addProgression(builder: BatchBuilder, row: Placed<ProgressionRow>): void {
  const idOf = (end: string) => {
    const [role = "", level = ""] = end.split("@");
    return builder.id("ROLE_LEVEL", roleLevelSlug(role, level), row.at);
  };
  builder.edge("PROGRESSION", idOf(row.from), idOf(row.to), [
    curated(
      { progression_kind: row.kind, score: row.score },
      row.wording ? { wording: row.wording } : {},
    ),
  ]);
}

/** A concept of another classification is a node of its own, known under that classification's key. */
function addMapping(builder: BatchBuilder, row: Placed<MappingRow>): void {
  const key = row.uri ?? row.code;
  if (!key) throw new Error(`${row.at}: give a uri or a code`);
  const slug = `${row.scheme}-${row.code ?? key.split("/").at(-1)}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  const concept = builder.node("EXTERNAL_CONCEPT", slug, { scheme: row.scheme, key }, [
    curated({
      ...names(row.label),
      scheme: row.scheme,
      scheme_version: row.schemeVersion,
      code: row.code,
      url: row.uri,
    }),
  ]);
  const node = row.role
    ? builder.id("ROLE", row.role, row.at)
    : builder.id("SKILL", row.skill ?? "", row.at);
  builder.edge("MAPPING", node, concept, [curated({ match_type: row.match })]);
}
