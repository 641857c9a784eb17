import { ValidateNested } from "class-validator";
import { ArgsType, Field } from "type-graphql";
import { PositionInput } from "../profiles/profile.inputs";

@ArgsType()
export class CompareRolesArgs {
  @Field(() => PositionInput, {
    description: 'One role or role level, e.g. `{ role: { slug: "backend-developer" } }`.',
  })
  @ValidateNested()
  a!: PositionInput;

  @Field(() => PositionInput, {
    description: "The other one; it may be another level of the same role.",
  })
  @ValidateNested()
  b!: PositionInput;
}
