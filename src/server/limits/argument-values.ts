import {
  type FieldNode,
  type GraphQLArgument,
  Kind,
  type OperationDefinitionNode,
  type ValueNode,
} from "graphql";

/** The value of every variable of an operation as plain JSON, defaults filled in. */
export type OperationVariables = ReadonlyMap<string, unknown>;

/** Joins what the client sent with the defaults of the operation. Variables without either are absent. */
export function readVariables(
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): OperationVariables {
  const variables = new Map<string, unknown>();
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    if (Object.hasOwn(given, name)) variables.set(name, given[name]);
    else if (defaultValue) variables.set(name, plainValue(defaultValue, new Map()));
  }
  return variables;
}

/**
 * The value of one argument as plain JSON: the literal, the variable, or the default in the schema,
 * as the executor would choose. Undefined when there is none. Values are not coerced.
 */
export function argumentValue(
  node: FieldNode,
  argument: GraphQLArgument,
  variables: OperationVariables,
): unknown {
  const given = node.arguments?.find((candidate) => candidate.name.value === argument.name);
  const value = given && plainValue(given.value, variables);
  return value === undefined ? argument.defaultValue : value;
}

/** A literal as plain JSON; objects have no prototype. Undefined for a variable without a value. */
export function plainValue(node: ValueNode, variables: OperationVariables): unknown {
  switch (node.kind) {
    case Kind.VARIABLE:
      return variables.get(node.name.value);
    case Kind.NULL:
      return null;
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.LIST:
      return node.values.map((item) => plainValue(item, variables) ?? null);
    case Kind.OBJECT: {
      const object: Record<string, unknown> = Object.create(null);
      for (const field of node.fields) {
        const value = plainValue(field.value, variables);
        if (value !== undefined) object[field.name.value] = value;
      }
      return object;
    }
    default:
      return node.value;
  }
}
