import { IsOptional } from "class-validator";
import type { GraphQLResolveInfo } from "graphql";
import { LocaleResolver } from "graphql-scalars";
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Node } from "../nodes/node.entity";
import { wantedOf } from "../paging/connection";
import { PageArgs } from "../paging/page-args";
import type { Context } from "../server/context";
import type { LabelPageArgs } from "./label.loaders";
import { LabelConnection, LabelKind, type LocalizedText, TextKind } from "./label.types";

const LOCALE = {
  nullable: true,
  description:
    "Language wanted, e.g. `de-AT`. Where there is no text in it, the next of its fallbacks is taken: `de-AT`, `de`, `en`. Left out: the default language.",
} as const;

@ArgsType()
class LabelArgs extends PageArgs {
  @Field(() => LocaleResolver, {
    nullable: true,
    description: "Only labels in exactly this language.",
  })
  @IsOptional()
  locale?: string | null;

  @Field(() => LabelKind, { nullable: true, description: "Only labels of this kind." })
  @IsOptional()
  kind?: LabelKind | null;
}

/** Names and texts that every node has in its languages. */
@Resolver(() => Node)
export class NodeLabelsResolver {
  @FieldResolver(() => String, {
    description: "Its name in the wanted language or the best fallback.",
  })
  async name(
    @Root() node: Node,
    @Arg("locale", () => LocaleResolver, LOCALE) locale: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<string> {
    return (await findName(context, node, locale)).text;
  }

  @FieldResolver(() => LocaleResolver, {
    description: "The language that `name` is in for the same `locale`.",
  })
  async nameLocale(
    @Root() node: Node,
    @Arg("locale", () => LocaleResolver, LOCALE) locale: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<string> {
    return (await findName(context, node, locale)).locale;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "What it is, in the wanted language or the best fallback; null when no source describes it.",
  })
  async description(
    @Root() node: Node,
    @Arg("locale", () => LocaleResolver, LOCALE) locale: string | null | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<string | null> {
    if (!locale || locale === node.nameLocale) return node.description;
    return (
      (await loaders.labels.texts(TextKind.DESCRIPTION, locale).load(node.uuid))?.text ??
      node.description
    );
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Formal definition in the wanted language or the best fallback; null when no source gives one.",
  })
  definition(
    @Root() node: Node,
    @Arg("locale", () => LocaleResolver, LOCALE) locale: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<string | null> {
    return findText(context, node, TextKind.DEFINITION, locale);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "What is meant and what is not, in the wanted language or the best fallback; null when no source says.",
  })
  scopeNote(
    @Root() node: Node,
    @Arg("locale", () => LocaleResolver, LOCALE) locale: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<string | null> {
    return findText(context, node, TextKind.SCOPE_NOTE, locale);
  }

  @FieldResolver(() => LabelConnection, {
    description: "All its names: preferred ones first, then by language and text.",
  })
  labels(
    @Root() node: Node,
    @Args(() => LabelArgs) args: LabelPageArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loaders.labels.pages(args, wantedOf(info)).load(node.uuid);
  }
}

async function findName(
  { loaders }: Context,
  node: Node,
  locale: string | null | undefined,
): Promise<LocalizedText> {
  const own = { text: node.name, locale: node.nameLocale };
  if (!locale || locale === node.nameLocale) return own;
  return (await loaders.labels.names(locale).load(node.uuid)) ?? own;
}

async function findText(
  { loaders }: Context,
  node: Node,
  kind: TextKind,
  locale: string | null | undefined,
): Promise<string | null> {
  return (
    (await loaders.labels.texts(kind, locale ?? node.nameLocale).load(node.uuid))?.text ?? null
  );
}
