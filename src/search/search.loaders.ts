import type { Reader } from "../database/database";
import { LabelKind } from "../labels/label.types";
import type { Node } from "../nodes/node.entity";
import { makePage } from "../paging/connection";
import { decodeCursor, encodeCursor } from "../paging/cursor";
import { requirePageSize } from "../paging/page-args";
import { toGlobalId } from "../shared/global-id";
import type { Row, RowMapping } from "../shared/row-mapping";
import { autocompleteSql } from "./autocomplete.queries";
import { highlight } from "./highlights";
import type { LabelScope } from "./label-candidates";
import { EXACT_SCORE, HIT_ORDER, matchOf, searchSql } from "./search.queries";
import { SearchConnection, SearchEdge, Suggestion } from "./search.types";
import type { SearchText } from "./search-text";

/** The list that cursors of hits belong to. */
const LIST = "Query.search";

interface HitRow extends Row {
  total: number;
  place: string | null;
  keys: string[];
  rank: number;
  text: string;
  locale: string;
  label_kind: LabelKind;
}

interface SuggestionRow extends Row {
  text: string;
  locale: string;
  parent_label: string | null;
}

const MAX_ALTERNATIVES = 5;

/** Searches of one request. Each call is one SQL statement, which also reads the nodes. */
export class SearchLoaders {
  constructor(
    private readonly reader: Reader,
    private readonly mappings: { node: RowMapping<Node> },
  ) {}

  /**
   * A page of the nodes whose labels match: the best match first; equal ones preferred before alternative before hidden
   * label, then the shorter label, then by name and id.
   * @throws AppError BAD_USER_INPUT for a page size out of range or a cursor of another list.
   */
  async hits(
    text: SearchText,
    scope: LabelScope,
    { first, after }: { first: number; after?: string | null },
  ): Promise<SearchConnection> {
    const size = requirePageSize(first);
    const page = {
      after: typeof after === "string" ? decodeCursor(LIST, HIT_ORDER, after) : null,
      limit: size + 1,
    };
    const sql = searchSql(text, scope, page, this.mappings.node.columns("n"));
    const rows = await this.reader.query<HitRow>(sql.text, sql.values);
    const found = rows.filter((row) => row.place !== null);
    const edges = found.slice(0, size).map((row) => this.toEdge(row, text));
    const total = rows[0]?.total ?? 0;
    return Object.assign(
      new SearchConnection(),
      makePage<Node, SearchEdge>(edges, total, found.length > size, page.after !== null),
    );
  }

  /**
   * Nodes with a label that begins with the text, then those with words that do; preferred before alternative labels,
   * then the shorter.
   */
  async suggestions(prefix: SearchText, scope: LabelScope, first: number): Promise<Suggestion[]> {
    const sql = autocompleteSql(prefix, scope, first, this.mappings.node.columns("n"));
    const rows = await this.reader.query<SuggestionRow>(sql.text, sql.values);
    return rows.map((row) => {
      const node = this.mappings.node.instance(row, "n");
      return Object.assign(new Suggestion(), {
        id: toGlobalId(node.kind, node.uuid),
        label: row.text,
        locale: row.locale,
        kind: node.kind,
        node,
        parentLabel: row.parent_label,
      });
    });
  }

  /** Up to five different names to search for instead, the best first; none when a label is exactly the text. */
  async alternatives(text: SearchText, scope: LabelScope): Promise<string[]> {
    // Several nodes can share a label, hence more hits than names.
    const { edges } = await this.hits(text, scope, { first: 4 * MAX_ALTERNATIVES });
    if (edges[0] && edges[0].score >= EXACT_SCORE) return [];
    const names = edges.map(({ labelKind, matchedLabel, node }) =>
      labelKind === LabelKind.HIDDEN ? node.name : matchedLabel,
    );
    return [...new Set(names)].slice(0, MAX_ALTERNATIVES);
  }

  private toEdge(row: HitRow, text: SearchText): SearchEdge {
    return Object.assign(new SearchEdge(), {
      cursor: encodeCursor(LIST, HIT_ORDER, row.keys),
      node: this.mappings.node.instance(row, "n"),
      score: row.rank / 1_000,
      matchedLabel: row.text,
      matchedLocale: row.locale,
      labelKind: row.label_kind,
      highlights: highlight(row.text, text, matchOf(row.rank)),
    });
  }
}
