import { Field, ObjectType, registerEnumType } from "type-graphql";
import { ChildEntity, Column } from "typeorm";
import { Node } from "../nodes/node.entity";

export enum ResponsibilityAxis {
  TECHNOLOGY = "TECHNOLOGY",
  SYSTEM = "SYSTEM",
  PEOPLE = "PEOPLE",
  PROCESS = "PROCESS",
  INFLUENCE = "INFLUENCE",
}
registerEnumType(ResponsibilityAxis, {
  name: "ResponsibilityAxis",
  description: "What a responsibility is about, after the axes of engineering ladders.",
  valuesConfig: {
    TECHNOLOGY: { description: "Knowing and using tools and techniques." },
    SYSTEM: { description: "Owning and shaping running systems." },
    PEOPLE: { description: "Working with and growing people." },
    PROCESS: { description: "How the work is organized." },
    INFLUENCE: { description: "Effect beyond one's own team." },
  },
});

@ChildEntity("RESPONSIBILITY")
@ObjectType({
  implements: Node,
  description: "A task or duty that comes with a role, e.g. design and build APIs.",
})
export class Responsibility extends Node {
  @Column("text", { nullable: true })
  @Field(() => ResponsibilityAxis, {
    nullable: true,
    description: "Technology, system, people, process or influence; null when no source says.",
  })
  axis!: ResponsibilityAxis | null;
}
