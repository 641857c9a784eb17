import { ApolloServer, type BaseContext } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { FastifyBaseLogger } from "fastify";
import { answerPlugin } from "./answer-plugin";
import { DocumentStore } from "./document-store";
import { makeFormatError } from "./format-error";
import { limitsPlugin } from "./limits-plugin";
import type { ServerParts } from "./server-parts";

/**
 * The GraphQL engine. Parsing, validation and execution are Apollo's; limits, error codes and HTTP
 * statuses are ours, as plugins. What Apollo defaults by NODE_ENV or by environment variables is
 * stated here, so that only `config.ts` decides.
 */
export function makeApollo<C extends BaseContext>(
  { schema, config }: Pick<ServerParts<C>, "schema" | "config">,
  log: FastifyBaseLogger,
): ApolloServer<C> {
  const { limits, introspection } = config;
  return new ApolloServer<C>({
    schema,
    nodeEnv: config.environment,
    introspection,
    // Suggestions ("Did you mean …") would tell what introspection no longer does.
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    documentStore: new DocumentStore(limits.documentCacheBytes),
    parseOptions: { maxTokens: limits.tokens },
    validationOptions: { maxErrors: 5 },
    executionOptions: { maxCoercionErrors: 5 },
    formatError: makeFormatError({ hidesSuggestions: !introspection }),
    logger: log,
    plugins: [
      // It would wrap every resolver; caching is not decided by hints.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      // APOLLO_KEY in the environment would turn these on: nothing is sent to anybody.
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      limitsPlugin(limits),
      answerPlugin(),
    ],
  });
}
