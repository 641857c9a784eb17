import { ArrayMaxSize, IsOptional } from "class-validator";
import {
  Args,
  ArgsType,
  Ctx,
  Extensions,
  Field,
  FieldResolver,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { EDGE_KINDS } from "../career-index/structure/structure-part";
import type { EdgeKind } from "../edges/edge.entity";
import { LinkKind } from "../edges/link.types";
import { Node } from "../nodes/node.entity";
import { requireLoaded } from "../nodes/require-loaded";
import type { Context } from "../server/context";
import { Skill } from "../skills/skill.entity";
import { countLabels } from "./graph-stats.queries";
import {
  countGraph,
  coverLocales,
  deprecatedIds,
  describeShape,
  findUntaught,
} from "./graph-stats.service";
import {
  GraphShape,
  GraphStats,
  LinkCycle,
  LocaleCoverage,
  RelationStats,
  SHOWN_NODES,
  UntaughtSkills,
} from "./graph-stats.types";

@ArgsType()
class GraphStatsArgs {
  @Field(() => [LinkKind], {
    nullable: true,
    description:
      "Which kinds of links to describe in `relations`; of an empty list none. Left out: all kinds.",
  })
  @IsOptional()
  @ArrayMaxSize(EDGE_KINDS.length)
  relations?: EdgeKind[] | null;
}

@Resolver(() => GraphStats)
export class GraphStatsResolver {
  @Query(() => GraphStats, {
    nullable: true,
    description:
      "What the graph is made of: counts by kind, how links of each kind hang together, languages, skills that nothing teaches. `shape` is worked out once for each state of the graph, which after an import may take some seconds. Null only when it failed; `errors` says why.",
  })
  async graphStats(
    @Args(() => GraphStatsArgs) { relations }: GraphStatsArgs,
    @Ctx() { careerIndex }: Context,
  ): Promise<GraphStats> {
    return countGraph(await careerIndex.structure(), relations ?? EDGE_KINDS);
  }

  @FieldResolver(() => GraphShape, { description: "Links of all kinds together." })
  async shape(@Ctx() { careerIndex }: Context): Promise<GraphShape> {
    return describeShape(await careerIndex.structure(), null);
  }

  @Extensions({ listSize: 30 })
  @FieldResolver(() => [LocaleCoverage], {
    description:
      "How far the names are translated, for each language that has a label: the one with most labels first, then by tag.",
  })
  async locales(@Ctx() { careerIndex, reader }: Context): Promise<LocaleCoverage[]> {
    const structure = await careerIndex.structure();
    return coverLocales(structure, await countLabels(reader, deprecatedIds(structure)));
  }

  @FieldResolver(() => UntaughtSkills, {
    description: "Skills for which the graph knows nothing to learn them with.",
  })
  async untaughtSkills(@Ctx() { careerIndex }: Context): Promise<UntaughtSkills> {
    return findUntaught(await careerIndex.structure());
  }
}

@Resolver(() => RelationStats)
export class RelationStatsResolver {
  @FieldResolver(() => GraphShape, { description: "How the links of this kind hang together." })
  async shape(
    @Root() { kind }: RelationStats,
    @Ctx() { careerIndex }: Context,
  ): Promise<GraphShape> {
    return describeShape(await careerIndex.structure(), kind);
  }
}

@Resolver(() => GraphShape)
export class GraphShapeResolver {
  @Extensions({ listSize: SHOWN_NODES })
  @FieldResolver(() => [Node], {
    description: `The first ${SHOWN_NODES} of the nodes without such a link, by id.`,
  })
  orphans(@Root() { orphanIds }: GraphShape, @Ctx() context: Context): Promise<Node[]> {
    return loadAll(context, orphanIds);
  }
}

@Resolver(() => LinkCycle)
export class LinkCycleResolver {
  @Extensions({ listSize: SHOWN_NODES })
  @FieldResolver(() => [Node], { description: `The first ${SHOWN_NODES} of them, by id.` })
  nodes(@Root() { nodeIds }: LinkCycle, @Ctx() context: Context): Promise<Node[]> {
    return loadAll(context, nodeIds);
  }
}

@Resolver(() => UntaughtSkills)
export class UntaughtSkillsResolver {
  @Extensions({ listSize: SHOWN_NODES })
  @FieldResolver(() => [Skill], { description: `The first ${SHOWN_NODES} of them, by id.` })
  skills(@Root() { skillIds }: UntaughtSkills, @Ctx() context: Context): Promise<Skill[]> {
    return Promise.all(
      skillIds.map((id) => requireLoaded(context.loaders.nodes.byId.load(id), Skill)),
    );
  }
}

function loadAll(context: Context, ids: readonly string[]): Promise<Node[]> {
  return Promise.all(ids.map((id) => requireLoaded(context.loaders.nodes.byId.load(id), Node)));
}
