import { ArrayMaxSize, MaxLength } from "class-validator";
import { Arg, Args, ArgsType, Ctx, Field, ID, Query, Resolver } from "type-graphql";
import type { Context } from "../server/context";
import { requireGlobalId } from "../shared/global-id";
import { Node } from "./node.entity";

/** The most nodes that one call of `nodes` gives. */
const MAX_NODES = 100;

@ArgsType()
class NodesArgs {
  @Field(() => [ID], { description: `Ids of nodes of any types; at most ${MAX_NODES}.` })
  @ArrayMaxSize(MAX_NODES)
  @MaxLength(100, { each: true })
  ids!: string[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether to give the successor in place of a deprecated node that has one.",
  })
  resolve: boolean = false;
}

@Resolver()
export class NodesResolver {
  @Query(() => Node, {
    nullable: true,
    description:
      "The node with this id, of any type; null when there is none. An id of a source key that was merged into another node gives that node.",
  })
  node(
    @Arg("id", () => ID, { description: "Id of a node of any type." }) id: string,
    @Ctx() context: Context,
  ): Promise<Node | null> {
    // No further argument: Relay's compiler asks for exactly `node(id:)`.
    return findByGlobalId(context, id, "id");
  }

  @Query(() => [Node], {
    nullable: "items",
    description:
      "The nodes with these ids in the order asked, null in the place of an id that does not exist.",
  })
  nodes(
    @Args(() => NodesArgs) { ids, resolve }: NodesArgs,
    @Ctx() context: Context,
  ): Promise<(Node | null)[]> {
    return Promise.all(
      ids.map(async (id, index) => {
        const node = await findByGlobalId(context, id, `ids.${index}`);
        return resolve ? followReplacements(context, node) : node;
      }),
    );
  }
}

async function findByGlobalId(
  { loaders }: Context,
  id: string,
  path: string,
): Promise<Node | null> {
  const { kind, uuid } = requireGlobalId(id, path);
  const node = await loaders.nodes.byId.load(uuid);
  return node?.kind === kind ? node : null;
}

/** Chains of replacements have no cycle; the bound protects from one all the same. */
const MAX_REPLACEMENTS = 20;

async function followReplacements({ loaders }: Context, start: Node | null): Promise<Node | null> {
  let node = start;
  for (let step = 0; node?.replacedById && step < MAX_REPLACEMENTS; step++)
    node = await loaders.nodes.byId.load(node.replacedById);
  return node;
}
