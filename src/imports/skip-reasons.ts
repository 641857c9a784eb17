/** Why a row is not taken, with what the summary says about it. */
export const SKIP_REASONS = {
  DUPLICATE_ROW: "says again what an earlier row said",
  SELF_RELATION: "relates something to itself",
  UNKNOWN_CONCEPT: "names a concept that this release does not have",
  MISSING_VALUE: "lacks a value that it cannot do without",
  INVALID_VALUE: "holds a value that cannot be read",
  NOT_IN_USE: "is marked as not in use by the source",
  NOT_RELEVANT: "is marked as not relevant by the source",
  RECOMMEND_SUPPRESS: "is marked as too imprecise to show by the source",
  NOT_USED: "describes something that nothing here uses",
  ABSENT: "says that this does not occur",
  NOT_MODELLED: "says something that the graph has no place for",
  NOT_A_TECHNOLOGY: "is no technology",
  NO_MATCH: "only adds to what the graph has, and nothing there matches",
  CYCLE: "would close a cycle in a hierarchy",
} as const;

export type SkipReason = keyof typeof SKIP_REASONS;
