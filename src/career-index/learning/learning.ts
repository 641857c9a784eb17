import { hash } from "node:crypto";
import type { Prerequisite } from "../../algorithms/order/learning-needs";
import type { LearningOffer } from "../../algorithms/order/teaching";
import type { Reader } from "../../database/database";
import type { PartDefinition } from "../part";
import type { LearningPart, Price } from "./learning-part";

const EDGES = new Set(["PREREQUISITE", "TEACHES", "RESOURCE_NEEDS"]);

const READ_PREREQUISITES = `
  SELECT e.from_id AS skill, e.to_id AS needs,
         CASE WHEN e.requirement = 'ESSENTIAL' THEN 'ESSENTIAL' ELSE 'RECOMMENDED' END AS strength,
         e.from_proficiency AS "requiredProficiency", e.to_proficiency AS "forProficiency"
    FROM edge e JOIN node s ON s.id = e.from_id AND s.status = 'ACTIVE' JOIN node n ON n.id = e.to_id AND n.status = 'ACTIVE'
   WHERE e.kind = 'PREREQUISITE' ORDER BY e.from_id, e.to_id`;

const READ_OFFERS = `
  SELECT n.id, n.minutes, NULL::real AS cost, n.price, n.currency,
         (SELECT json_agg(json_build_object('skill', t.to_id, 'fromProficiency', t.from_proficiency, 'toProficiency', t.to_proficiency) ORDER BY t.to_id)
            FROM edge t WHERE t.from_id = n.id AND t.kind = 'TEACHES') AS teaches,
         (SELECT coalesce(json_agg(json_build_object('skill', r.to_id, 'proficiency', r.proficiency) ORDER BY r.to_id), '[]')
            FROM edge r WHERE r.from_id = n.id AND r.kind = 'RESOURCE_NEEDS') AS needs
    FROM node n
   WHERE n.kind = 'LEARNING_RESOURCE' AND n.status = 'ACTIVE' AND EXISTS (SELECT 1 FROM edge x WHERE x.from_id = n.id AND x.kind = 'TEACHES')
   ORDER BY n.id`;

interface OfferRow extends LearningOffer {
  price: number | null;
  currency: string | null;
}

/** With what tells whether it says the same as another. */
interface KeptLearning extends LearningPart {
  readonly digest: string;
}

/** Some thousand rows, read whole after each change that concerns them: two SQL statements. */
export const LEARNING: PartDefinition<LearningPart> = {
  name: "learning",
  concerns: ({ subject, kind }) =>
    subject === "EDGE"
      ? EDGES.has(kind)
      : subject === "NODE" && (kind === "SKILL" || kind === "LEARNING_RESOURCE"),

  build: ({ reader }) => readLearning(reader),

  /** A skill that is only renamed changes nothing here, and nothing of what follows from this part. */
  async update(state, _changes, { reader }) {
    const now = await readLearning(reader);
    return now.digest === (state as KeptLearning).digest ? state : now;
  },
};

async function readLearning(reader: Reader): Promise<KeptLearning> {
  const prerequisiteRows = await reader.query<Prerequisite>(READ_PREREQUISITES);
  const offerRows = await reader.query<OfferRow>(READ_OFFERS);
  const digest = hash("sha256", JSON.stringify([prerequisiteRows, offerRows]));
  const prerequisites = new Map<string, Prerequisite[]>();
  for (const each of prerequisiteRows) append(prerequisites, each.skill, each);
  const offers = new Map<string, LearningOffer>();
  const offersOf = new Map<string, string[]>();
  const prices = new Map<string, Price>();
  for (const { price, currency, ...offer } of offerRows) {
    offers.set(offer.id, offer);
    if (price !== null) prices.set(offer.id, { amount: price, currency });
    for (const { skill } of offer.teaches) append(offersOf, skill, offer.id);
  }
  return { prerequisites, offers, offersOf, prices, digest };
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}
