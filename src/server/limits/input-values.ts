import {
  type ArgumentNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type ObjectFieldNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { type AppError, badInput } from "../../shared/errors";
import type { Limits } from "./limit-values";
import { tooComplex } from "./query-errors";
import { ANY_TEXT, markOf, type TextPlace, VariableUses } from "./text-places";

type InputLimits = Pick<Limits, "variableDepth" | "listItems" | "stringLength">;

/**
 * Checks the variables of a request as JSON, before their types are, and gives them back with every string in Unicode
 * normalisation form C. The object given is not changed; it is given back as it is when nothing had to be normalised.
 * `places` says where long texts may stand (see `TextPlace`); these stay as they are, since answers name places in them.
 *
 * Throws QUERY_TOO_COMPLEX for JSON that is too deep, and BAD_USER_INPUT with the path for lists and
 * strings that are too long and for strings that hold U+0000 or half a surrogate pair.
 * Cost O(size); the depth is bounded before it can overflow the stack.
 */
export function checkVariables(
  variables: Readonly<Record<string, unknown>>,
  limits: InputLimits,
  places: ReadonlyMap<string, TextPlace> = new Map(),
): Record<string, unknown> {
  return checkFields(variables, "", 0, (name) => places.get(name) ?? ANY_TEXT, limits) as Record<
    string,
    unknown
  >;
}

function checkValue(
  value: unknown,
  path: string,
  depth: number,
  place: TextPlace,
  limits: InputLimits,
): unknown {
  if (typeof value === "string") return checkText(value, path, place, limits);
  if (typeof value !== "object" || value === null) return value;
  if (!Array.isArray(value))
    return checkFields(value, path, depth, (name) => place.field(name), limits);
  if (depth >= limits.variableDepth) throw tooDeep(limits, depth + 1);
  checkListLength(value.length, path, limits);
  const items = value.map((item, index) =>
    checkValue(item, join(path, index), depth + 1, place, limits),
  );
  return items.some((item, index) => item !== value[index]) ? items : value;
}

function checkFields(
  value: object,
  path: string,
  depth: number,
  placeOf: (name: string) => TextPlace,
  limits: InputLimits,
): object {
  if (depth >= limits.variableDepth) throw tooDeep(limits, depth + 1);
  let changed: Record<string, unknown> | null = null;
  for (const [key, item] of Object.entries(value)) {
    const wrong = wrongCharacter(key);
    if (wrong !== null) throw badInput(path || "variables", `a name holds ${wrong}`);
    const checked = checkValue(item, join(path, key), depth + 1, placeOf(key), limits);
    if (checked === item) continue;
    // Without a prototype, so that a key "__proto__" stays an ordinary key.
    changed ??= Object.assign(Object.create(null), value) as Record<string, unknown>;
    changed[key] = checked;
  }
  return changed ?? value;
}

/**
 * The same limits for the literals of a document that is valid. Gives how long texts may be that stand in its variables
 * themselves, for `variablePlaces`. Cost O(size of the document).
 */
export function checkLiterals(
  document: DocumentNode,
  schema: GraphQLSchema,
  limits: InputLimits,
): VariableUses {
  const uses = new VariableUses();
  const typeInfo = new TypeInfo(schema);
  const path: string[] = [];
  const marks: (number | null)[] = [];
  let depth = 0;
  const deeper = () => {
    depth += 1;
    if (depth > limits.variableDepth) throw tooDeep(limits, depth);
  };
  const shallower = () => {
    depth -= 1;
  };
  const named = {
    enter: (node: ArgumentNode | ObjectFieldNode) => {
      path.push(node.name.value);
      marks.push(markOf(node, typeInfo));
    },
    leave: () => {
      path.pop();
      marks.pop();
    },
  };
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Argument: named,
      ObjectField: named,
      ObjectValue: { enter: deeper, leave: shallower },
      ListValue: {
        enter(node) {
          deeper();
          checkListLength(node.values.length, path.join("."), limits);
        },
        leave: shallower,
      },
      [Kind.VARIABLE]: {
        enter: ({ name }) => {
          // Where a variable is declared it stands in no argument.
          if (path.length > 0) uses.add(name.value, marks.at(-1) ?? null);
        },
      },
      [Kind.STRING]: (node) => {
        const longest = marks.at(-1) ?? null;
        checkString(node.value, path.join(".") || "query", longest, limits);
      },
    }),
  );
  return uses;
}

/**
 * What a text holds that no text of ours may hold, or null: PostgreSQL cannot store U+0000, and half
 * a surrogate pair is not a character.
 */
export function wrongCharacter(text: string): string | null {
  if (text.includes("\0")) return "the character U+0000";
  if (LONE_SURROGATE.test(text)) return "half a surrogate pair";
  return null;
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/** A text that may be long stays as it is. */
function checkText(value: string, path: string, place: TextPlace, limits: InputLimits): string {
  checkString(value, path, place.longest, limits);
  return place.longest === null ? value.normalize("NFC") : value;
}

function checkString(
  value: string,
  path: string,
  longest: number | null,
  limits: InputLimits,
): void {
  const most = Math.max(longest ?? 0, limits.stringLength);
  if (value.length > most) throw badInput(path, `must have at most ${most} characters`);
  const wrong = wrongCharacter(value);
  if (wrong !== null) throw badInput(path, `must not hold ${wrong}`);
}

function checkListLength(length: number, path: string, limits: InputLimits): void {
  if (length <= limits.listItems) return;
  throw badInput(path, `must have at most ${limits.listItems} items`);
}

function tooDeep(limits: InputLimits, asked: number): AppError {
  return tooComplex("variableDepth", limits.variableDepth, asked, "levels of input");
}

function join(path: string, key: string | number): string {
  return path === "" ? String(key) : `${path}.${key}`;
}
