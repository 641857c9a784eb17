import type { Prerequisite } from "../../algorithms/order/learning-needs";
import type { LearningOffer } from "../../algorithms/order/teaching";

/** What a learning resource costs. The currency is null where the amount is 0, which is the same in every currency. */
export interface Price {
  readonly amount: number;
  readonly currency: string | null;
}

/** How skills build on each other and what teaches them. Ids are UUIDs. */
export interface LearningPart {
  /** Prerequisites by the skill that needs them. */
  readonly prerequisites: ReadonlyMap<string, readonly Prerequisite[]>;
  /** Active learning resources that teach something. Their `cost` is null: `prices` are in several currencies. */
  readonly offers: ReadonlyMap<string, LearningOffer>;
  /** Ids of the offers that teach a skill. */
  readonly offersOf: ReadonlyMap<string, readonly string[]>;
  /** Prices by offer; those without are unknown. */
  readonly prices: ReadonlyMap<string, Price>;
}

/** All prerequisites of the skills and of their ancestors. Cost: linear in what is given back. */
export function prerequisitesOf(part: LearningPart, skills: Iterable<string>): Prerequisite[] {
  const seen = new Set(skills);
  const found: Prerequisite[] = [];
  for (const skill of seen)
    for (const each of part.prerequisites.get(skill) ?? []) {
      found.push(each);
      seen.add(each.needs); // a set that grows while it is walked is walked to its end
    }
  return found;
}
