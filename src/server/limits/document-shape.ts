import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from "graphql";
import type { Limits } from "./limit-values";
import { tooComplex } from "./query-errors";

/** How an operation is built, whatever the schema and the variables. */
export interface DocumentShape {
  /** Of the whole document. */
  operations: number;
  directives: number;
  /** The most on any one node of the document. */
  directivesPerNode: number;
  /** Aliases written in the operation and in the fragments it reaches, each once. */
  aliases: number;
  /** Levels of fields, fragments spread; below `__schema` and `__type` nothing is counted. */
  depth: number;
  /** Fields of the root type, fragments spread: a fragment spread twice counts twice. */
  rootFields: number;
  /** `__schema` at the root, fragments spread. */
  schemaReads: number;
  /** Lists of the introspection types that are written under an alias. */
  introspectionAliases: number;
}

/**
 * Measures an operation. Linear in the size of the document: what a fragment holds is measured once,
 * so that fragments which spread each other many times cost no more than their text. A cycle of
 * fragments is measured as if it ended where it closes (validation refuses it).
 */
export function measureShape(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): DocumentShape {
  const fragments = fragmentsOf(document);
  const root = makeFolder(fragments, countRootFields)(operation.selectionSet);
  return {
    ...countDefinitions(document),
    aliases: countAliases(operation, fragments),
    depth: makeFolder(fragments, measureDepth)(operation.selectionSet),
    rootFields: root.fields,
    schemaReads: root.schemaReads,
    introspectionAliases: countIntrospectionAliases(operation, fragments),
  };
}

/** Throws QUERY_TOO_COMPLEX for the first limit that the shape exceeds. */
export function checkShape(shape: DocumentShape, limits: Limits): void {
  const check = (limit: keyof Limits & keyof DocumentShape, unit: string) => {
    if (shape[limit] > limits[limit]) throw tooComplex(limit, limits[limit], shape[limit], unit);
  };
  check("operations", "operations in one document");
  check("directives", "directives");
  check("directivesPerNode", "directives on one field");
  check("aliases", "aliases");
  check("rootFields", "fields at the root");
  check("depth", "levels of fields");
  if (shape.schemaReads > 1) {
    throw tooComplex("introspection", 1, shape.schemaReads, "reads of __schema");
  }
  if (shape.introspectionAliases > 0) {
    throw tooComplex(
      "introspectionAliases",
      0,
      shape.introspectionAliases,
      "aliased introspection lists",
    );
  }
}

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

export function fragmentsOf(document: DocumentNode): Fragments {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);
  }
  return fragments;
}

/** The fragments that an operation reaches, directly or through others, each once. */
export function reachedFragments(
  operation: OperationDefinitionNode,
  fragments: Fragments,
): FragmentDefinitionNode[] {
  const reached = new Set<FragmentDefinitionNode>();
  const waiting: SelectionSetNode[] = [operation.selectionSet];
  for (let set = waiting.pop(); set !== undefined; set = waiting.pop()) {
    for (const selection of set.selections) {
      if (selection.kind !== Kind.FRAGMENT_SPREAD) {
        if (selection.selectionSet) waiting.push(selection.selectionSet);
        continue;
      }
      const fragment = fragments.get(selection.name.value);
      if (fragment === undefined || reached.has(fragment)) continue;
      reached.add(fragment);
      waiting.push(fragment.selectionSet);
    }
  }
  return [...reached];
}

type Fold<T> = (
  selections: readonly SelectionNode[],
  spread: (name: string) => T | undefined,
  nested: (set: SelectionSetNode) => T,
) => T;

/** Runs `fold` over a selection set; the result of a fragment is computed once and remembered. */
function makeFolder<T>(fragments: Fragments, fold: Fold<T>): (set: SelectionSetNode) => T {
  const known = new Map<string, T | undefined>();
  const nested = (set: SelectionSetNode): T => fold(set.selections, spread, nested);
  const spread = (name: string): T | undefined => {
    const fragment = fragments.get(name);
    if (fragment === undefined || known.has(name)) return known.get(name);
    known.set(name, undefined);
    const result = nested(fragment.selectionSet);
    known.set(name, result);
    return result;
  };
  return nested;
}

const measureDepth: Fold<number> = (selections, spread, nested) => {
  let deepest = 0;
  for (const selection of selections) {
    let depth = 0;
    if (selection.kind === Kind.FRAGMENT_SPREAD) depth = spread(selection.name.value) ?? 0;
    else if (selection.kind === Kind.INLINE_FRAGMENT) depth = nested(selection.selectionSet);
    else if (isIntrospection(selection)) depth = 0;
    else depth = 1 + (selection.selectionSet ? nested(selection.selectionSet) : 0);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
};

const countRootFields: Fold<{ fields: number; schemaReads: number }> = (
  selections,
  spread,
  nested,
) => {
  const sum = { fields: 0, schemaReads: 0 };
  for (const selection of selections) {
    const part =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? spread(selection.name.value)
        : selection.kind === Kind.INLINE_FRAGMENT
          ? nested(selection.selectionSet)
          : { fields: 1, schemaReads: selection.name.value === "__schema" ? 1 : 0 };
    sum.fields += part?.fields ?? 0;
    sum.schemaReads += part?.schemaReads ?? 0;
  }
  return sum;
};

/** The two fields below which the introspection types begin. */
export function isIntrospection(selection: SelectionNode): boolean {
  return (
    selection.kind === Kind.FIELD &&
    (selection.name.value === "__schema" || selection.name.value === "__type")
  );
}

function countDefinitions(document: DocumentNode) {
  let directives = 0;
  let directivesPerNode = 0;
  visit(document, {
    enter(node) {
      if (!("directives" in node) || !node.directives) return;
      directives += node.directives.length;
      directivesPerNode = Math.max(directivesPerNode, node.directives.length);
    },
  });
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  return { operations: operations.length, directives, directivesPerNode };
}

function countAliases(operation: OperationDefinitionNode, fragments: Fragments): number {
  let aliases = 0;
  for (const definition of [operation, ...reachedFragments(operation, fragments)]) {
    visit(definition, {
      Field(field) {
        if (field.alias !== undefined) aliases += 1;
      },
    });
  }
  return aliases;
}

/** `directives` and the rest hold many objects each; the names also occur outside introspection. */
const INTROSPECTION_LISTS = new Set([
  "types",
  "directives",
  "fields",
  "inputFields",
  "enumValues",
  "possibleTypes",
  "interfaces",
  "args",
]);

/** An alias would copy a list of the schema, and copies of copies multiply. */
function countIntrospectionAliases(
  operation: OperationDefinitionNode,
  fragments: Fragments,
): number {
  let count = 0;
  const inside = (set: SelectionSetNode) =>
    visit(set, {
      Field(field) {
        if (field.alias !== undefined && INTROSPECTION_LISTS.has(field.name.value)) count += 1;
      },
    });
  for (const definition of [operation, ...reachedFragments(operation, fragments)]) {
    if (
      definition.kind === Kind.FRAGMENT_DEFINITION &&
      definition.typeCondition.name.value.startsWith("__")
    ) {
      inside(definition.selectionSet);
    }
    visit(definition, {
      Field(field) {
        if (!isIntrospection(field) || !field.selectionSet) return undefined;
        inside(field.selectionSet);
        return false;
      },
    });
  }
  return count;
}
