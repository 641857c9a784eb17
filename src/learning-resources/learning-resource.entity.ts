import { LocaleResolver } from "graphql-scalars";
import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { ChildEntity, Column } from "typeorm";
import { Node } from "../nodes/node.entity";

export enum LearningResourceKind {
  COURSE = "COURSE",
  BOOK = "BOOK",
  VIDEO = "VIDEO",
  DOCUMENTATION = "DOCUMENTATION",
  TUTORIAL = "TUTORIAL",
  PROJECT = "PROJECT",
  PLATFORM = "PLATFORM",
  COMMUNITY = "COMMUNITY",
}
registerEnumType(LearningResourceKind, {
  name: "LearningResourceKind",
  description: "What sort of thing one learns with.",
  valuesConfig: {
    COURSE: { description: "A course with a beginning and an end." },
    BOOK: { description: "A book, printed or electronic." },
    VIDEO: { description: "A video or a series of videos." },
    DOCUMENTATION: { description: "Official documentation or a reference." },
    TUTORIAL: { description: "A guided introduction, shorter than a course." },
    PROJECT: { description: "Something to build by oneself." },
    PLATFORM: { description: "A site that offers many courses." },
    COMMUNITY: { description: "People and a place to ask, share and work together." },
  },
});

@ChildEntity("LEARNING_RESOURCE")
@ObjectType({
  implements: Node,
  description: "Something to learn with: a book, course, project, platform and so on.",
})
export class LearningResource extends Node {
  @Column("text", { name: "resource_kind" })
  @Field(() => LearningResourceKind, {
    name: "kind",
    description: "Book, course, project and so on.",
  })
  resourceKind!: LearningResourceKind;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Publisher, author or site that offers it; null when unknown.",
  })
  provider!: string | null;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "Address; null when no source gives one." })
  url!: string | null;

  @Column("integer", { nullable: true })
  @Field(() => Int, {
    name: "totalMinutes",
    nullable: true,
    description:
      "Estimated time to work through it, in minutes; null when unknown or when it has no end.",
  })
  minutes!: number | null;

  @Column("real", { nullable: true })
  @Field(() => Float, {
    nullable: true,
    description:
      "What it costs one learner, 0 or more, in `currency`; 0 when it is free. Null when no source gives a price, which does not mean that it is free.",
  })
  price!: number | null;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      "Currency of `price` as three capital letters after ISO 4217, e.g. `EUR`; null when no price is known, and allowed to be null when the price is 0.",
  })
  currency!: string | null;

  @Column("text", { nullable: true })
  @Field(() => LocaleResolver, {
    nullable: true,
    description: "Language it is in, e.g. `en`; null when unknown.",
  })
  locale!: string | null;
}
