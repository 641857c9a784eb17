import { Args, Ctx, Query, Resolver } from "type-graphql";
import { Node } from "../nodes/node.entity";
import { requireLoaded } from "../nodes/require-loaded";
import type { Page } from "../paging/connection";
import { Ranking } from "../paging/rank-cursor";
import type { Context } from "../server/context";
import { ExtractedKind, ExtractSkillsArgs } from "./extraction-args";
import { extractSkills } from "./skill-extraction.service";
import {
  ExtractedSkillConnection,
  type ExtractedSkillEdge,
  MAX_MENTIONS,
} from "./skill-extraction.types";

@Resolver()
export class SkillExtractionResolver {
  @Query(() => ExtractedSkillConnection, {
    description:
      "Active skills and technologies that a text names by one of their labels in any language, the surest first, then those named most often, then those named first. Upper and lower case, accents, singular and plural make no difference; words are whole words, and signs count: C, C++ and C# are three things. Of overlapping names the longest is taken; what shares the same name is all answered. Names that are short or everyday words need evidence beside them, see `NameEvidence`. Only what is written is found: nothing is guessed from what the text means, and `no Java` names Java. The same text can be given as a profile or goal of other questions. A text that names nothing has an empty answer.",
  })
  async extractSkills(
    @Args(() => ExtractSkillsArgs) args: ExtractSkillsArgs,
    @Ctx() { careerIndex, loaders }: Context,
  ): Promise<Page<Node, ExtractedSkillEdge>> {
    const { text, kinds, minConfidence } = args;
    const ranking = new Ranking("extractSkills", { text, kinds: kinds ?? null, minConfidence });
    const place = ranking.placeOf(args);
    const has = (kind: ExtractedKind) => kinds?.includes(kind) ?? true;
    const scope = {
      skills: has(ExtractedKind.SKILL),
      technologies: has(ExtractedKind.TECHNOLOGY),
      minConfidence,
    };
    const { skills, total } = extractSkills(await careerIndex.labels(), text, scope, {
      ...place,
      maxMentions: MAX_MENTIONS,
    });
    const entries = await Promise.all(
      skills.map(async (skill) => ({
        ...skill,
        node: await requireLoaded(loaders.nodes.byId.load(skill.skillId), Node),
      })),
    );
    return ranking.toPage<Node, ExtractedSkillEdge>(
      entries as unknown as Omit<ExtractedSkillEdge, "cursor">[],
      place.offset,
      total,
    );
  }
}
