import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
  isSpecifiedScalarType,
} from "graphql";

/** A thing of the schema under the name that GraphQL gives it, e.g. `Role.levels(first:)`. */
export interface Element<T> {
  at: string;
  of: T;
}

/** Every type that the schema defines itself. */
export function typesOf(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
}

/** Every field that can be selected. */
export function fieldsOf(schema: GraphQLSchema): Element<GraphQLField<unknown, unknown>>[] {
  return typesOf(schema).flatMap((type) =>
    isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields()).map((of) => ({ at: `${type.name}.${of.name}`, of }))
      : [],
  );
}

/** Every argument of a field. */
export function argumentsOf(schema: GraphQLSchema): Element<GraphQLArgument>[] {
  return fieldsOf(schema).flatMap(({ at, of }) =>
    of.args.map((arg) => ({ at: `${at}(${arg.name}:)`, of: arg })),
  );
}

/** Every field of an input object. */
export function inputFieldsOf(schema: GraphQLSchema): Element<GraphQLInputField>[] {
  return typesOf(schema).flatMap((type) =>
    isInputObjectType(type)
      ? Object.values(type.getFields()).map((of) => ({ at: `${type.name}.${of.name}`, of }))
      : [],
  );
}

/** Every value of an enum. */
export function enumValuesOf(schema: GraphQLSchema): Element<{ name: string }>[] {
  return typesOf(schema).flatMap((type) =>
    isEnumType(type) ? type.getValues().map((of) => ({ at: `${type.name}.${of.name}`, of })) : [],
  );
}

/** The element type of a list, or null for anything else. */
export function elementOf<T extends GraphQLInputType | GraphQLOutputType>(type: T): T | null {
  const nullable = getNullableType(type);
  return isListType(nullable) ? (nullable.ofType as T) : null;
}
