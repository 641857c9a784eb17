import { LocaleResolver } from "graphql-scalars";
import { Extensions, Field, Float, Int, ObjectType } from "type-graphql";
import type { EdgeKind } from "../edges/edge.entity";
import { LinkKind } from "../edges/link.types";
import { NodeKindEnum } from "../nodes/node-kind";
import type { NodeKind } from "../shared/global-id";

/** How many of a long list are shown as nodes. */
export const SHOWN_NODES = 10;
/** How many sets of nodes on cycles are shown. */
export const SHOWN_CYCLES = 5;

@ObjectType({ description: "How many nodes of one kind the graph has." })
export class NodeKindStats {
  @Field(() => NodeKindEnum, { description: "The kind that is counted." })
  kind!: NodeKind;

  @Field(() => Int, { description: "Nodes of the kind that are in use." })
  activeCount!: number;

  @Field(() => Int, { description: "Nodes of the kind that are no longer in use." })
  deprecatedCount!: number;
}

@ObjectType({
  description:
    "Nodes that reach each other over links of one kind, so that no order of them exists.",
})
export class LinkCycle {
  nodeIds!: readonly string[];

  @Field(() => Int, { description: "How many nodes reach each other, 2 or more." })
  nodeCount!: number;
}

@ObjectType({
  description:
    "Numbers that describe a graph: nodes in use and the links between them, all of them or those of one kind.",
})
export class GraphShape {
  orphanIds!: readonly string[];

  @Field(() => Int, {
    description:
      "Nodes in use; of one kind of links those of the kinds that have such a link, e.g. for PREREQUISITE all skills. 0 when nothing has such a link.",
  })
  nodeCount!: number;

  @Field(() => Int, { description: "Links between nodes in use." })
  linkCount!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "Share of the ordered pairs of different nodes that a link connects, 0 to 1: pairs / (n × (n − 1)). Null with fewer than two nodes.",
  })
  density!: number | null;

  @Field(() => Int, { description: "How many of the nodes have no such link to another node." })
  orphanCount!: number;

  @Field(() => Int, {
    description:
      "Parts that no link connects, directions ignored; a node without links is a part of its own.",
  })
  componentCount!: number;

  @Field(() => Int, { description: "Nodes of the largest part; 0 without nodes." })
  largestComponentSize!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      "Sets of nodes that reach each other (strongly connected components with a cycle); a set with many cycles counts once. Null for links without a direction and for all kinds together, where following links means nothing.",
  })
  cycleCount!: number | null;

  @Extensions({ listSize: SHOWN_CYCLES })
  @Field(() => [LinkCycle], {
    description: `The first ${SHOWN_CYCLES} of these sets, by id of their first node; empty where \`cycleCount\` is null.`,
  })
  cycles!: LinkCycle[];

  @Field(() => Int, {
    nullable: true,
    description:
      "Links of the longest chain that follows the links, where a set of `cycles` counts as one node; null where `cycleCount` is null.",
  })
  longestChain!: number | null;
}

@ObjectType({ description: "How links of one kind connect the graph." })
export class RelationStats {
  @Field(() => LinkKind, { description: "The kind of links." })
  kind!: EdgeKind;

  @Field(() => Int, {
    description:
      "Links of the kind between two nodes, in use or not. Statements whose object is a value are none.",
  })
  linkCount!: number;
}

@ObjectType({ description: "How many nodes of one kind have a preferred label in a language." })
export class NodeKindCoverage {
  @Field(() => NodeKindEnum, { description: "The kind that is counted." })
  kind!: NodeKind;

  @Field(() => Int, { description: "Nodes of the kind that are in use." })
  nodeCount!: number;

  @Field(() => Int, { description: "How many of them have a preferred label in the language." })
  labelledCount!: number;

  @Field(() => Float, { description: "`labelledCount` / `nodeCount`, 0 to 1." })
  share!: number;
}

@ObjectType({ description: "How far the names of nodes are translated into one language." })
export class LocaleCoverage {
  @Field(() => LocaleResolver, {
    description: "The language, exactly as labels have it: `de` says nothing of `de-AT`.",
  })
  locale!: string;

  @Field(() => Int, {
    description: "Nodes in use, of any kind, with a preferred label in the language.",
  })
  labelledCount!: number;

  @Field(() => Float, { description: "Share of all nodes in use that have one, 0 to 1." })
  share!: number;

  @Extensions({ listSize: Object.keys(NodeKindEnum).length })
  @Field(() => [NodeKindCoverage], {
    description:
      "The same for each kind of nodes that is in use, in the order of the enum `NodeKind`.",
  })
  kinds!: NodeKindCoverage[];
}

@ObjectType({ description: "Skills in use that no learning resource in use teaches." })
export class UntaughtSkills {
  skillIds!: readonly string[];

  @Field(() => Int, { description: "How many there are." })
  skillCount!: number;

  @Field(() => Float, {
    nullable: true,
    description: "Share of all skills in use, 0 to 1; null when there is no skill.",
  })
  share!: number | null;
}

@ObjectType({
  description:
    "What the graph is made of and how it hangs together. Numbers are of the revision that the request sees, or of a later one.",
})
export class GraphStats {
  @Field(() => Int, { description: "Nodes in use, of all kinds." })
  nodeCount!: number;

  @Field(() => Int, {
    description: "Links between two nodes, of all kinds, whether the nodes are in use or not.",
  })
  linkCount!: number;

  @Extensions({ listSize: Object.keys(NodeKindEnum).length })
  @Field(() => [NodeKindStats], {
    description: "Nodes by kind, in the order of the enum `NodeKind`; all kinds, also empty ones.",
  })
  nodeKinds!: NodeKindStats[];

  @Extensions({ listSize: Object.keys(LinkKind).length })
  @Field(() => [RelationStats], {
    description: "Links by kind, in the order of the enum `LinkKind`: the kinds that were asked.",
  })
  relations!: RelationStats[];
}
