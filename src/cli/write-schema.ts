import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { printSortedSchema } from "../print-schema";

/** `npm run schema:write`: writes schema.graphql, the committed contract. */
writeFileSync(join(process.cwd(), "schema.graphql"), printSortedSchema());
