import { isUuid } from "../../shared/uuid";

/** A value is not what it should be; caught where file and line are known. */
export class WrongValue extends Error {
  constructor(
    readonly path: string,
    readonly expected: string,
  ) {
    super(`${path}: expected ${expected}`);
  }
}

/** An object with no other parts than these. */
export function object(
  value: unknown,
  path: string,
  parts: { has(name: string): boolean; keys(): Iterable<string> },
): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new WrongValue(path, "an object");
  for (const name of Object.keys(value))
    if (!parts.has(name))
      throw new WrongValue(
        path === "" ? name : `${path}.${name}`,
        `no such part; there are ${[...parts.keys()].join(", ")}`,
      );
  return value as Record<string, unknown>;
}

/** Each element of an array, checked; the array itself is answered. */
export function list<T>(
  value: unknown,
  path: string,
  check: (element: unknown, path: string) => T,
): T[] {
  if (!Array.isArray(value)) throw new WrongValue(path, "an array");
  return value.map((element, i) => check(element, `${path}[${i}]`));
}

/** Half of a character that takes two places, e.g. of an emoji: no database stores it. */
const HALF = /\p{Surrogate}/u;

export function text(value: unknown, path: string): string {
  if (typeof value !== "string") throw new WrongValue(path, "a text");
  if (value.includes("\0") || HALF.test(value))
    throw new WrongValue(path, "a text without U+0000 and halves of characters");
  return value;
}

export function filledText(value: unknown, path: string): string {
  if (text(value, path) === "") throw new WrongValue(path, "a text that is not empty");
  return value as string;
}

/** What `check` answers, or undefined where nothing stands. */
export function optional<T>(
  value: unknown,
  path: string,
  check: (value: unknown, path: string) => T,
): T | undefined {
  return value === undefined ? undefined : check(value, path);
}

const NIL = "00000000-0000-0000-0000-000000000000";

export function uuid(value: unknown, path: string): string {
  if (typeof value !== "string" || !isUuid(value) || value === NIL)
    throw new WrongValue(path, "a UUID in lower case");
  return value;
}

export function oneOf<T extends string>(
  value: unknown,
  path: string,
  legal: { has(value: T): boolean; keys(): Iterable<T> },
): T {
  if (typeof value !== "string" || !legal.has(value as T))
    throw new WrongValue(path, `one of ${[...legal.keys()].join(", ")}`);
  return value as T;
}

export function whole(value: unknown, path: string, least: number, most: number): number {
  if (!Number.isInteger(value) || (value as number) < least || (value as number) > most)
    throw new WrongValue(path, `a whole number, ${least} to ${most}`);
  return value as number;
}

export function number(value: unknown, path: string, most = Number.MAX_VALUE): number {
  if (typeof value !== "number" || !(Math.abs(value) <= most))
    throw new WrongValue(path, "a number");
  return value;
}

export function truth(value: unknown, path: string): boolean {
  if (typeof value !== "boolean") throw new WrongValue(path, "true or false");
  return value;
}

const LOCALE = /^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i;

export function locale(value: unknown, path: string): string {
  if (typeof value !== "string" || !LOCALE.test(value))
    throw new WrongValue(path, "a language tag, e.g. en or de-AT");
  return value;
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export function slug(value: unknown, path: string): string {
  if (typeof value !== "string" || !SLUG.test(value))
    throw new WrongValue(path, "a slug: a-z, 0-9 and single hyphens");
  return value;
}
