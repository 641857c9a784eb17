import { isBehind, OrderDirection, type OrderTerm, orderBy } from "../paging/order";
import { SqlParams } from "../paging/sql-params";
import { fuzzyLabels } from "./fuzzy-labels";
import type { Match } from "./highlights";
import {
  beginsWith,
  bestLabels,
  hasBeginnings,
  hasWords,
  inScope,
  LABEL_ORDER,
  type LabelScope,
} from "./label-candidates";
import type { SearchText } from "./search-text";

/** How many labels a search looks at, the best first; hits are counted among these. */
export const MAX_LABELS = 1_000;
/** Labels that are merely alike are looked for when fewer nodes than this were found otherwise. */
export const FUZZY_BELOW = 10;

/** Ranks of the stages: thousandths of the score. */
const RANK = {
  SAME: 1_000,
  SAME_LETTERS: 950,
  PREFIX: 900,
  WORDS: 800,
  BEGINNINGS: 700,
  FUZZY: 600,
} as const;

/** The score of a label that is the text but for spaces and punctuation. */
export const EXACT_SCORE = RANK.SAME_LETTERS / 1_000;

/** How a label of this rank was found. */
export function matchOf(rank: number): Match {
  if (rank >= RANK.SAME_LETTERS) return "EXACT";
  if (rank >= RANK.PREFIX) return "PREFIX";
  if (rank >= RANK.WORDS) return "WORDS";
  return rank >= RANK.BEGINNINGS ? "BEGINNINGS" : "FUZZY";
}

/** The order of hits. */
export const HIT_ORDER: readonly OrderTerm[] = [
  { sql: "h.rank", type: "integer", direction: OrderDirection.DESC },
  { sql: "h.weight", type: "integer", direction: OrderDirection.ASC },
  { sql: "h.sort_name", type: "text", direction: OrderDirection.ASC },
  { sql: "h.node_id", type: "uuid", direction: OrderDirection.ASC },
];

export interface HitPage {
  /** Values of the cursor that the page follows; null for the first page. */
  after: readonly string[] | null;
  limit: number;
}

/** OFFSET 0 keeps the planner, which does not know how few rows there are, from reading all nodes. */
function isActive(alias: string): string {
  return `EXISTS (SELECT 1 FROM node n WHERE n.id = ${alias}.node_id AND n.status = 'ACTIVE' OFFSET 0)`;
}

/** A statement and its values. */
export interface Sql {
  text: string;
  values: readonly unknown[];
}

/**
 * The labels that match, stage by stage; the best label of each active node; a page of these, in one statement.
 *
 * A stage runs only while those before it have found too few labels: a condition without columns of the table is
 * checked once, before the scan. Each takes its best labels through an index, so that the cost follows what matches.
 * Rows hold `total` (of all hits), `place` (null when the page is empty), `keys` for the cursor, `rank`, `text`,
 * `locale` and `label_kind` of the label, and the columns of the node.
 */
export function searchSql(
  text: SearchText,
  labelScope: LabelScope,
  page: HitPage,
  nodeColumns: string,
): Sql {
  const params = new SqlParams();
  const scope = inScope(labelScope, params);
  const stage = (rank: number, condition: string) => bestLabels(scope, condition, rank, MAX_LABELS);
  const fewIn = (table: string) => `(SELECT count(*) FROM ${table}) < ${MAX_LABELS}`;
  // Preferred labels come first in any case, and of a common word they are enough.
  const wordStage = (name: string, before: string, rank: number, condition: string) => `
    preferred_${name} AS MATERIALIZED (
      SELECT * FROM ${before} UNION ALL
      (${stage(rank, `${condition} AND l.kind = 'PREFERRED' AND ${fewIn(before)}`)})),
    ${name} AS MATERIALIZED (
      SELECT * FROM preferred_${name} UNION ALL
      (${stage(rank, `${condition} AND l.kind <> 'PREFERRED' AND ${fewIn(`preferred_${name}`)}`)}))`;
  const squeezed = text.squeezed && `label_squeezed(l.folded) = ${params.add(text.squeezed)}`;
  const keys = HIT_ORDER.map((term) => `(${term.sql})::text`).join(", ");
  const behind = page.after
    ? isBehind(
        HIT_ORDER,
        page.after.map((value) => params.add(value)),
      )
    : "true";
  const sql = `
    WITH start AS MATERIALIZED (
      (${stage(RANK.SAME, `l.folded = ${params.add(text.folded)}`)})
      UNION ALL (${stage(RANK.SAME_LETTERS, squeezed || "false")})
      UNION ALL (${stage(RANK.PREFIX, beginsWith(text, params))})),
    ${wordStage("words", "start", RANK.WORDS, hasWords(text, params))},
    ${wordStage("beginnings", "words", RANK.BEGINNINGS, hasBeginnings(text, params))},
    ${fuzzyLabels(text, scope, params, {
      guard: `NOT EXISTS (SELECT 1 FROM start s WHERE s.rank >= ${RANK.SAME_LETTERS} AND ${isActive("s")})
        AND (SELECT count(*) FROM (SELECT 1 FROM (SELECT DISTINCT b.node_id FROM beginnings b) d WHERE ${isActive("d")} LIMIT ${FUZZY_BELOW}) f) < ${FUZZY_BELOW}`,
      maxRank: RANK.FUZZY,
      limit: MAX_LABELS,
    })},
    found AS (
      SELECT c.* FROM (SELECT * FROM beginnings UNION ALL SELECT * FROM fuzzy) c
       ORDER BY c.rank DESC, ${LABEL_ORDER} LIMIT ${MAX_LABELS}),
    best AS (
      SELECT DISTINCT ON (c.node_id) c.* FROM found c ORDER BY c.node_id, c.rank DESC, ${LABEL_ORDER}),
    hit AS MATERIALIZED (
      SELECT b.*, n.sort_name FROM best b
       CROSS JOIN LATERAL (SELECT n.sort_name FROM node n WHERE n.id = b.node_id AND n.status = 'ACTIVE' OFFSET 0) n)
    SELECT t.total, p.*, n.*
      FROM (SELECT count(*)::integer AS total FROM hit) t
      LEFT JOIN (SELECT row_number() OVER (ORDER BY ${orderBy(HIT_ORDER)}) AS place, ARRAY[${keys}] AS keys,
                        h.node_id, h.rank, h.text, h.locale, h.label_kind
                   FROM hit h WHERE ${behind} ORDER BY ${orderBy(HIT_ORDER)} LIMIT ${params.add(page.limit)}::integer) p ON true
      LEFT JOIN LATERAL (SELECT ${nodeColumns} FROM node n WHERE n.id = p.node_id OFFSET 0) n ON true
     ORDER BY p.place`;
  return { text: sql, values: params.values };
}
