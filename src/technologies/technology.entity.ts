import { Field, ObjectType, registerEnumType } from "type-graphql";
import { ChildEntity, Column } from "typeorm";
import { Node } from "../nodes/node.entity";

export enum TechnologyKind {
  CATEGORY = "CATEGORY",
  LANGUAGE = "LANGUAGE",
  FRAMEWORK = "FRAMEWORK",
  LIBRARY = "LIBRARY",
  RUNTIME = "RUNTIME",
  DATABASE = "DATABASE",
  TOOL = "TOOL",
  PLATFORM = "PLATFORM",
  SERVICE = "SERVICE",
  PROTOCOL = "PROTOCOL",
  STANDARD = "STANDARD",
}
registerEnumType(TechnologyKind, {
  name: "TechnologyKind",
  description: "What sort of thing a technology is.",
  valuesConfig: {
    CATEGORY: { description: "A class of technologies, e.g. relational database." },
    LANGUAGE: { description: "A programming, markup, style or query language, e.g. Python." },
    FRAMEWORK: { description: "A structure that an application is built into, e.g. Spring Boot." },
    LIBRARY: { description: "Code that an application calls, e.g. React." },
    RUNTIME: { description: "A program that executes other programs, e.g. Node.js." },
    DATABASE: { description: "A system that stores and queries data, e.g. PostgreSQL." },
    TOOL: { description: "A program that people work with, e.g. Git." },
    PLATFORM: {
      description: "An environment that applications run on or in, e.g. Kubernetes or AWS.",
    },
    SERVICE: { description: "A hosted function of a platform, e.g. AWS Lambda." },
    PROTOCOL: { description: "Rules by which programs talk to each other, e.g. HTTP." },
    STANDARD: { description: "An agreed format, style or specification, e.g. OpenAPI." },
  },
});

@ChildEntity("TECHNOLOGY")
@ObjectType({
  implements: Node,
  description: "A concrete language, framework, tool, platform, protocol or a category of these.",
})
export class Technology extends Node {
  @Column("text", { name: "technology_kind" })
  @Field(() => TechnologyKind, {
    name: "kind",
    description: "Language, framework, database, tool and so on.",
  })
  technologyKind!: TechnologyKind;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      "Company or foundation that stands behind it; null when unknown or when there is none.",
  })
  vendor!: string | null;

  @Column("text", { nullable: true })
  @Field(() => String, {
    name: "homepage",
    nullable: true,
    description: "Address of its home page; null when no source gives one.",
  })
  url!: string | null;

  @Column("boolean", { name: "is_hot", nullable: true })
  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether O*NET calls it a hot technology (asked for in many job postings); null when unknown.",
  })
  isHot!: boolean | null;
}
