import { Field, Int, ObjectType } from "type-graphql";
import { PageInfo } from "../paging/connection";

/** One place of a ranking that was computed. `node` is a UUID here; `makeComputedNodes` gives the field that loads it. */
@ObjectType()
export abstract class RankedEdge {
  @Field(() => String, { description: "Cursor of this entry, for `after`." })
  cursor!: string;

  node!: string;
}

/** A page of a ranking that was computed: beside what is declared here it has `edges`. */
@ObjectType()
export abstract class RankedConnection {
  nodes!: string[];

  @Field(() => PageInfo, { description: "Where this page stands in the ranking." })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: "How many entries the whole ranking has." })
  totalCount!: number;
}
