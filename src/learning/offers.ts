import type { LearningGap, LearningOffer } from "../algorithms/order/teaching";
import type { LearningPart } from "../career-index/learning/learning-part";

/**
 * The learning resources that teach one of the skills, with their prices in a currency: a price in another one counts as
 * unknown, 0 as 0 in any. Without a currency every known price is given as it is; they may not add up.
 */
export function offersFor(
  { offers, offersOf, prices }: LearningPart,
  gaps: readonly LearningGap[],
  currency: string | null,
): LearningOffer[] {
  const ids = new Set(gaps.flatMap(({ skill }) => offersOf.get(skill) ?? []));
  return [...ids].flatMap((id) => {
    const offer = offers.get(id);
    if (offer === undefined) return [];
    const price = prices.get(id);
    const isIn = price && (currency === null || price.amount === 0 || price.currency === currency);
    return { ...offer, cost: isIn ? price.amount : null };
  });
}
