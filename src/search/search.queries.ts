import { isBehind, OrderDirection, type OrderTerm, orderBy } from "../paging/order";
import { SqlParams } from "../paging/sql-params";
import { fuzzyLabels } from "./fuzzy-labels";
import type { Match } from "./highlights";
import {
  addPrefixStage,
  addStage,
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

/** A statement and its values. */
export interface Sql {
  text: string;
  values: readonly unknown[];
}

/**
 * The labels that match, stage by stage; the best label of each active node; a page of these, in one statement.
 *
 * A stage runs only while those before it have found too few labels, and takes its best labels through an index, so
 * that the cost follows what matches. Rows hold `total` (of all hits), `place` (null when the page is empty), `keys`
 * for the cursor, `rank`, `text`, `locale` and `label_kind` of the label, and the columns of the node.
 */
export function searchSql(
  text: SearchText,
  labelScope: LabelScope,
  page: HitPage,
  nodeColumns: string,
): Sql {
  const params = new SqlParams();
  const scope = inScope(labelScope, params);
  const same = `l.folded = ${params.add(text.folded)}`;
  const sameLetters = text.squeezed && `label_squeezed(l.folded) = ${params.add(text.squeezed)}`;
  const exactRank = `CASE WHEN ${same} THEN ${RANK.SAME} ELSE ${RANK.SAME_LETTERS} END`;
  const words = hasWords(text, params);
  const beginnings = hasBeginnings(text, params);
  const limit = MAX_LABELS;
  const keys = HIT_ORDER.map((term) => `(${term.sql})::text`).join(", ");
  const behind = page.after
    ? isBehind(
        HIT_ORDER,
        page.after.map((value) => params.add(value)),
      )
    : "true";
  const sql = `
    WITH exact AS MATERIALIZED (${bestLabels(scope, sameLetters || same, exactRank, limit)}),
    ${addPrefixStage(scope, text, { name: "prefix", after: "exact", rank: RANK.PREFIX, limit }, params)},
    ${addStage(scope, { name: "words", after: "prefix", rank: RANK.WORDS, condition: words, limit })},
    ${addStage(scope, { name: "beginnings", after: "words", rank: RANK.BEGINNINGS, condition: beginnings, limit })},
    ${fuzzyLabels(text, scope, params, { guard: FEW_FOUND, maxRank: RANK.FUZZY, limit })},
    best AS (
      SELECT DISTINCT ON (c.node_id) c.* FROM (SELECT * FROM beginnings UNION ALL SELECT * FROM fuzzy) c
       ORDER BY c.node_id, c.rank DESC, ${LABEL_ORDER}),
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

/** OFFSET 0 keeps the planner, which does not know how few rows there are, from reading all nodes. */
function isActive(alias: string): string {
  return `EXISTS (SELECT 1 FROM node n WHERE n.id = ${alias}.node_id AND n.status = 'ACTIVE' OFFSET 0)`;
}

/** No active node has the text as a label, and few were found by other ways than likeness. */
const FEW_FOUND = `NOT EXISTS (SELECT 1 FROM exact e WHERE ${isActive("e")})
  AND (SELECT count(*) FROM (SELECT 1 FROM (SELECT DISTINCT b.node_id FROM beginnings b) d
                              WHERE ${isActive("d")} LIMIT ${FUZZY_BELOW}) f) < ${FUZZY_BELOW}`;
