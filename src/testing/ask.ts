import {
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  graphql,
} from "graphql";
import { compute } from "../career-index/compute/compute";
import { IndexKeeper } from "../career-index/index-keeper";
import type { Database } from "../database/database";
import { makeSchema } from "../schema";
import { type Mappings, makeContext, makeMappings } from "../server/context";
import { isDefect, makeFormatError } from "../server/format-error";

export interface Answer {
  /** What the operation selects, of the type that the test expects; null when nothing could be given. */
  // biome-ignore lint/suspicious/noExplicitAny: a test knows what its operation selects.
  data: any;
  /** As a client gets them, with their codes; empty when all went well. */
  errors: readonly GraphQLFormattedError[];
  /** The SQL statements that the operation sent, in their order. */
  statements: string[];
}

/** Runs one operation against the schema without HTTP and limits: one reader and one context, as for a request. */
export async function ask(
  database: Database,
  source: string,
  variables?: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const statements: string[] = [];
  const reader = database.reader();
  const stopListening = database.onStatement((sql) => statements.push(sql));
  try {
    const result = await graphql({
      schema: schemaOnce(),
      source,
      variableValues: variables,
      contextValue: makeContext(reader, mappingsOf(database), keeperOf(database)),
    });
    // Through JSON, as a client gets it: plain objects, no instances.
    const { data } = JSON.parse(JSON.stringify({ data: result.data ?? null }));
    return { data, errors: (result.errors ?? []).map(toShown), statements };
  } finally {
    stopListening();
    await reader.close();
  }
}

const format = makeFormatError({ hidesSuggestions: false });

/** As the server shows it; a defect keeps its message, so that a test that fails says why. */
function toShown(error: GraphQLError): GraphQLFormattedError {
  const shown = format(error.toJSON(), error);
  return isDefect(shown) ? { ...shown, message: error.message } : shown;
}

let schema: GraphQLSchema | undefined;

/** Built once for each test file: it takes half a second. */
function schemaOnce(): GraphQLSchema {
  schema ??= makeSchema();
  return schema;
}

const mappings = new WeakMap<Database, Mappings>();

function mappingsOf(database: Database): Mappings {
  const known = mappings.get(database) ?? makeMappings(database.dataSource);
  mappings.set(database, known);
  return known;
}

const keepers = new WeakMap<Database, IndexKeeper>();

/** One for each database, as for each process of the server. */
export function keeperOf(database: Database): IndexKeeper {
  const known = keepers.get(database) ?? new IndexKeeper(database, compute);
  keepers.set(database, known);
  return known;
}
