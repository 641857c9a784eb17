import { Args, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../server/context";
import { SearchConnection, Suggestion } from "./search.types";
import { AutocompleteArgs, DidYouMeanArgs, requireSuggestions, SearchArgs } from "./search-args";
import { requireSearchText } from "./search-text";

@Resolver()
export class SearchResolver {
  @Query(() => SearchConnection, {
    description:
      "Active nodes found by any of their labels, each once: labels that are the text first, then those that begin with it, that have all its words, whose words begin as its words do. When no label is the text and fewer than 10 nodes were found, also labels with words like those of the text, so that `kuberntes` finds Kubernetes. Equal hits: preferred before alternative before hidden labels, then the shorter, then by name.",
  })
  search(
    @Args(() => SearchArgs) args: SearchArgs,
    @Ctx() { loaders }: Context,
  ): Promise<SearchConnection> {
    return loaders.search.hits(requireSearchText(args.text, "text"), scopeOf(args), args);
  }

  @Query(() => [Suggestion], {
    description:
      "Active nodes to offer while somebody is typing, each once: those with a label that begins with what was typed, then those with words that do; among these preferred before alternative labels, then the shorter. Hidden labels are not used.",
  })
  autocomplete(
    @Args(() => AutocompleteArgs) args: AutocompleteArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Suggestion[]> {
    const first = requireSuggestions(args.first);
    return loaders.search.suggestions(
      requireSearchText(args.prefix, "prefix"),
      scopeOf(args),
      first,
    );
  }

  @Query(() => [String], {
    description:
      "Up to 5 names like the text, the best first, to offer when a search found nothing; empty when a label is exactly the text.",
  })
  didYouMean(
    @Args(() => DidYouMeanArgs) args: DidYouMeanArgs,
    @Ctx() { loaders }: Context,
  ): Promise<string[]> {
    return loaders.search.alternatives(requireSearchText(args.text, "text"), scopeOf(args));
  }
}

function scopeOf({ kinds = null, locale = null }: Pick<SearchArgs, "kinds" | "locale">) {
  return { kinds, locale };
}
