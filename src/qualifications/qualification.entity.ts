import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { ChildEntity, Column } from "typeorm";
import { Node } from "../nodes/node.entity";

export enum QualificationKind {
  DEGREE = "DEGREE",
  CERTIFICATE = "CERTIFICATE",
  LICENCE = "LICENCE",
  EXPERIENCE = "EXPERIENCE",
}
registerEnumType(QualificationKind, {
  name: "QualificationKind",
  description: "What sort of proof a qualification is.",
  valuesConfig: {
    DEGREE: { description: "Formal education such as a university degree." },
    CERTIFICATE: { description: "A certificate that is earned by an exam or course." },
    LICENCE: { description: "A permission by law or a professional body." },
    EXPERIENCE: { description: "A stated amount or sort of practical experience." },
  },
});

@ChildEntity("QUALIFICATION")
@ObjectType({
  implements: Node,
  description: "A degree, certificate, licence or experience that an employer asks for.",
})
export class Qualification extends Node {
  @Column("text", { name: "qualification_kind" })
  @Field(() => QualificationKind, {
    name: "kind",
    description: "Degree, certificate, licence or experience.",
  })
  qualificationKind!: QualificationKind;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Who awards it; null when unknown or when nobody in particular does.",
  })
  issuer!: string | null;

  @Column("smallint", { name: "valid_months", nullable: true })
  @Field(() => Int, {
    nullable: true,
    description:
      "Months after which it has to be renewed; null when it does not expire or when unknown.",
  })
  validMonths!: number | null;

  @Column("text", { name: "level_frame", nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      "Level in a qualifications framework, e.g. `EQF 6` for a bachelor's degree; null when unknown.",
  })
  levelFrame!: string | null;
}
