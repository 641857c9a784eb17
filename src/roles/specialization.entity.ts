import { ObjectType } from "type-graphql";
import { ChildEntity } from "typeorm";
import { Node } from "../nodes/node.entity";

@ChildEntity("SPECIALIZATION")
@ObjectType({
  implements: Node,
  description: "A variant of one role with requirements of its own, e.g. API Specialist.",
})
export class Specialization extends Node {}
