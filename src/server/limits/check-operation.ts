import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import { AppError } from "../../shared/errors";
import { readVariables } from "./argument-values";
import { checkArguments } from "./arguments";
import { measureCost } from "./cost";
import { checkShape, fragmentsOf, measureShape } from "./document-shape";
import { checkLiterals, checkVariables } from "./input-values";
import type { Limits } from "./limit-values";
import { tooComplex } from "./query-errors";
import { type VariableUses, variablePlaces } from "./text-places";

/** What is checked: one validated operation and what the client sent with it. */
export interface CheckedOperation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
}

/**
 * Puts an operation to all limits, cheapest first, before any resolver runs.
 * Gives the variables to go on with (Unicode normalisation form C, but for long texts). Throws QUERY_TOO_COMPLEX or
 * BAD_USER_INPUT. `onCost` hears the cost as soon as it is known, also when it is too high.
 */
export function checkOperation(
  { schema, document, operation, variables }: CheckedOperation,
  limits: Limits,
  onCost: (points: number) => void,
): Record<string, unknown> {
  requireRootType(schema, operation);
  const uses = checkDocument(schema, document, operation, limits);
  const checked = checkVariables(variables, limits, variablePlaces(operation, schema, uses));
  const values = readVariables(operation, checked);
  const fragments = fragmentsOf(document);
  checkArguments(schema, operation, fragments, values, limits);
  const { nodes, points } = measureCost(schema, operation, fragments, values);
  onCost(points);
  if (nodes > limits.nodes) throw tooComplex("nodes", limits.nodes, nodes, "list items");
  if (points > limits.cost) throw tooComplex("cost", limits.cost, points, "points");
  return checked;
}

/** Validation lets operations pass for which the schema has no root type, and execution takes that for a defect. */
function requireRootType(schema: GraphQLSchema, { operation }: OperationDefinitionNode): void {
  if (schema.getRootType(operation)) return;
  throw new AppError("BAD_USER_INPUT", `This API has no ${operation}s.`);
}

/** The operations that passed `checkDocument` with which limits; documents are kept and come again. */
const passed = new WeakMap<OperationDefinitionNode, { limits: Limits; uses: VariableUses }>();

/** The limits that depend on nothing but the text. */
function checkDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  limits: Limits,
): VariableUses {
  const known = passed.get(operation);
  if (known?.limits === limits) return known.uses;
  checkShape(measureShape(document, operation), limits);
  const uses = checkLiterals(document, schema, limits);
  passed.set(operation, { limits, uses });
  return uses;
}
