import { LocaleResolver } from "graphql-scalars";
import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { LabelKind } from "../labels/label.types";
import { Node } from "../nodes/node.entity";
import { NodeKindEnum } from "../nodes/node-kind";
import { PageInfo } from "../paging/connection";
import type { NodeKind } from "../shared/global-id";
import { MAX_LABELS } from "./search.queries";

@ObjectType({
  description:
    "A piece of a text, counted from 0 in UTF-16 code units, as JavaScript, Java and Swift's `utf16` count: an emoji has two.",
})
export class TextSpan {
  @Field(() => Int, { description: "The first unit of the piece." })
  start!: number;

  @Field(() => Int, { description: "The first unit after the piece." })
  end!: number;
}

@ObjectType({ description: "A node that was found, with the label by which it was found." })
export class SearchEdge {
  @Field(() => String, { description: "Cursor of this hit, for `after`." })
  cursor!: string;

  @Field(() => Node, { description: "What was found." })
  node!: Node;

  @Field(() => Float, {
    description:
      "How well the label matches, 0 to 1: 1 it is the text; 0.95 but for spaces and punctuation; 0.9 it begins with the text; 0.8 it has all words of the text; 0.7 its words begin as those of the text; up to 0.6 its words are like those of the text, by the share of text and label that is alike.",
  })
  score!: number;

  @Field(() => String, {
    description:
      "The label of the node that matches best, as it is stored; it may be a hidden one.",
  })
  matchedLabel!: string;

  @Field(() => LocaleResolver, { description: "Language of `matchedLabel`." })
  matchedLocale!: string;

  @Field(() => LabelKind, {
    description: "Whether `matchedLabel` is a preferred, alternative or hidden label.",
  })
  labelKind!: LabelKind;

  @Field(() => [TextSpan], {
    description:
      "What of `matchedLabel` matched the text, in UTF-16 code units of it, in order and without overlap: the beginning, the words, or the words that are most alike.",
  })
  highlights!: TextSpan[];
}

@ObjectType({ description: "A page of what a search found, the best hits first." })
export class SearchConnection {
  @Field(() => [SearchEdge], {
    description: "The hits of this page in order, each with how it was found.",
  })
  edges!: SearchEdge[];

  @Field(() => [Node], { description: "The nodes found, without how." })
  nodes!: Node[];

  @Field(() => PageInfo, { description: "Where this page stands among all hits." })
  pageInfo!: PageInfo;

  @Field(() => Int, {
    description: `How many nodes were found by the ${MAX_LABELS.toLocaleString("en")} labels that match best. A text that more labels match, e.g. a single letter, finds more than is counted; its pages end there, too.`,
  })
  totalCount!: number;
}

@ObjectType({ description: "A node offered while somebody is typing." })
export class Suggestion {
  @Field(() => ID, { description: "Id of the node." })
  id!: string;

  @Field(() => String, {
    description: "The label to show: the one that begins with what was typed.",
  })
  label!: string;

  @Field(() => LocaleResolver, { description: "Language of `label`." })
  locale!: string;

  @Field(() => NodeKindEnum, { description: "What the node is." })
  kind!: NodeKind;

  @Field(() => Node, { description: "The node itself." })
  node!: Node;

  @Field(() => String, {
    nullable: true,
    description:
      "Name of one node above it, to tell like labels apart: the role of a role level or specialization, a broader node, what a technology belongs to, or the data set of a document. In the wanted language or the best fallback; null when there is none.",
  })
  parentLabel!: string | null;
}
