import { lexicographicSortSchema, printSchema } from "graphql";
import { makeSchema } from "./schema";

/** The schema as sorted SDL: what `schema.graphql` has to hold. */
export function printSortedSchema(): string {
  return `${printSchema(lexicographicSortSchema(makeSchema()))}\n`;
}
