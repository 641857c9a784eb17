import { AppError } from "../../shared/errors";

/**
 * Refuses an operation that asks for more than a limit allows.
 * `limit` is the key in `Limits`, `asked` what the operation wants, `unit` what is counted.
 */
export function tooComplex(limit: string, maximum: number, asked: number, unit: string): AppError {
  const shown = Math.min(asked, Number.MAX_SAFE_INTEGER);
  return new AppError(
    "QUERY_TOO_COMPLEX",
    `The operation asks for ${shown} ${unit}; the limit is ${maximum}.`,
    { limit, maximum, asked: shown },
  );
}
