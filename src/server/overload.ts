/** How often the delay of the event loop is looked at. */
export const SAMPLE_INTERVAL_MS = 500;

/**
 * Whether requests are to be refused at this mean delay of the event loop. It is infinite when the loop did not turn once
 * between two looks, which says no more than that it took so long.
 */
export function isOverloaded(delayMs: number, limitMs: number): boolean {
  return (
    Math.min(delayMs, SAMPLE_INTERVAL_MS) > limitMs ||
    (Number.isFinite(delayMs) && delayMs > limitMs)
  );
}
