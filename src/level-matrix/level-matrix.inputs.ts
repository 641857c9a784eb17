import { ArrayMaxSize, IsOptional, ValidateNested } from "class-validator";
import { ArgsType, Field } from "type-graphql";
import { NodeBy } from "../nodes/node-queries";

/** More than any ladder has; the longest known one has 8. */
const MAX_LEVELS = 50;

@ArgsType()
export class LevelMatrixArgs {
  @Field(() => NodeBy, { description: 'Which role, e.g. `{ slug: "backend-developer" }`.' })
  @ValidateNested()
  role!: NodeBy;

  @Field(() => [NodeBy], {
    nullable: true,
    description: `Which career levels of the role to compare, e.g. \`[{ slug: "junior" }, { slug: "senior" }]\`, at most ${MAX_LEVELS}, in any order; an empty list compares none. Left out or null: all levels of the role.`,
  })
  @IsOptional()
  @ArrayMaxSize(MAX_LEVELS)
  @ValidateNested({ each: true })
  levels?: NodeBy[] | null;

  @Field(() => NodeBy, {
    nullable: true,
    description:
      "A specialization of the role: what it asks for goes before what the levels ask for.",
  })
  @IsOptional()
  @ValidateNested()
  specialization?: NodeBy | null;
}
