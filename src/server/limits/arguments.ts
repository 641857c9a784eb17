import {
  type FieldNode,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { badInput } from "../../shared/errors";
import { argumentValue, type OperationVariables } from "./argument-values";
import { PAGE_ARGUMENTS } from "./cost";
import { type Fragments, reachedFragments } from "./document-shape";
import type { Limits } from "./limit-values";
import { tooComplex } from "./query-errors";

/**
 * Checks the arguments of every field that an operation reaches, literals and variables alike:
 * `first` and `last` within the page size, filters not nested too deep and not too long.
 * Throws BAD_USER_INPUT or QUERY_TOO_COMPLEX. Linear: a fragment is visited once, and a filter is
 * left as soon as it exceeds a limit.
 */
export function checkArguments(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  variables: OperationVariables,
  limits: Limits,
): void {
  for (const definition of [operation, ...reachedFragments(operation, fragments)]) {
    const typeInfo = new TypeInfo(schema);
    visit(
      definition,
      visitWithTypeInfo(typeInfo, {
        Field(node: FieldNode) {
          for (const argument of typeInfo.getFieldDef()?.args ?? []) {
            checkArgument(node, argument, variables, limits);
          }
        },
      }),
    );
  }
}

function checkArgument(
  node: FieldNode,
  argument: GraphQLArgument,
  variables: OperationVariables,
  limits: Limits,
): void {
  const isPage = PAGE_ARGUMENTS.some((name) => name === argument.name);
  if (!isPage && !canHoldFilter(argument.type)) return;
  const value = argumentValue(node, argument, variables);
  if (isPage) checkPage(argument.name, value, limits);
  else checkFilter(value, argument.type, limits);
}

function checkPage(name: string, value: unknown, limits: Limits): void {
  if (typeof value !== "number") return;
  if (value >= 0 && value <= limits.pageSize) return;
  throw badInput(name, `must be between 0 and ${limits.pageSize}`);
}

/** The fields of a filter that join other filters. */
const JOINTS = new Set(["and", "or", "not"]);

const filterTypes = new WeakMap<GraphQLInputType, boolean>();

/** Whether a filter can stand in a value of this type; others, which may be large, need no walk. */
function canHoldFilter(type: GraphQLInputType): boolean {
  const named = getNamedType(type);
  const known = filterTypes.get(named);
  if (known !== undefined) return known;
  const reached = new Set<GraphQLInputType>([named]);
  let result = false;
  // The set grows while it is walked: input types refer to each other in circles.
  for (const each of reached) {
    if (!isInputObjectType(each)) continue;
    for (const field of Object.values(each.getFields())) {
      if (JOINTS.has(field.name)) result = true;
      reached.add(getNamedType(field.type));
    }
  }
  filterTypes.set(named, result);
  return result;
}

/**
 * Counts the comparisons of one filter and the levels of `and`, `or` and `not` in it. A comparison is
 * a value that is not an object (`{ importance: { gte: 3, lte: 5 } }` has two); an empty object
 * counts as one, so that nothing is free. Other inputs than filters pass.
 */
export function checkFilter(value: unknown, type: GraphQLInputType, limits: Limits): void {
  let conditions = 0;
  const count = () => {
    conditions += 1;
    if (conditions <= limits.filterConditions) return;
    throw tooComplex(
      "filterConditions",
      limits.filterConditions,
      conditions,
      "conditions in one filter",
    );
  };
  const walk = (
    item: unknown,
    itemType: GraphQLInputType,
    depth: number,
    inFilter: boolean,
  ): void => {
    if (item === null || item === undefined) return;
    const nullable = getNullableType(itemType);
    const named = getNamedType(nullable);
    if (!isInputObjectType(named)) {
      if (inFilter) count();
      return;
    }
    if (isListType(nullable)) {
      for (const each of Array.isArray(item) ? item : [item])
        walk(each, nullable.ofType, depth, inFilter);
      return;
    }
    if (typeof item !== "object" || Array.isArray(item)) return;
    const fields = named.getFields();
    const isFilter = inFilter || Object.keys(fields).some((name) => JOINTS.has(name));
    const given = Object.entries(item);
    if (isFilter && given.length === 0) count();
    for (const [name, inner] of given) {
      const field = fields[name];
      if (field === undefined) continue;
      const deeper = isFilter && JOINTS.has(name) ? depth + 1 : depth;
      if (deeper > limits.filterDepth) {
        throw tooComplex(
          "filterDepth",
          limits.filterDepth,
          deeper,
          "levels of and, or and not in one filter",
        );
      }
      walk(inner, field.type, deeper, isFilter);
    }
  };
  walk(value, type, 0, false);
}
