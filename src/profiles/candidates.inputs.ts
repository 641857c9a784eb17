import { IsOptional, ValidateNested } from "class-validator";
import { Field, InputType, registerEnumType } from "type-graphql";
import { CareerLevelFilter } from "../career-levels/career-level.queries";
import { RoleFilter } from "../roles/role.queries";
import { RoleLevelFilter } from "../roles/role-level.queries";

export enum CandidateKind {
  ROLES = "ROLES",
  ROLE_LEVELS = "ROLE_LEVELS",
}
registerEnumType(CandidateKind, {
  name: "CandidateKind",
  description: "What a question ranks.",
  valuesConfig: {
    ROLES: {
      description:
        "Roles, each with what it asks for at its lowest level: what one needs to begin in it.",
    },
    ROLE_LEVELS: {
      description:
        "Levels of roles, each with what its role asks for and what is stated for the level; roles without levels are left aside.",
    },
  },
});

@InputType({
  description: "Which roles or role levels a question ranks; all given conditions hold.",
})
export class CandidateFilter {
  @Field(() => RoleFilter, {
    nullable: true,
    description:
      'Conditions on the role, of a role level on its role, e.g. `{ jobZone: { lte: 3 } }`, `{ statedBy: { eq: "esco" } }`, or by role family `{ broader: { some: { node: { slug: { eq: "engineering" } } } } }`.',
  })
  @IsOptional()
  @ValidateNested()
  role?: RoleFilter | null;

  @Field(() => RoleLevelFilter, {
    nullable: true,
    description: "Conditions on the role level; only where role levels are ranked.",
  })
  @IsOptional()
  @ValidateNested()
  roleLevel?: RoleLevelFilter | null;

  @Field(() => CareerLevelFilter, {
    nullable: true,
    description:
      'Conditions on the career level of the role level, e.g. `{ slug: { in: ["junior", "senior"] } }`; only where role levels are ranked.',
  })
  @IsOptional()
  @ValidateNested()
  careerLevel?: CareerLevelFilter | null;
}
