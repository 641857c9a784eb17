/** One number of `Limits`: default, lowest and highest legal value. */
export type Range = readonly [standard: number, lowest: number, highest: number];

/** `depth` is set by LIMIT_DEPTH, `rootFields` by LIMIT_ROOT_FIELDS, and so on.  */
export const LIMIT_RANGES = {
  /** Bytes of a request body; more is 413. */
  bodyBytes: [524_288, 1_024, 10_485_760],
  /** Bytes of all request headers together. */
  headerBytes: [16_384, 4_096, 65_536],
  /** Tokens of a document. */
  tokens: [2_000, 10, 20_000],
  /** Levels of fields, fragments spread, introspection not counted. */
  depth: [12, 1, 100],
  /** Aliases in one operation with its fragments. */
  aliases: [30, 0, 1_000],
  /** Fields at the root of the operation, fragments spread. */
  rootFields: [10, 1, 1_000],
  /** Operations in one document. */
  operations: [5, 1, 100],
  /** Directives in one document. */
  directives: [20, 0, 1_000],
  /** Directives on one field, fragment or operation. */
  directivesPerNode: [5, 0, 100],
  /** Largest `first` or `last`. */
  pageSize: [100, 1, 100],
  /** List items an operation may produce: the product of its pages, from the root down. */
  nodes: [10_000, 1, 10_000_000],
  /** Objects an operation may produce. */
  cost: [20_000, 1, 10_000_000],
  /** Levels of JSON in the variables, and of literals in the document. */
  variableDepth: [20, 1, 100],
  /** Items of one list in the input. */
  listItems: [500, 1, 100_000],
  /** Levels of `and`, `or` and `not` in one filter. */
  filterDepth: [3, 1, 20],
  /** Comparisons in one filter. */
  filterConditions: [30, 1, 1_000],
  /** Characters of one string in the input, but where the schema says that longer ones are taken (`TextPlace`). */
  stringLength: [10_000, 10, 1_000_000],
  /** Bytes that parsed documents kept for the next request may take, estimated. */
  documentCacheBytes: [16_777_216, 0, 1_073_741_824],
  /** Operations under way at once; more is 503. */
  inFlight: [256, 1, 100_000],
  /** Mean delay of the event loop from which on requests are shed with 503. */
  eventLoopDelayMs: [200, 10, 60_000],
  /** Time from the parsed body to the answer; more is 503. */
  requestMs: [5_000, 10, 600_000],
  /** Time to receive the headers, and the whole request. */
  headersMs: [10_000, 100, 600_000],
  receiveMs: [15_000, 100, 600_000],
  /** How long an idle connection stays open; more than the load balancer's own. */
  keepAliveMs: [65_000, 1_000, 3_600_000],
  requestsPerSocket: [1_000, 0, 1_000_000],
  /** How long one SQL statement of a request may take; shorter than the request itself. */
  statementMs: [3_000, 10, 600_000],
} satisfies Record<string, Range>;

export type Limits = Readonly<Record<keyof typeof LIMIT_RANGES, number>>;

/** The limits that hold when no LIMIT_… variable is set. */
export const DEFAULT_LIMITS: Limits = Object.freeze(
  Object.fromEntries(Object.entries(LIMIT_RANGES).map(([key, range]) => [key, range[0]])),
) as Limits;
