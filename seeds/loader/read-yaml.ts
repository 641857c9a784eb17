import "reflect-metadata";
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { type ValidationError, validateSync } from "class-validator";
import { LineCounter, parseDocument, type YAMLMap } from "yaml";
import { PROJECT_ROOT } from "../../src/shared/project-root";

type RowClass<T> = new () => T;

/** A row of a seed file with the place it stands at, for messages. */
export type Placed<T> = T & { readonly at: string };

/** A file with one object; its parts have places too, e.g. `placeOf("skills", 3)`. */
export type PlacedFile<T> = Placed<T> & { placeOf(...path: (string | number)[]): string };

/**
 * The rows of a YAML file that holds a list, each checked by the decorators of its class.
 * @throws Error that names file, line, field and reason for every wrong row.
 */
export function readRows<T extends object>(path: string, type: RowClass<T>): Placed<T>[] {
  const { values, lineOf } = parse(path);
  if (!Array.isArray(values)) throw new Error(`${shown(path)}:1: expected a list`);
  const problems: string[] = [];
  const rows = values.map((value, index) => {
    const at = `${shown(path)}:${lineOf([index])}`;
    const row = Object.assign(new type(), value) as Placed<T>;
    problems.push(...check(row).map(({ text }) => `${at}: ${text}`));
    Object.defineProperty(row, "at", { value: at, enumerable: false });
    return row;
  });
  refuse(problems);
  return rows;
}

/** The one object that a YAML file holds, checked by the decorators of its class. */
export function readObject<T extends object>(path: string, type: RowClass<T>): PlacedFile<T> {
  const { values, lineOf } = parse(path);
  const row = Object.assign(new type(), values) as PlacedFile<T>;
  const placeOf = (...where: (string | number)[]) => `${shown(path)}:${lineOf(where)}`;
  refuse(check(row).map((problem) => `${placeOf(...problem.path)}: ${problem.text}`));
  Object.defineProperty(row, "at", { value: placeOf(), enumerable: false });
  Object.defineProperty(row, "placeOf", { value: placeOf, enumerable: false });
  return row;
}

interface Parsed {
  values: unknown;
  lineOf(path: readonly (string | number)[]): number;
}

function parse(path: string): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines });
  refuse(
    document.errors.map(
      (error) => `${shown(path)}:${error.linePos?.[0].line ?? 1}: ${error.message}`,
    ),
  );
  return {
    values: document.toJS(),
    lineOf(where) {
      for (let length = where.length; length >= 0; length--) {
        const found = document.getIn(where.slice(0, length), true) as YAMLMap | undefined;
        if (found?.range) return lines.linePos(found.range[0]).line;
      }
      return 1;
    },
  };
}

interface Problem {
  path: (string | number)[];
  text: string;
}

function check(row: object): Problem[] {
  return validateSync(row, {
    forbidUnknownValues: true,
    whitelist: true,
    forbidNonWhitelisted: true,
  }).flatMap((error) => flatten(error));
}

function flatten(error: ValidationError, parents: readonly string[] = []): Problem[] {
  const path = [...parents, error.property];
  const own = Object.values(error.constraints ?? {}).flatMap((reasons) =>
    reasons.split("\n").map((reason) => {
      // `EachIs` names the entries that are wrong: they have lines of their own.
      const [, index, rest] = /^\[(\d+)\] (.*)$/.exec(reason) ?? [];
      return index === undefined
        ? { path, text: `${path.join(".")}: ${reason}` }
        : { path: [...path, Number(index)], text: `${path.join(".")}: ${rest}` };
    }),
  );
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, path))];
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0)
    throw new Error(`The seed files are not sound:\n${problems.slice(0, 50).join("\n")}`);
}

function shown(path: string): string {
  return relative(PROJECT_ROOT, path);
}
