import type { ApolloServerPlugin, BaseContext } from "@apollo/server";
import { notesOf } from "./answer-notes";
import { checkOperation } from "./limits/check-operation";
import type { Limits } from "./limits/limit-values";

/**
 * Puts every operation to the limits when it is parsed and validated and nothing has run, and
 * answers with what it cost: `extensions.cost` (0 when the document was refused before that).
 *
 * Before this point only the tokens limit holds; 2,000 tokens are parsed and validated in 0.15 s at worst.
 */
export function limitsPlugin<C extends BaseContext>(limits: Limits): ApolloServerPlugin<C> {
  return {
    async requestDidStart() {
      let cost = 0;
      return {
        async didResolveOperation({ schema, document, operation, request }) {
          // An unknown operation name; Apollo answers that.
          if (operation === undefined) return;
          const variables = request.variables ?? {};
          request.variables = checkOperation(
            { schema, document, operation, variables },
            limits,
            (points) => {
              cost = Math.min(points, Number.MAX_SAFE_INTEGER);
            },
          );
        },
        async willSendResponse(context) {
          const { body } = context.response;
          if (body.kind !== "single") return;
          body.singleResult.extensions = {
            ...body.singleResult.extensions,
            cost: { requestedQueryCost: cost, maximumAvailable: limits.cost },
          };
          const notes = notesOf(context);
          if (notes !== undefined) notes.cost = cost;
        },
      };
    },
  };
}
