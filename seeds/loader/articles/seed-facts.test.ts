import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../../src/shared/project-root";
import { ARTICLES } from "../../../src/testing/article-files";

/** The extraction that the files of the articles were written from; it stands beside the project where they were made. */
const FILE = join(PROJECT_ROOT, "..", "shared", "seed-facts.json");

interface End {
  kind: string;
  slug: string;
}

const nameOf = ({ kind, slug }: End) => `${kind}/${slug}`;

/** Rows as text, sorted, so that neither their order nor that of their fields matters. */
function asSet(rows: readonly object[]): string[] {
  return rows.map((row) => JSON.stringify(Object.fromEntries(Object.entries(row).sort()))).sort();
}

const describeWhereItStands = existsSync(FILE) ? describe : describe.skip;

describeWhereItStands("the seed files of the articles, row by row", () => {
  const read = () => JSON.parse(readFileSync(FILE, "utf8"));

  it("hold every document", () => {
    const rows = read().documents.map(
      ({ metadata_lines: _, ...row }: { metadata_lines: unknown }) => row,
    );
    expect(asSet(ARTICLES.documents)).toEqual(asSet(rows));
  });

  it("hold every entity, with all it is stated with", () => {
    expect(asSet(ARTICLES.entities)).toEqual(asSet(read().entities));
  });

  it("hold every relation, also parallel ones of the same ends", () => {
    const rows = read().relations.map(({ from, to, ...row }: { from: End; to: End }) => {
      return { ...row, from: nameOf(from), to: nameOf(to) };
    });
    expect(asSet(ARTICLES.relations)).toEqual(asSet(rows));
  });

  it("hold every fact with unit and comparator", () => {
    const rows = read().facts.map(({ about, ...row }: { about: End }) => {
      return { ...row, about: nameOf(about) };
    });
    expect(asSet(ARTICLES.facts)).toEqual(asSet(rows));
  });

  it("hold every question with its answer", () => {
    expect(asSet(ARTICLES.questions)).toEqual(asSet(read().faqs));
  });
});
