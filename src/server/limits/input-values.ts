import { type ArgumentNode, type DocumentNode, Kind, type ObjectFieldNode, visit } from "graphql";
import { type AppError, badInput } from "../../shared/errors";
import type { Limits } from "./limit-values";
import { tooComplex } from "./query-errors";

type InputLimits = Pick<Limits, "variableDepth" | "listItems" | "stringLength">;

/**
 * Checks the variables of a request as JSON, before anything is known of their types, and gives
 * them back with every string in Unicode normalisation form C. The object given is not changed;
 * it is given back as it is when nothing had to be normalised.
 *
 * Throws QUERY_TOO_COMPLEX for JSON that is too deep, and BAD_USER_INPUT with the path for lists and
 * strings that are too long and for strings that hold U+0000 or half a surrogate pair.
 * Cost O(size); the depth is bounded before it can overflow the stack.
 */
export function checkVariables(
  variables: Readonly<Record<string, unknown>>,
  limits: InputLimits,
): Record<string, unknown> {
  return checkValue(variables, "", 0, limits) as Record<string, unknown>;
}

function checkValue(value: unknown, path: string, depth: number, limits: InputLimits): unknown {
  if (typeof value === "string") return checkString(value, path, limits);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= limits.variableDepth) throw tooDeep(limits, depth + 1);
  if (Array.isArray(value)) {
    checkListLength(value.length, path, limits);
    const items = value.map((item, index) =>
      checkValue(item, join(path, index), depth + 1, limits),
    );
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  let changed: Record<string, unknown> | null = null;
  for (const [key, item] of Object.entries(value)) {
    const wrong = wrongCharacter(key);
    if (wrong !== null) throw badInput(path || "variables", `a name holds ${wrong}`);
    const checked = checkValue(item, join(path, key), depth + 1, limits);
    if (checked === item) continue;
    // Without a prototype, so that a key "__proto__" stays an ordinary key.
    changed ??= Object.assign(Object.create(null), value) as Record<string, unknown>;
    changed[key] = checked;
  }
  return changed ?? value;
}

/** The same limits for the literals of a document. Cost O(size of the document). */
export function checkLiterals(document: DocumentNode, limits: InputLimits): void {
  const path: string[] = [];
  let depth = 0;
  const deeper = () => {
    depth += 1;
    if (depth > limits.variableDepth) throw tooDeep(limits, depth);
  };
  const shallower = () => {
    depth -= 1;
  };
  const named = {
    enter: (node: ArgumentNode | ObjectFieldNode) => void path.push(node.name.value),
    leave: () => void path.pop(),
  };
  visit(document, {
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
    [Kind.STRING]: {
      enter: (node) => void checkString(node.value, path.join(".") || "query", limits),
    },
  });
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

function checkString(value: string, path: string, limits: InputLimits): string {
  if (value.length > limits.stringLength) {
    throw badInput(path, `must have at most ${limits.stringLength} characters`);
  }
  const wrong = wrongCharacter(value);
  if (wrong !== null) throw badInput(path, `must not hold ${wrong}`);
  return value.normalize("NFC");
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
