/**
 * Costs are compared and added as whole numbers of 1e-9. Sums of fractions depend on the order of adding (0.1 + 0.2 >
 * 0.3), and then neither a tie nor an order would mean anything; whole numbers below 2^53 add up exactly.
 */
const UNITS = 1e9;

/** Largest cost of a single hop: eight of them stay below 2^53 units. In minutes, it is two years. */
export const MAX_HOP_COST = 1e6;

/**
 * A cost in units; `NaN` (unknown) becomes infinite, so that no path takes it.
 *
 * @throws RangeError for a cost below 0 or above `MAX_HOP_COST`.
 */
export function toUnits(cost: number): number {
  if (Number.isNaN(cost)) return Infinity;
  if (cost < 0 || cost > MAX_HOP_COST)
    throw new RangeError(`the cost of a hop must be from 0 to ${MAX_HOP_COST}: ${cost}`);
  return Math.round(cost * UNITS);
}

/** The cost that a number of units stands for, to nine decimal places. */
export function fromUnits(units: number): number {
  return units / UNITS;
}
