import { IsIn } from "class-validator";
import { type ClassType, Field, InputType, registerEnumType } from "type-graphql";
import { OrderDirection, type OrderTerm } from "./order";

/** One thing a list can be sorted by. */
export interface OrderField {
  description: string;
  /** SQL that is never null; it may use the aliases of the list's `FROM`. */
  sql: string;
  type: OrderTerm["type"];
}

export type OrderFields = Readonly<Record<string, OrderField>>;

/** A sort criterion as GraphQL hands it over. */
export interface OrderInput {
  field: string;
  direction: OrderDirection;
}

/** The input type of a sort criterion, e.g. `SkillOrder`, with its enum `SkillOrderField`. */
export function makeOrderInput(name: string, fields: OrderFields): ClassType<OrderInput> {
  const names = Object.keys(fields);
  const enumType = Object.fromEntries(names.map((field) => [field, field]));
  registerEnumType(enumType, {
    name: `${name}Field`,
    description: `What a list can be sorted by (${name}).`,
    valuesConfig: Object.fromEntries(
      names.map((field) => [field, { description: fields[field]?.description ?? "" }]),
    ),
  });

  @InputType(name, {
    description:
      "A sort criterion. Entries that are equal in all criteria follow in the order of their ids, reversed where the first criterion is DESC.",
  })
  class Order implements OrderInput {
    @Field(() => enumType, { description: "What to sort by." })
    @IsIn(names)
    field!: string;

    @Field(() => OrderDirection, {
      defaultValue: OrderDirection.ASC,
      description: "Which end comes first.",
    })
    direction!: OrderDirection;
  }
  return Order;
}

/** The terms of a sort; criteria are enum values, so only constants become SQL. */
export function toOrderTerms(order: readonly OrderInput[], fields: OrderFields): OrderTerm[] {
  return order.map(({ field, direction }) => {
    const known = fields[field];
    if (!known) throw new RangeError(`no order is known for ${field}`);
    return { sql: known.sql, type: known.type, direction };
  });
}
