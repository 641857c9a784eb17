import type { Database } from "../database/database";
import { ask } from "./ask";

/**
 * How an operation is refused before the database is asked anything: the code of its first error and the path of the
 * wrong argument, e.g. `BAD_USER_INPUT at filter.id.eq`.
 */
export async function refusalOf(
  database: Database,
  source: string,
  variables?: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { errors, statements } = await ask(database, source, variables);
  const [error] = errors;
  if (!error) throw new Error(`not refused: ${source}`);
  if (statements.length > 0) throw new Error(`refused only after ${statements.join("; ")}`);
  const fields = error.extensions?.fields as { path: string }[] | undefined;
  return `${error.extensions?.code} at ${fields?.[0]?.path}`;
}
