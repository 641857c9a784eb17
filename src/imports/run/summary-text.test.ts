import type { ImportSummary } from "./run-import";
import { summaryText } from "./summary-text";
import type { EntityTally } from "./tallies";

const tally = (entity: string, more: Partial<EntityTally> = {}): EntityTally => ({
  entity,
  ...{ read: 0, imported: 0, updated: 0, unchanged: 0, skipped: 0, reasons: {} },
  ...more,
});

const SUMMARY: ImportSummary = {
  source: "esco",
  version: "1.1.1",
  revision: 7,
  changed: true,
  dryRun: false,
  seconds: 4.25,
  entities: [
    tally("occupations", { read: 3_007, imported: 3_000, updated: 7 }),
    tally("occupation skill relations", {
      read: 123_855,
      unchanged: 123_787,
      skipped: 68,
      reasons: { UNKNOWN_CONCEPT: 67, SELF_RELATION: 1 },
    }),
  ],
  leftOut: [],
  deprecatedKinds: {},
  ...{ joined: 0, ambiguous: 0, deprecated: 0, removed: 0, updatedValues: 0, differences: 0 },
};

const textOf = (more: Partial<ImportSummary>) => summaryText({ ...SUMMARY, ...more }, "r.ndjson");

it("shows rows by entity, their sums, why rows were skipped, and where the report is", () => {
  expect(textOf({})).toBe(
    [
      "Imported esco 1.1.1 as revision 7 in 4.3 s.",
      "",
      "  rows of                          read   imported    updated  unchanged    skipped",
      "  occupations                     3,007      3,000          7          0          0",
      "  occupation skill relations    123,855          0          0    123,787         68",
      "  all                           126,862      3,000          7    123,787         68",
      "",
      "Skipped:",
      "  67 of occupation skill relations: UNKNOWN_CONCEPT, names a concept that this release does not have",
      "  1 of occupation skill relations: SELF_RELATION, relates something to itself",
      "",
      "Report: r.ndjson",
    ].join("\n"),
  );
});

it("says what else happened, and nothing of what did not", () => {
  expect(textOf({})).not.toContain("Also:");
  const text = textOf({
    leftOut: [
      { file: "a", rows: 41_662 },
      { file: "b", rows: 1 },
    ],
    deprecatedKinds: { ROLE: 3, EXTERNAL_CONCEPT: 1 },
    ...{ joined: 2, ambiguous: 3, deprecated: 4, removed: 5, updatedValues: 6_000, differences: 7 },
  });
  expect(text.slice(text.indexOf("Also:"), text.indexOf("\n\nReport"))).toBe(
    [
      "Also:",
      "  2 files with 41,663 rows that the graph has no place for",
      "  2 nodes joined with what the graph had",
      "  3 names that fit several nodes, so that nothing was joined",
      "  6,000 values changed",
      "  4 nodes deprecated (3 role, 1 external concept), because no source states them any more",
      "  5 links removed, because no source states them any more",
      "  7 values not shown, because editors say otherwise",
    ].join("\n"),
  );
});

it.each([
  [{ changed: false }, "Nothing changed: the graph holds esco 1.1.1 as it is (revision 7)."],
  [{ dryRun: true }, "Dry run of esco 1.1.1: nothing was saved."],
  [{ dryRun: true, changed: false }, "Dry run of esco 1.1.1: nothing was saved."],
  [{ version: null }, "Imported esco as revision 7 in 4.3 s."],
])("begins with what became of it: %p", (more, head) => {
  expect(textOf(more).split("\n")[0]).toBe(head);
});
