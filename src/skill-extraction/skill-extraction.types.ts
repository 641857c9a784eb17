import { Extensions, Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Evidence } from "../algorithms/text-matching/name-rules";
import { Label } from "../labels/label.types";
import { Node } from "../nodes/node.entity";
import { makeConnection, type PageEdge } from "../paging/connection";

/** The most places that are listed of one skill; it is rarely named more than ten times. */
export const MAX_MENTIONS = 100;

/** Values of `Evidence` as a GraphQL enum. */
export const NameEvidenceEnum: { readonly [E in Evidence]: E } = {
  LIST: "LIST",
  CONTEXT: "CONTEXT",
  CASE: "CASE",
  NEARBY: "NEARBY",
  SAME_WORDS: "SAME_WORDS",
};
registerEnumType(NameEvidenceEnum, {
  name: "NameEvidence",
  description:
    "Why words that are short or mean something else in everyday language, such as Go, R, Spring or Excel, were taken for a name.",
  valuesConfig: {
    LIST: {
      description: "They are an item of a list beside a technology: `Java, Go and C`. Factor 0.9.",
    },
    CONTEXT: {
      description:
        "A word such as `developer`, `language` or `Kenntnisse` stands beside them: `R programming`. Factor 0.85.",
    },
    CASE: {
      description:
        "They have the capital of the name where no sentence begins: `reports in Excel`. Factor 0.8.",
    },
    NEARBY: {
      description:
        "They have the capital of the name, and a technology stands close by in the same sentence. Factor 0.7.",
    },
    SAME_WORDS: {
      description:
        "The same words are another name that needs no evidence, so this is named, too. Factor 1.",
    },
  },
});

@ObjectType({
  description:
    "A place of a text where a skill or technology is named, counted from 0 in UTF-16 code units of the text as it was sent, as JavaScript, Java and Swift's `utf16` count: an emoji has two.",
})
export class SkillMention {
  @Field(() => Int, { description: "The first unit of the name." })
  start!: number;

  @Field(() => Int, { description: "The first unit after the name." })
  end!: number;

  @Field(() => Label, {
    description:
      "The label that stands here, as it is stored: upper and lower case, accents, singular and plural may differ in the text.",
  })
  matchedLabel!: Label;

  @Field(() => Float, {
    description:
      "How sure it is that the label is meant here, above 0, at most 1. The product of what applies: hidden label 0.8; singular for plural or the other way round 0.95; a version attached to the name 0.85; the label has a qualifier in brackets that the text lacks 0.9; a dot and a word follow at once 0.8; and the factor of `evidence`. Chosen, not measured.",
  })
  confidence!: number;

  @Field(() => NameEvidenceEnum, {
    nullable: true,
    description: "What speaks for a name that needs evidence; null for all that need none.",
  })
  evidence!: Evidence | null;
}

@ObjectType({
  description: "A skill or technology found in a text, with the places where it stands.",
})
export class ExtractedSkillEdge implements PageEdge<Node> {
  skillId!: string;

  @Field(() => String, { description: "Cursor of this entry, for `after`." })
  cursor!: string;

  @Field(() => Node, { description: "The Skill or Technology." })
  node!: Node;

  @Field(() => Int, { description: "At how many places of the text it is named, at least 1." })
  count!: number;

  @Field(() => Float, {
    description:
      "How sure it is that the text means it, above 0, at most 1: the highest confidence of its mentions.",
  })
  confidence!: number;

  @Field(() => Label, {
    description: "The label of the surest mention, of the first one of these.",
  })
  matchedLabel!: Label;

  @Extensions({ listSize: 5 })
  @Field(() => [SkillMention], {
    description: `Where it is named, in the order of the text and without overlap: the first ${MAX_MENTIONS} places.`,
  })
  mentions!: SkillMention[];
}

export const ExtractedSkillConnection = makeConnection<Node>(
  "ExtractedSkill",
  () => Node,
  () => ExtractedSkillEdge,
);
