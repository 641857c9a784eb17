import { LocaleResolver } from "graphql-scalars";
import { type ClassType, Field, ObjectType, registerEnumType } from "type-graphql";
import { makeConnection, makeListEdge } from "../paging/connection";

export enum LabelKind {
  PREFERRED = "PREFERRED",
  ALTERNATIVE = "ALTERNATIVE",
  HIDDEN = "HIDDEN",
}
registerEnumType(LabelKind, {
  name: "LabelKind",
  description: "What a label is for, after SKOS.",
  valuesConfig: {
    PREFERRED: { description: "The name to show; one for each language." },
    ALTERNATIVE: { description: "Another name, an abbreviation or a spelling." },
    HIDDEN: { description: "Found by search but not shown, e.g. a common misspelling." },
  },
});

@ObjectType({ description: "A name of a node in one language." })
export class Label {
  @Field(() => LocaleResolver, { description: "Language, e.g. `de`." })
  locale!: string;

  @Field(() => LabelKind, { description: "Preferred, alternative or hidden." })
  kind!: LabelKind;

  @Field(() => String, { description: "The name itself, as it is written in its language." })
  text!: string;
}

const LabelEdge = makeListEdge("Label", () => Label as ClassType<Label>);
export const LabelConnection = makeConnection(
  "Label",
  () => Label as ClassType<Label>,
  () => LabelEdge,
);

export enum TextKind {
  DESCRIPTION = "DESCRIPTION",
  DEFINITION = "DEFINITION",
  SCOPE_NOTE = "SCOPE_NOTE",
}

/** A text with the language it was found in. */
export interface LocalizedText {
  text: string;
  locale: string;
}
