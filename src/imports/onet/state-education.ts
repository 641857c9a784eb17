import { QualificationKind } from "../../qualifications/qualification.entity";
import type { ImportSink } from "../import-sink";
import type { InputFile } from "../input/import-input";
import type { Row } from "../tables/read-table";
import { named } from "./named";
import { readRows } from "./read-rows";
import {
  given,
  numberOf,
  OCCUPATION,
  type Occupations,
  occupationOf,
  type Refusal,
} from "./row-values";

export const EDUCATION = "Education, Training, and Experience.txt";
export const EDUCATION_CATEGORIES = "Education, Training, and Experience Categories.txt";

/**
 * Scales whose categories are qualifications. Training on the job (OJ, PT) is none; how much a certificate or an
 * apprenticeship matters (IM) is said without naming one.
 */
const SCALES = {
  /** Required level of education. */
  RL: QualificationKind.DEGREE,
  /** Related work experience. */
  RW: QualificationKind.EXPERIENCE,
} as const;

/** States the categories that people could tick as qualifications, and answers their keys. */
export async function stateQualifications(
  file: InputFile | null,
  sink: ImportSink,
): Promise<ReadonlySet<string>> {
  const entity = "education categories";
  const stated = new Set<string>();
  await readRows(file, ["Scale ID", "Category", "Category Description"], sink, (row) => {
    const category = readCategory(row);
    if ("reason" in category) return sink.skip(entity, category.reason, row, category.note);
    const text = given(row, "Category Description");
    if (text === "") return sink.skip(entity, "MISSING_VALUE", row, "there is no description");
    if (stated.has(category.key)) return sink.skip(entity, "DUPLICATE_ROW", row);
    stated.add(category.key);
    sink.node(entity, {
      kind: "QUALIFICATION",
      key: category.key,
      fields: { qualification_kind: SCALES[category.scale] },
      ...named(...nameOf(category.scale, text, row)),
      qualifiers: [{ name: "category", value: category.number, unit: `O*NET ${category.scale}` }],
      concept: null,
    });
  });
  return stated;
}

/** States which share of the people asked in an occupation named each qualification. */
export async function linkQualifications(
  file: InputFile | null,
  qualifications: ReadonlySet<string>,
  occupations: Occupations,
  sink: ImportSink,
): Promise<void> {
  const entity = "education and experience";
  await readRows(file, [OCCUPATION, "Scale ID", "Category", "Data Value"], sink, (row) => {
    const answer = readAnswer(row, qualifications, occupations);
    if ("reason" in answer) return sink.skip(entity, answer.reason, row, answer.note);
    sink.edge(
      entity,
      {
        kind: "QUALIFICATION",
        fromId: sink.idOf("ROLE", answer.occupation),
        toId: sink.idOf("QUALIFICATION", answer.key),
        qualifiers: [{ name: "share of respondents", value: answer.share, unit: "%" }],
      },
      row,
    );
  });
}

function readAnswer(
  row: Row,
  qualifications: ReadonlySet<string>,
  occupations: Occupations,
): { occupation: string; key: string; share: number } | Refusal {
  const category = readCategory(row);
  if ("reason" in category) return category;
  const about = occupationOf(row, occupations);
  if ("reason" in about) return about;
  const { key } = category;
  if (!qualifications.has(key))
    return { reason: "UNKNOWN_CONCEPT", note: `category ${key} has no description` };
  if (given(row, "Recommend Suppress") === "Y") return { reason: "RECOMMEND_SUPPRESS" };
  const share = numberOf(row, "Data Value", [0, 100]);
  if ("reason" in share) return share;
  if (share.value === 0) return { reason: "ABSENT", note: "nobody named it" };
  return { ...about, key, share: share.value };
}

function readCategory(
  row: Row,
): { scale: keyof typeof SCALES; number: number; key: string } | Refusal {
  const scale = given(row, "Scale ID");
  if (!isScale(scale)) return { reason: "NOT_MODELLED", note: `scale ${scale || "is empty"}` };
  const number = numberOf(row, "Category", [1, 99]);
  if ("reason" in number) return number;
  return { scale, number: number.value, key: `${scale}-${number.value}` };
}

/**
 * Name and description of a category. Degrees are followed by a dash and an explanation: what stands before it is the
 * name. `None` and `Over 10 years` are named together with what they are about.
 */
function nameOf(scale: keyof typeof SCALES, text: string, row: Row): [string, string] {
  if (scale === "RL") {
    const dash = text.indexOf(" - ");
    return dash > 0 ? [text.slice(0, dash), text] : [text, ""];
  }
  const about = given(row, "Element Name");
  return [about === "" ? text : `${about}: ${text}`, ""];
}

function isScale(text: string): text is keyof typeof SCALES {
  return Object.hasOwn(SCALES, text);
}
