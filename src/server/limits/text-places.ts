import {
  type ArgumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  Kind,
  type ObjectFieldNode,
  type OperationDefinitionNode,
  type TypeInfo,
  type TypeNode,
} from "graphql";

/**
 * Where a value stands, as far as lengths of texts go. Arguments and fields of inputs take texts longer than
 * `LIMIT_STRING_LENGTH` when they say so: `@Extensions({ maxLength: 50_000 })`. That holds for the items of a list as well,
 * not for the fields of an object, which have marks of their own.
 */
export interface TextPlace {
  /** The most characters of a text here; null: what holds for all texts. */
  readonly longest: number | null;
  field(name: string): TextPlace;
}

/** A place that is marked nowhere, with all below it. */
export const ANY_TEXT: TextPlace = { longest: null, field: () => ANY_TEXT };

/** How long the texts may be that stand in variables themselves: what all places allow that use the variable. */
export class VariableUses {
  private readonly longest = new Map<string, number | null>();

  add(variable: string, mark: number | null): void {
    const known = this.longest.get(variable);
    if (known === undefined) this.longest.set(variable, mark);
    else this.longest.set(variable, known && mark && Math.min(known, mark));
  }

  of(variable: string): number | null {
    return this.longest.get(variable) ?? null;
  }
}

/** The places of the variables of an operation, by name: by their uses, and below by their types. */
export function variablePlaces(
  { variableDefinitions = [] }: OperationDefinitionNode,
  schema: GraphQLSchema,
  uses: VariableUses,
): ReadonlyMap<string, TextPlace> {
  return new Map(
    variableDefinitions.map(({ variable: { name }, type }) => [
      name.value,
      placeOf(uses.of(name.value), schema.getType(nameOf(type))),
    ]),
  );
}

function placeOf(longest: number | null, type: GraphQLNamedType | undefined): TextPlace {
  if (!isInputObjectType(type)) return { longest, field: () => ANY_TEXT };
  return {
    longest,
    field(name) {
      const field = type.getFields()[name];
      return field ? placeOf(markIn(field.extensions), getNamedType(field.type)) : ANY_TEXT;
    },
  };
}

/** How long a text may be as the value of an argument or field of an input; the `TypeInfo` has just entered it. */
export function markOf(node: ArgumentNode | ObjectFieldNode, typeInfo: TypeInfo): number | null {
  if (node.kind === Kind.ARGUMENT) return markIn(typeInfo.getArgument()?.extensions);
  const parent = getNamedType(typeInfo.getParentInputType());
  if (!isInputObjectType(parent)) return null;
  return markIn(parent.getFields()[node.name.value]?.extensions);
}

function markIn(extensions: Readonly<Record<string, unknown>> | undefined): number | null {
  const mark = extensions?.maxLength;
  return typeof mark === "number" ? mark : null;
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}
