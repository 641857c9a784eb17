import { ObjectType } from "type-graphql";
import { ChildEntity } from "typeorm";
import { Edge } from "../edges/edge.entity";

/** Directed: the start cannot work without the end, or is built on it. */
@ChildEntity("DEPENDS_ON")
@ObjectType()
export abstract class TechnologyDependency extends Edge {}

/** Directed: the start belongs to the ecosystem of the end, e.g. Django to Python. */
@ChildEntity("BELONGS_TO")
@ObjectType()
export abstract class TechnologyMembership extends Edge {}
