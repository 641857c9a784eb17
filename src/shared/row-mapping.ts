import type { DataSource, EntityMetadata } from "typeorm";

type Instance = Record<string, unknown>;

/** A row as `pg` gives it. */
export type Row = Record<string, unknown>;

/**
 * Select lists and instances for one entity class, or for a class with its kinds (single-table inheritance).
 *
 * The entity decorators stay the one mapping between graph and tables; loaders write their SQL by hand and take
 * the column list from here, so that what they select is what the class declares, and nothing else.
 */
export interface RowMapping<Entity> {
  /** `alias.column AS "alias_property"` for every column that the chosen kinds declare. */
  columns(alias: string, kinds?: readonly string[]): string;
  /**
   * The instance in a row selected with `columns(alias, …)`; its class is that of its kind,
   * or `as`, a subclass of that which adds what only one view of the row has.
   */
  instance(row: Row, alias: string, as?: { prototype: object }): Entity;
}

/** Makes the mapping of an entity class of the data source. */
export function makeRowMapping<Entity>(
  dataSource: DataSource,
  target: abstract new () => Entity,
): RowMapping<Entity> {
  const root = dataSource.getMetadata(target);
  const byKind = new Map<string, EntityMetadata>(
    root.childEntityMetadatas.map((child) => [String(child.discriminatorValue), child]),
  );
  const selectLists = new Map<string, string>();
  const readers = new Map<string, readonly (readonly [property: string, key: string])[]>();

  function metadatasOf(kinds: readonly string[] | undefined): EntityMetadata[] {
    if (byKind.size === 0) return [root];
    return kinds ? kinds.map((kind) => requireKind(kind)) : [...byKind.values()];
  }

  function requireKind(kind: string): EntityMetadata {
    const metadata = byKind.get(kind);
    if (!metadata) throw new RangeError(`${root.name} has no kind ${kind}`);
    return metadata;
  }

  function columns(alias: string, kinds?: readonly string[]): string {
    const key = `${alias} ${kinds?.join() ?? ""}`;
    let list = selectLists.get(key);
    if (list === undefined) {
      const parts = metadatasOf(kinds).flatMap((metadata) =>
        ownColumns(metadata).map(
          (column) => `${alias}.${column.databaseName} AS "${alias}_${column.propertyName}"`,
        ),
      );
      list = [...new Set(parts)].join(", ");
      selectLists.set(key, list);
    }
    return list;
  }

  function instance(row: Row, alias: string, as?: { prototype: object }): Entity {
    const metadata = byKind.size > 0 ? requireKind(String(row[`${alias}_kind`])) : root;
    const readerKey = `${alias} ${metadata.name}`;
    let reader = readers.get(readerKey);
    if (!reader) {
      reader = ownColumns(metadata).map((c) => [c.propertyName, `${alias}_${c.propertyName}`]);
      readers.set(readerKey, reader);
    }
    const { prototype } = as ?? (metadata.target as { prototype: object });
    const result = Object.create(prototype) as Instance;
    for (const [property, key] of reader) result[property] = row[key];
    return result as Entity;
  }

  return { columns, instance };
}

/** Columns that the class declares; TypeORM adds an undeclared discriminator of its own. */
function ownColumns(metadata: EntityMetadata) {
  return metadata.columns.filter((column) => !column.isVirtual);
}
