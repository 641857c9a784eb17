import type { Row } from "../tables/read-table";
import { given, OCCUPATION, type Occupations, occupationOf, type Refusal } from "./row-values";

export const TECHNOLOGY_SKILLS = "Technology Skills.txt";
export const TECHNOLOGY_COLUMNS = [OCCUPATION, "Example"] as const;

/** What one row says: somebody in an occupation uses a technology. */
export interface TechnologyUse {
  occupation: string;
  /** The name of the technology. */
  example: string;
  /** UNSPSC code of the commodity that it is sorted under here; "" when there is none. */
  commodity: string;
  commodityTitle: string;
  /** Whether it is asked for in many job postings of all kinds. */
  isHot: boolean | null;
  /** Whether it is asked for in many job postings for this occupation. Not before release 27.1. */
  isInDemand: boolean | null;
}

export function readTechnologyUse(row: Row, occupations: Occupations): TechnologyUse | Refusal {
  const about = occupationOf(row, occupations);
  if ("reason" in about) return about;
  const example = given(row, "Example");
  if (example === "") return { reason: "MISSING_VALUE", note: `"Example" is empty` };
  // Technologies are known by their names, commodities by their codes.
  if (/^\d{8}$/.test(example))
    return { reason: "INVALID_VALUE", note: "expected the name of a technology, not a code" };
  return {
    ...about,
    example,
    commodity: given(row, "Commodity Code"),
    commodityTitle: given(row, "Commodity Title"),
    isHot: flagOf(row, "Hot Technology"),
    isInDemand: flagOf(row, "In Demand"),
  };
}

/** True when one of two rows says so. */
export function either(one: boolean | null, other: boolean | null): boolean | null {
  return one || other ? true : (one ?? other);
}

/** `Y` and `N`; anything else says nothing. */
function flagOf(row: Row, column: string): boolean | null {
  const text = given(row, column);
  return text === "Y" ? true : text === "N" ? false : null;
}
