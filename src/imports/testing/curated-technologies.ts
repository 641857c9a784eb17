import type { Database } from "../../database/database";
import { LabelKind } from "../../labels/label.types";
import { dataOf } from "../../testing/read-all";
import { merge, TestSource } from "../../testing/test-source";
import { alias } from "./made-source";

const curated = new TestSource("curated");

/** Slug, name and aliases. Two have the same name. */
const TECHNOLOGIES = [
  ["javascript", "JavaScript", "JS"],
  ["go", "Go", "Golang"],
  ["spring-framework", "Spring"],
  ["spring-creators", "Spring"],
  ["cpp", "C++"],
] as const;

/** Puts a few technologies into the graph, as the graph's own people state them. */
export async function curateTechnologies(database: Database): Promise<void> {
  const records = TECHNOLOGIES.map(([slug, name, ...aliases]) =>
    curated.node("TECHNOLOGY", slug, {
      labels: [
        { locale: "en", kind: LabelKind.PREFERRED, text: name },
        ...aliases.map((text) => alias(text)),
      ],
      technology_kind: "LANGUAGE",
    }),
  );
  await merge(database, curated, ...records);
}

/** A technology as the API shows it, with how other classifications call it. */
export async function technologyOf(database: Database, slug: string) {
  const { technology } = await dataOf(
    database,
    `query ($slug: String!) { technology(by: { slug: $slug }) { id name kind vendor status homepage
      mappings { edges { matchType confidence origin node { scheme code uri }
        assertions { nodes { qualifiers { name text } } } } } } }`,
    { slug },
  );
  return technology;
}
