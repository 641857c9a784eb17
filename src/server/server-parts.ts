import type { GraphQLSchema } from "graphql";
import type { Config } from "../config";

/** What `createServer` puts together. `C` is the context that resolvers get. */
export interface ServerParts<C> {
  schema: GraphQLSchema;
  config: Config;
  /**
   * Makes what one request may use. Called after the request was found well-formed and before the
   * document is parsed, so it should be cheap. Apollo hands resolvers a shallow copy of the context.
   * `signal` aborts when the client is gone or the time is up. `dispose` is called exactly once; the
   * answer does not wait for it, closing the server does.
   */
  openRequest(info: { requestId: string; signal: AbortSignal }): {
    context: C;
    dispose(): Promise<void>;
  };
  /** Whether requests can be answered now, and if not why; reasons are public. Asked once a second at most. */
  readiness(): Promise<Readiness>;
  /** Operations for the playground, in one document; each opens in a tab with the comments above it. */
  exampleQueries: string;
  /** Where log lines go; standard output when absent. */
  logTo?: { write(line: string): void };
}

export interface Readiness {
  ready: boolean;
  reasons: string[];
}
