import { ObjectType } from "type-graphql";
import { ChildEntity } from "typeorm";
import { Edge } from "../edges/edge.entity";

/** Directed: the start is a kind of, or belongs under, the end (skos:broader). */
@ChildEntity("BROADER")
@ObjectType()
export abstract class Broader extends Edge {}
