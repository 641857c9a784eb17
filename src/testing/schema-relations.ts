import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
} from "graphql";

type Field = GraphQLField<unknown, unknown>;

/** A field that leads from things of a type to other things. */
export interface RelationField {
  /** Where it stands, e.g. `Role.requirements`. */
  place: string;
  field: string;
  /** What to write in a query, with everything that can be asked below it; pages have two entries. */
  selection: string;
  isConnection: boolean;
  /** Name of the edge type, when it gives a connection. */
  edge: string | null;
}

/** The object types that implement an interface of the schema. */
export function implementers(schema: GraphQLSchema, name: string): readonly GraphQLObjectType[] {
  const type = schema.getType(name);
  if (!isInterfaceType(type)) throw new Error(`the schema has no interface ${name}`);
  return schema.getPossibleTypes(type);
}

/** The kinds of nodes, each with the name of the root list that gives all of them. */
export function listedTypes(schema: GraphQLSchema): { type: GraphQLObjectType; list: string }[] {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  return implementers(schema, "Node").map((type) => {
    const root = roots.find((field) => entryOf(field, "nodes") === type);
    if (!root) throw new Error(`Query has no list of ${type.name}`);
    return { type, list: root.name };
  });
}

/** Parts of a row, not rows of their own. */
const PARTS = ["Qualifier", "StatedValue"];

/** What leads from a type to other things. `args` has the arguments of the fields that need some. */
export function relationsOf(
  type: GraphQLObjectType,
  args: Readonly<Record<string, string>> = {},
): RelationField[] {
  return Object.values(type.getFields())
    .filter((field) => isCompositeType(getNamedType(field.type)))
    .filter((field) => !PARTS.includes(getNamedType(field.type).name))
    .map((field) => {
      const place = `${type.name}.${field.name}`;
      if (field.args.some(isRequiredArgument) && !args[place])
        throw new Error(`${place} needs arguments: say which`);
      return {
        place,
        field: field.name,
        selection: selectionOf(field, args[place] ?? ""),
        isConnection: entryOf(field, "nodes") !== null,
        edge: entryOf(field, "edges")?.name ?? null,
      };
    });
}

function selectionOf(field: Field, args: string): string {
  const entry = entryOf(field, "nodes");
  if (!entry) return `${field.name}${args} { id }`;
  const id = entry.name === "Label" ? "text" : "id";
  return `${field.name}(first: 2) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes { ${id} } edges { cursor node { ${id} } }
  }`;
}

/** The type of the entries, when the field gives a connection; null for all others. */
function entryOf({ type }: Field, list: "nodes" | "edges"): GraphQLNamedType | null {
  const connection = getNamedType(type);
  if (!isObjectType(connection) || !connection.getFields().pageInfo) return null;
  return getNamedType(connection.getFields()[list]?.type) ?? null;
}
