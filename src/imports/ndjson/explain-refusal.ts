import type { Database } from "../../database/database";
import { codeOf } from "../../database/failures";
import { ImportError } from "../import-error";
import type { InputFile } from "../input/import-input";
import { readLines } from "./read-lines";

interface Refusal {
  message: string;
  detail?: string;
  constraint?: string;
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * An error to hand on: when the database refuses what a file states (a value out of range, a link between kinds that it
 * does not join, a circle), with the rule that is broken and the line that breaks it, as far as the refusal names nodes.
 */
export async function explained(
  error: unknown,
  database: Database,
  file: InputFile,
): Promise<unknown> {
  if (!/^2[1-3]/.test(codeOf(error) ?? "")) return error;
  const { message, detail, constraint } = error as Refusal;
  const ids = `${message} ${detail ?? ""}`.match(UUID) ?? [];
  const rule = constraint ? await ruleOf(constraint, database) : null;
  const explanation = [message, detail, rule].filter(Boolean).join("; ");
  return new ImportError(`the graph cannot hold this: ${explanation}`, {
    file: file.path,
    line: ids.length > 0 ? await lineOf(ids, file) : null,
  });
}

async function ruleOf(constraint: string, database: Database): Promise<string | null> {
  const reader = database.reader();
  try {
    const [found] = await reader.query<{ rule: string }>(
      "SELECT pg_get_constraintdef(oid) AS rule FROM pg_constraint WHERE conname = $1",
      [constraint],
    );
    return found?.rule ?? null;
  } finally {
    await reader.close();
  }
}

/** The first of the lines that name the most of these nodes; null when none names any. */
async function lineOf(ids: readonly string[], file: InputFile): Promise<number | null> {
  const wanted = [...new Set(ids)].map((id) => Buffer.from(id));
  let best: { line: number | null; count: number } = { line: null, count: 0 };
  for await (const lines of readLines(file))
    for (const { line, bytes } of lines) {
      const count = wanted.filter((id) => bytes.includes(id)).length;
      // The first line names sources only.
      if (line > 1 && count > best.count) best = { line, count };
    }
  return best.line;
}
