import { DateTimeResolver } from "graphql-scalars";
import { type ClassType, Field, Float, ID, Int, ObjectType } from "type-graphql";
import { Origin } from "../edges/edge.entity";
import { makeConnection, makeListEdge } from "../paging/connection";
import { toGlobalId } from "../shared/global-id";

@ObjectType({
  description:
    "A named detail of an assertion; exactly one of text, number, boolean and list is set.",
})
export class Qualifier {
  @Field(() => String, { description: "What it tells, e.g. `frequency`, `branch` or `basis`." })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: "Its value when it is a text; null otherwise.",
  })
  text!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: "Its value when it is a number; null otherwise.",
  })
  number!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Its value when it is true or false; null otherwise.",
  })
  boolean!: boolean | null;

  @Field(() => [String], {
    nullable: true,
    description: "Its value when it is a list of texts; null otherwise.",
  })
  list!: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: "Unit of the number, e.g. `years`; null when it has none.",
  })
  unit!: string | null;
}

@ObjectType({ description: "One value that a source states of a node or link." })
export class StatedValue {
  @Field(() => String, { description: "Name of the value, e.g. `description` or `importance`." })
  name!: string;

  @Field(() => String, { description: "The value as text; lists and objects as JSON." })
  value!: string;
}

@ObjectType({
  description:
    "What one source says of a node or of a link: where it says so, in which words and how firmly.",
})
export class Assertion {
  uuid!: string;
  sourceId!: string;
  nodeId!: string | null;
  edgeId!: string | null;
  fields!: Readonly<Record<string, unknown>>;

  @Field(() => ID, {
    name: "id",
    description: "Permanent id of this assertion. Treat it as opaque.",
  })
  get globalId(): string {
    return toGlobalId("ASSERTION", this.uuid);
  }

  @Field(() => Origin, { description: "Editor, curated, imported or derived." })
  origin!: Origin;

  @Field(() => String, {
    nullable: true,
    description:
      "Where in the source it stands, e.g. `lines 3, 5`; null when the source is a whole.",
  })
  locator!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The words of the source; null when not kept.",
  })
  wording!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "How firmly the source says it, in its own scale, e.g. `required` or `typical`; null when it does not say.",
  })
  strength!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: "How sure the source is, 0 to 1; null when it does not say.",
  })
  confidence!: number | null;

  @Field(() => [Qualifier], {
    description:
      "Further details that the source gives, in the order of their names; at most a few.",
  })
  qualifiers!: Qualifier[];

  @Field(() => Int, { description: "Revision of the graph in which this assertion last changed." })
  revision!: number;

  @Field(() => DateTimeResolver, {
    description: "When this installation first stored the assertion.",
  })
  createdAt!: Date;

  @Field(() => [StatedValue], {
    description:
      "The values that this source states, by name. Where sources differ, the node or link shows the editor's before the curated, the imported and the derived one.",
  })
  get values(): StatedValue[] {
    return Object.entries(this.fields)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) =>
        Object.assign(new StatedValue(), {
          name,
          value: typeof value === "string" ? value : JSON.stringify(value),
        }),
      );
  }
}

const AssertionEdge = makeListEdge("Assertion", () => Assertion as ClassType<Assertion>);
export const AssertionConnection = makeConnection(
  "Assertion",
  () => Assertion as ClassType<Assertion>,
  () => AssertionEdge,
);
