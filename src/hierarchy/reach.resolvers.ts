import { Max, Min } from "class-validator";
import type { GraphQLResolveInfo } from "graphql";
import {
  Args,
  ArgsType,
  type ClassType,
  Ctx,
  Field,
  FieldResolver,
  Info,
  Int,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql";
import { Node } from "../nodes/node.entity";
import { makeConnection, type PageEdge, wantedOf } from "../paging/connection";
import { PageArgs } from "../paging/page-args";
import type { Context } from "../server/context";
import { NODE_TAGS, type NodeKind } from "../shared/global-id";
import { Skill } from "../skills/skill.entity";
import { Technology } from "../technologies/technology.entity";
import { HIERARCHICAL } from "./broader.links";
import type { Reach } from "./reach-pages";

type NodeType = ClassType<Node> | (abstract new () => Node);

/** The longest way that is followed. */
const MAX_DEPTH = 20;

@ArgsType()
class ReachArguments extends PageArgs {
  @Field(() => Int, {
    defaultValue: 10,
    description: `How many links to follow at most, 1 to ${MAX_DEPTH}.`,
  })
  @Min(1)
  @Max(MAX_DEPTH)
  maxDepth: number = 10;
}

@ArgsType()
class ChainArguments extends ReachArguments {
  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether to follow recommended prerequisites too, not only essential ones.",
  })
  includeRecommended: boolean = false;
}

/** Edge and connection types for what is reached over links. */
function makeReached(name: string, node: NodeType): ClassType<object> {
  @ObjectType(`${name}Edge`, { description: "A node that is reached over one or more links." })
  class ReachedEdge {
    @Field(() => String, { description: "Cursor of this entry, for `after`." })
    cursor!: string;

    @Field(() => node as ClassType<Node>, { description: "The node that is reached." })
    node!: Node;

    @Field(() => Int, { description: "Links on the shortest way to it, from 1." })
    depth!: number;
  }
  const edge = ReachedEdge as unknown as ClassType<PageEdge<Node>>;
  return makeConnection<Node>(
    name,
    () => node as ClassType<Node>,
    () => edge,
  );
}

interface ReachField {
  on: NodeType;
  field: string;
  connection: ClassType<object>;
  args: ClassType<ReachArguments>;
  reach: Omit<Reach, "name" | "essentialOnly">;
  description: string;
}

function makeReachResolver({
  on,
  field,
  connection,
  args,
  reach,
  description,
}: ReachField): ClassType<object> {
  const isChain = reach.kind === "PREREQUISITE";

  @Resolver(() => on as ClassType<Node>)
  class ReachResolver {
    @FieldResolver(() => connection, { name: field, description })
    // TypeGraphQL tells field resolvers of one type apart by the name of their method.
    [field](
      @Root() node: Node,
      @Args(() => args) { first, after, maxDepth, ...more }: ReachArguments,
      @Ctx() { loaders }: Context,
      @Info() info: GraphQLResolveInfo,
    ) {
      const essentialOnly = isChain && !(more as Partial<ChainArguments>).includeRecommended;
      return loaders.reach
        .of(
          { ...reach, name: `${on.name}.${field}`, essentialOnly },
          { first, after, maxDepth },
          wantedOf(info),
        )
        .load(node.uuid);
    }
  }
  return ReachResolver;
}

const ANY_KIND = Object.keys(NODE_TAGS) as NodeKind[];
const ReachedNodes = makeReached("ReachedNode", Node);
const ReachedSkills = makeReached("ReachedSkill", Skill);
const ReachedTechnologies = makeReached("ReachedTechnology", Technology);

const HIERARCHY_REACH = HIERARCHICAL.flatMap(({ on }) =>
  (
    [
      [
        "ancestors",
        "forward",
        "All broader nodes, over any number of steps up: the nearest first, each once.",
      ],
      [
        "descendants",
        "backward",
        "All narrower nodes, over any number of steps down: the nearest first, each once.",
      ],
    ] as const
  ).map(([field, direction, description]) =>
    makeReachResolver({
      on,
      field,
      connection: ReachedNodes,
      args: ReachArguments,
      reach: { kind: "BROADER", direction, nodeKinds: ANY_KIND },
      description,
    }),
  ),
);

export const REACH_FIELDS = [
  ...HIERARCHY_REACH,
  makeReachResolver({
    on: Skill,
    field: "prerequisiteChain",
    connection: ReachedSkills,
    args: ChainArguments,
    reach: { kind: "PREREQUISITE", direction: "forward", nodeKinds: ["SKILL"] },
    description:
      "All skills to have before this one, prerequisites of prerequisites included: the nearest first, each once.",
  }),
  makeReachResolver({
    on: Skill,
    field: "unlockChain",
    connection: ReachedSkills,
    args: ChainArguments,
    reach: { kind: "PREREQUISITE", direction: "backward", nodeKinds: ["SKILL"] },
    description:
      "All skills that this one leads to over prerequisites: the nearest first, each once.",
  }),
  makeReachResolver({
    on: Technology,
    field: "dependencyChain",
    connection: ReachedTechnologies,
    args: ReachArguments,
    reach: { kind: "DEPENDS_ON", direction: "forward", nodeKinds: ["TECHNOLOGY"] },
    description:
      "All technologies that this one needs, needs of needs included: the nearest first, each once.",
  }),
];
