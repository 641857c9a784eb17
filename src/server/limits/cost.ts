import {
  type FieldNode,
  type FragmentSpreadNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  type InlineFragmentNode,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { argumentValue, type OperationVariables } from "./argument-values";
import { type Fragments, isIntrospection } from "./document-shape";

/** Upper bounds of what an operation produces. */
export interface OperationCost {
  /** Items of lists: the product of the pages from the root down, summed over all lists. */
  nodes: number;
  /** Objects, whether in a list or not; a mutation and a read of the schema cost more. */
  points: number;
}

/** A list without `first`, without `ids` and without `listSize` in its extensions is taken as this long. */
const ASSUMED_LIST_SIZE = 10;
const MUTATION_POINTS = 10;
const INTROSPECTION_POINTS = 100;

/**
 * Bounds what an operation can produce, before it runs.
 *
 * An object costs 1, times the pages of all lists above it. The size of a list is, in this order: for
 * `edges` and `nodes` the `first` or `last` of the connection; its own `first` or `last`; the number
 * of `ids`; `listSize` in the extensions of the field (`@Extensions({ listSize: 5 })`); 10. Arguments
 * come from the literal, the variable, or the default in the schema. Fields that merge or that
 * `@skip` leaves out are counted, so the bound is never too low; of fragments on different object
 * types the dearest counts.
 *
 * Linear in the size of the document: a fragment is measured once, as a fixed part and a part that
 * the page of the connection multiplies. Hostile spreads give Infinity, which is over every limit.
 */
export function measureCost(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  variables: OperationVariables,
): OperationCost {
  const root = schema.getRootType(operation.operation);
  if (!root) return { nodes: 0, points: 0 };
  const isMutation = operation.operation === "mutation";
  return new Measurement(schema, fragments, variables, isMutation ? root : null).of(
    operation.selectionSet,
    root,
  ).fixed;
}

/** `perPage` is multiplied by the page of the connection whose selections these are. */
interface Cost {
  fixed: OperationCost;
  perPage: OperationCost;
}

class Measurement {
  private readonly known = new Map<string, Cost | undefined>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Fragments,
    private readonly variables: OperationVariables,
    private readonly mutationType: GraphQLCompositeType | null,
  ) {}

  of(set: SelectionSetNode, parent: GraphQLCompositeType): Cost {
    const sum = noCost();
    // An object has one type: of the fragments on different object types only the dearest counts.
    const ofObjectTypes = new Map<string, Cost>();
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        this.addField(sum, selection, parent);
        continue;
      }
      const type = this.typeOfFragment(selection) ?? parent;
      const part =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? this.ofFragment(selection.name.value)
          : this.of(selection.selectionSet, type);
      if (part === undefined) continue;
      if (type === parent || !isObjectType(type)) {
        addCost(sum, part);
        continue;
      }
      const ofType = ofObjectTypes.get(type.name) ?? noCost();
      addCost(ofType, part);
      ofObjectTypes.set(type.name, ofType);
    }
    addCost(sum, dearest(ofObjectTypes.values()));
    return sum;
  }

  private typeOfFragment(
    selection: InlineFragmentNode | FragmentSpreadNode,
  ): GraphQLCompositeType | undefined {
    const condition =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.typeCondition
        : this.fragments.get(selection.name.value)?.typeCondition;
    const type = condition && this.schema.getType(condition.name.value);
    return isCompositeType(type) ? type : undefined;
  }

  private ofFragment(name: string): Cost | undefined {
    const fragment = this.fragments.get(name);
    if (fragment === undefined || this.known.has(name)) return this.known.get(name);
    this.known.set(name, undefined);
    const type = this.schema.getType(fragment.typeCondition.name.value);
    const cost = isCompositeType(type) ? this.of(fragment.selectionSet, type) : undefined;
    this.known.set(name, cost);
    return cost;
  }

  private addField(sum: Cost, node: FieldNode, parent: GraphQLCompositeType): void {
    if (isIntrospection(node)) {
      sum.fixed.points += INTROSPECTION_POINTS;
      return;
    }
    const field = fieldOf(parent, node.name.value);
    if (field === undefined) return;
    if (parent === this.mutationType) sum.fixed.points += MUTATION_POINTS;
    const type = getNamedType(field.type);
    if (!isCompositeType(type) || !node.selectionSet) return;

    const inner = this.of(node.selectionSet, type);
    const page = pageOf(node, field, this.variables);
    const object: OperationCost = { nodes: 0, points: 1 };
    add(object, inner.fixed, 1);
    add(object, inner.perPage, page ?? ASSUMED_LIST_SIZE);
    if (!isListType(getNullableType(field.type))) {
      add(sum.fixed, object, 1);
      return;
    }
    object.nodes += 1;
    if (page === null && isConnection(parent)) add(sum.perPage, object, 1);
    else add(sum.fixed, object, page ?? listSizeOf(node, field, this.variables));
  }
}

function noCost(): Cost {
  return { fixed: { nodes: 0, points: 0 }, perPage: { nodes: 0, points: 0 } };
}

function addCost(sum: Cost, part: Cost): void {
  add(sum.fixed, part.fixed, 1);
  add(sum.perPage, part.perPage, 1);
}

function dearest(costs: Iterable<Cost>): Cost {
  const most = noCost();
  for (const cost of costs) {
    for (const part of ["fixed", "perPage"] as const) {
      most[part].nodes = Math.max(most[part].nodes, cost[part].nodes);
      most[part].points = Math.max(most[part].points, cost[part].points);
    }
  }
  return most;
}

function add(sum: OperationCost, part: OperationCost, times: number): void {
  // 0 × Infinity is NaN, which no limit would refuse.
  if (times === 0) return;
  sum.nodes += part.nodes * times;
  sum.points += part.points * times;
}

type Field = GraphQLField<unknown, unknown>;

/** The field of an object or interface; unions have none but `__typename`, which costs nothing. */
export function fieldOf(parent: GraphQLCompositeType, name: string): Field | undefined {
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}

/** Whether the lists of this type are as long as the page asked of the field that gives it. */
function isConnection(type: GraphQLCompositeType): boolean {
  return fieldOf(type, "pageInfo") !== undefined;
}

/** The names of the arguments that say how long a page is. */
export const PAGE_ARGUMENTS = ["first", "last"] as const;

/** The page that a field asks for; null when it has no such argument or the argument is left out. */
function pageOf(node: FieldNode, field: Field, variables: OperationVariables): number | null {
  let page: number | null = null;
  for (const name of PAGE_ARGUMENTS) {
    const argument = field.args.find((candidate) => candidate.name === name);
    if (argument === undefined) continue;
    // An explicit null asks for the default, too.
    const value = argumentValue(node, argument, variables) ?? argument.defaultValue;
    if (typeof value === "number" && value > (page ?? -1)) page = value;
  }
  return page;
}

function listSizeOf(node: FieldNode, field: Field, variables: OperationVariables): number {
  const ids = field.args.find((argument) => argument.name === "ids");
  const given = ids && argumentValue(node, ids, variables);
  if (Array.isArray(given)) return given.length;
  const { listSize } = field.extensions;
  return typeof listSize === "number" ? listSize : ASSUMED_LIST_SIZE;
}
