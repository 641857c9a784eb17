import { fold } from "../shared/fold";
import type { ExpectedRequirement } from "./expected-requirements";
import type { RequirementEdge } from "./read-requirements";

/** Filters, and which of the expected requirements each leaves. */
export const FILTERS: readonly [filter: object, matches: (row: ExpectedRequirement) => boolean][] =
  [
    [{ scope: "ROLE" }, ({ level }) => level === null],
    [{ scope: "LEVEL" }, ({ level }) => level !== null],
    [{ scope: "SPECIALIZATION" }, () => false],
    [{ specialization: { slug: { notIn: [] } } }, () => false],
    [{ kind: "SKILL" }, ({ kind }) => kind === "SKILL"],
    [{ kind: "TECHNOLOGY" }, ({ kind }) => kind === "TECHNOLOGY"],
    [{ level: { slug: { eq: "senior" } } }, ({ level }) => level === "senior"],
    [
      { level: { slug: { in: ["junior", "staff"] } } },
      ({ level }) => level === "junior" || level === "staff",
    ],
    [{ level: { name: { eq: "Mid-level" } } }, ({ level }) => level === "mid-level"],
    [{ level: { slug: { in: [] } } }, () => false],
    [{ role: { slug: { eq: "backend-developer" } } }, () => true],
    [{ role: { slug: { eq: "data-engineer" } } }, () => false],
    [
      { node: { slug: { in: ["sql", "python"] } } },
      ({ slug }) => slug === "sql" || slug === "python",
    ],
    [{ requirement: { eq: "ESSENTIAL" } }, ({ requirement }) => requirement === "ESSENTIAL"],
    [{ requirement: { notIn: ["ESSENTIAL"] } }, ({ requirement }) => requirement === "OPTIONAL"],
    [{ requirement: { in: [] } }, () => false],
    [{ importance: { gte: 4 } }, ({ importance }) => importance !== null && importance >= 4],
    [{ importance: { lte: 2 } }, ({ importance }) => importance !== null && importance <= 2],
    [{ importance: { isNull: true } }, ({ importance }) => importance === null],
    [{ importance: { eq: 0 } }, () => false],
    [{ proficiency: { in: [1, 5] } }, ({ proficiency }) => proficiency === 1 || proficiency === 5],
    [{ proficiency: { isNull: false } }, ({ proficiency }) => proficiency !== null],
    [{ origin: { eq: "CURATED" } }, ({ statedBy }) => statedBy.includes("careergraph")],
    [{ statedBy: { eq: "article-002" } }, ({ statedBy }) => statedBy.includes("article-002")],
    [
      { statedBy: { in: ["article-000", "article-004"] } },
      ({ statedBy }) => statedBy.includes("article-000") || statedBy.includes("article-004"),
    ],
    [
      {
        scope: "LEVEL",
        kind: "TECHNOLOGY",
        level: { slug: { eq: "senior" } },
        requirement: { eq: "ESSENTIAL" },
        importance: { gte: 4 },
      },
      (row) =>
        row.kind === "TECHNOLOGY" &&
        row.level === "senior" &&
        row.requirement === "ESSENTIAL" &&
        (row.importance ?? 0) >= 4,
    ],
  ];

/** What requirements can be sorted by, read off an edge. */
const KEYS: Readonly<Record<string, (edge: RequirementEdge) => string | number>> = {
  REQUIREMENT: ({ requirement }) => [null, "OPTIONAL", "ESSENTIAL"].indexOf(requirement),
  IMPORTANCE: ({ importance }) => importance ?? 0,
  PROFICIENCY: ({ proficiency }) => proficiency ?? 0,
  NAME: ({ node }) => fold(node.name),
};

type Criterion = readonly [field: string, direction: "ASC" | "DESC"];

/** Orders; the first is the one without `orderBy`. */
export const ORDERS: readonly (readonly [orderBy: string, order: readonly Criterion[]])[] = [
  [
    "",
    [
      ["REQUIREMENT", "DESC"],
      ["IMPORTANCE", "DESC"],
      ["NAME", "ASC"],
    ],
  ],
  ...(["REQUIREMENT", "IMPORTANCE", "PROFICIENCY", "NAME"] as const).flatMap((field) =>
    (["ASC", "DESC"] as const).map(
      (direction) =>
        [`{ field: ${field}, direction: ${direction} }`, [[field, direction]]] as const,
    ),
  ),
  [
    "{ field: PROFICIENCY, direction: DESC }, { field: NAME }",
    [
      ["PROFICIENCY", "DESC"],
      ["NAME", "ASC"],
    ],
  ],
];

/** Whether the edges stand in the order; equal ones may stand as they like. */
export function isSorted(edges: readonly RequirementEdge[], order: readonly Criterion[]): boolean {
  return edges.every((edge, index) => {
    const before = edges[index - 1];
    if (!before) return true;
    for (const [field, direction] of order) {
      const [a, b] = [KEYS[field]?.(before) ?? "", KEYS[field]?.(edge) ?? ""];
      if (a !== b) return direction === "ASC" ? a < b : a > b;
    }
    return true;
  });
}
