import { ArrayMaxSize, IsOptional, ValidateNested } from "class-validator";
import { ArgsType, type ClassType, Field } from "type-graphql";
import type { OrderInput } from "../paging/order-input";
import { PageArgs } from "../paging/page-args";
import { EdgeFilter } from "./edge-filter";
import { EdgeOrder } from "./edge-order";
import type { EdgePageArgs } from "./edge-pages";

/** Arguments of a list of links: page, filter and order. */
export function makeEdgeArgs<F extends EdgeFilter>(
  filterType: ClassType<F>,
  orderType: ClassType<OrderInput>,
  defaultOrder: string,
): ClassType<EdgePageArgs> {
  @ArgsType()
  class EdgeArgs extends PageArgs {
    @Field(() => filterType, {
      nullable: true,
      description: "Which links to give; all when left out.",
    })
    @IsOptional()
    @ValidateNested()
    filter?: F | null;

    @Field(() => [orderType], {
      nullable: true,
      description: `What to sort by, the first criterion first; at most 5. Without it: ${defaultOrder}.`,
    })
    @IsOptional()
    @ArrayMaxSize(5)
    @ValidateNested({ each: true })
    orderBy?: OrderInput[] | null;
  }
  return EdgeArgs;
}

/** Arguments of links that have no attributes of their own to filter or sort by. */
export const EdgeArgs = makeEdgeArgs(EdgeFilter, EdgeOrder, "by the name of the other end");
