import { isBehind, OrderDirection, type OrderTerm, orderBy } from "../paging/order";
import { SqlParams } from "../paging/sql-params";
import { fuzzyLabels } from "./fuzzy-labels";
import {
  beginningsOfWords,
  beginsWith,
  bestLabels,
  hasWords,
  inScope,
  LABEL_ORDER,
  type LabelScope,
  wholeWords,
} from "./label-candidates";
import type { SearchText } from "./search-text";

/** How many labels a search looks at, the best first; hits are counted among these. */
export const MAX_LABELS = 1_000;
/** Labels that are merely alike are looked for when fewer nodes than this were found otherwise. */
export const FUZZY_BELOW = 10;

/** Ranks of the stages, thousandths of the score. */
export const RANK = { same: 1_000, sameLetters: 950, prefix: 900, words: 800, beginnings: 700, fuzzy: 600 } as const;

const { ASC, DESC } = OrderDirection;

/** The order of hits. */
export const HIT_ORDER: readonly OrderTerm[] = [
  { sql: "h.rank", type: "integer", direction: DESC },
  { sql: "h.weight", type: "integer", direction: ASC },
  { sql: "h.sort_name", type: "text", direction: ASC },
  { sql: "h.node_id", type: "uuid", direction: ASC },
];

export interface HitPage {
  /** Values of the cursor that the page follows. */
  after: readonly string[] | null;
  limit: number;
}

/**
 * One statement: the labels that match, stage by stage, the best label of each active node, a page of these.
 *
 * A stage runs only while the ones before it have found too few: a condition without columns of the table is checked
 * once, before the scan. Each takes its best labels by an index, so that the cost follows what matches, not the table.
 * Rows hold `total` (of all hits), and `place`, null when the page is empty, the columns of the hit and of its node.
 */
export function searchSql(
  text: SearchText,
  labelScope: LabelScope,
  { after, limit }: HitPage,
  nodeColumns: string,
): { sql: string; values: unknown[] } {
  const params = new SqlParams();
  const scope = inScope(labelScope, params);
  const stage = (condition: string, rank: number) => bestLabels(scope, condition, rank, MAX_LABELS);
  const fewerThan = (labels: number, table: string) => `(SELECT count(*) FROM ${table}) < ${labels}`;
  const hasAnyWord = text.words.length > 0;
  const sql = `
    WITH start AS MATERIALIZED (
      (${stage(`l.folded = ${params.add(text.folded)}`, RANK.same)})
      UNION ALL (${stage(hasAnyWord ? `label_squeezed(l.folded) = ${params.add(text.squeezed)}` : "false", RANK.sameLetters)})
      UNION ALL (${stage(beginsWith(text, params), RANK.prefix)})),
    words AS MATERIALIZED (
      SELECT * FROM start UNION ALL
      (${stage(hasAnyWord ? `${hasWords(wholeWords(text.words), params)} AND ${fewerThan(MAX_LABELS, "start")}` : "false", RANK.words)})),
    beginnings AS MATERIALIZED (
      SELECT * FROM words UNION ALL
      (${stage(hasAnyWord ? `${hasWords(beginningsOfWords(text.words), params)} AND ${fewerThan(MAX_LABELS, "words")}` : "false", RANK.beginnings)})),
    ${fuzzyLabels(text, scope, params, {
      guard: `(SELECT count(*) FROM (SELECT DISTINCT b.node_id FROM beginnings b) d) < ${FUZZY_BELOW}`,
      maxRank: RANK.fuzzy,
      limit: MAX_LABELS,
    })},
    found AS (
      SELECT c.* FROM (SELECT * FROM beginnings UNION ALL SELECT * FROM fuzzy) c ORDER BY c.rank DESC, ${LABEL_ORDER} LIMIT ${MAX_LABELS}),
    best AS (
      SELECT DISTINCT ON (c.node_id) c.* FROM found c ORDER BY c.node_id, c.rank DESC, c.weight, c.folded, c.locale, c.text),
    hit AS MATERIALIZED (
      SELECT b.*, n.sort_name FROM best b
       CROSS JOIN LATERAL (SELECT n.sort_name FROM node n WHERE n.id = b.node_id AND n.status = 'ACTIVE' OFFSET 0) n)
    SELECT t.total, p.*, n.* FROM (SELECT count(*)::integer AS total FROM hit) t
      LEFT JOIN (SELECT row_number() OVER (ORDER BY ${orderBy(HIT_ORDER)}) AS place, h.node_id, h.rank, h.text, h.locale, h.label_kind,
                        ARRAY[${HIT_ORDER.map((term) => `(${term.sql})::text`).join(", ")}] AS keys
                   FROM hit h WHERE ${after ? isBehind(HIT_ORDER, after.map((value) => params.add(value))) : "true"}
                  ORDER BY ${orderBy(HIT_ORDER)} LIMIT ${params.add(limit)}::integer) p ON true
      LEFT JOIN LATERAL (SELECT ${nodeColumns} FROM node n WHERE n.id = p.node_id OFFSET 0) n ON true
     ORDER BY p.place`;
  return { sql, values: params.values };
}
