import type { DataSource, EntityMetadata } from "typeorm";
import type { ColumnMetadata } from "typeorm/metadata/ColumnMetadata";
import { Edge, type EdgeKind } from "../../edges/edge.entity";
import { Node, NodeStatus } from "../../nodes/node.entity";
import type { NodeKind } from "../../shared/global-id";
import { list, number, oneOf, slug, text, truth, uuid, WrongValue, whole } from "./check-values";

type Check = (value: unknown, path: string) => void;

/** What can be stated of nodes, or of links. */
export interface StatedColumns<Kind extends string> {
  readonly kinds: ReadonlySet<Kind>;
  /**
   * Columns with what their values have to be. Those of all kinds, because the graph keeps what a source says also where
   * it has no place to show it.
   */
  readonly checks: ReadonlyMap<string, Check>;
  /** Columns that name another node, with the kind it has to be of; null: of any. */
  readonly references: ReadonlyMap<string, NodeKind | null>;
}

export interface GraphColumns {
  readonly nodes: StatedColumns<NodeKind>;
  readonly links: StatedColumns<EdgeKind>;
}

/** Columns that follow from others, or that no source states. */
const OWN = ["id", "kind", "version", "revision", "created_at", "updated_at"];
const NOT_STATED = {
  node: new Set([...OWN, "imported_at", "name", "name_locale", "description"]),
  link: new Set([...OWN, "from_id", "to_id", "role_id", "origin", "confidence"]),
};

const REFERENCES: Readonly<Record<string, NodeKind>> = {
  role_id: "ROLE",
  career_level_id: "CAREER_LEVEL",
  part_of_id: "SOURCE",
};

const SPECIAL: Readonly<Record<string, Check>> = {
  slug,
  status: (value, path) => oneOf(value, path, new Set(Object.values(NodeStatus))),
};

const TYPES: Readonly<Record<string, Check>> = {
  text,
  uuid,
  boolean: truth,
  smallint: (value, path) => whole(value, path, -32_768, 32_767),
  integer: (value, path) => whole(value, path, -2_147_483_648, 2_147_483_647),
  real: (value, path) => number(value, path, 3.4e38),
  "double precision": number,
};

/** As the entities declare them, so that a new column is part of the format at once. */
export function graphColumns(dataSource: DataSource): GraphColumns {
  return {
    nodes: statedColumns<NodeKind>(dataSource.getMetadata(Node), NOT_STATED.node),
    links: statedColumns<EdgeKind>(dataSource.getMetadata(Edge), NOT_STATED.link),
  };
}

function statedColumns<Kind extends string>(
  { childEntityMetadatas: children }: EntityMetadata,
  notStated: ReadonlySet<string>,
): StatedColumns<Kind> {
  const columns = children
    .flatMap((child) => child.columns)
    .filter(({ databaseName }) => !notStated.has(databaseName));
  return {
    kinds: new Set(children.map(({ discriminatorValue }) => discriminatorValue as Kind).sort()),
    checks: new Map(columns.map((column) => [column.databaseName, orNull(checkOf(column))])),
    references: new Map(
      columns
        .filter(({ type }) => type === "uuid")
        .map(({ databaseName }) => [databaseName, REFERENCES[databaseName] ?? null]),
    ),
  };
}

function checkOf({ databaseName, type, isArray }: ColumnMetadata): Check {
  const check = SPECIAL[databaseName] ?? TYPES[String(type)];
  if (!check) throw new Error(`column ${databaseName}: no check for the type ${String(type)}`);
  return isArray ? (value, path) => void list(value, path, check) : check;
}

/** A source can state that it does not know. */
function orNull(check: Check): Check {
  return (value, path) => {
    if (value === null) return;
    try {
      check(value, path);
    } catch (error) {
      if (error instanceof WrongValue && error.path === path)
        throw new WrongValue(path, `${error.expected}, or null`);
      throw error;
    }
  };
}
