import { ObjectType } from "type-graphql";
import { ChildEntity } from "typeorm";
import { Edge } from "../edges/edge.entity";

/** A role has a specialization. */
@ChildEntity("HAS_SPECIALIZATION")
@ObjectType()
export abstract class HasSpecialization extends Edge {}
