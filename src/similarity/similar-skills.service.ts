import { compareIds } from "../algorithms/scoring/requirements/id-list";
import { similarSkills } from "../algorithms/scoring/similar-skills";
import { Ranking } from "../paging/rank-cursor";
import { requireSkill } from "../profiles/resolve-profile";
import type { Context } from "../server/context";
import {
  MAX_EVIDENCE,
  NoSimilarSkills,
  type SimilarSkillConnection,
  type SimilarSkillEdge,
} from "./similar-skills.types";
import { type SimilarSkillsArgs, SkillSimilarityMeasure } from "./similarity.inputs";
import { readRelatedSkills, type StatedSkillRow } from "./stated-similarity.queries";

type Place = { readonly first: number; readonly offset: number };

/** What stands on a page, before it has cursors. */
interface Found {
  readonly entries: readonly Omit<SimilarSkillEdge, "cursor">[];
  readonly total: number;
  readonly emptyReason: NoSimilarSkills | null;
}

/** Skills that are like a skill. Two SQL statements. */
export async function findSimilarSkills(
  context: Context,
  args: SimilarSkillsArgs,
): Promise<SimilarSkillConnection> {
  const { first, after, ...question } = args;
  const ranking = new Ranking("Query.similarSkills", question);
  const place = ranking.placeOf({ first, after });
  const skill = (await requireSkill(context, args, null)).uuid;
  const found =
    args.measure === SkillSimilarityMeasure.CURATED
      ? statedSkills(await readRelatedSkills(context.reader, skill), place)
      : await skillsByTheta(context, skill, args.minTogether, place);
  return {
    ...ranking.toPage<string, SimilarSkillEdge>(found.entries, place.offset, found.total),
    totalCount: found.total,
    formula: args.measure,
    emptyReason: found.emptyReason,
  };
}

async function skillsByTheta(
  { careerIndex }: Context,
  skill: string,
  minTogether: number,
  place: Place,
): Promise<Found> {
  const { index } = await careerIndex.similarity();
  const found = similarSkills(index, skill, { ...place, minTogether, evidence: MAX_EVIDENCE });
  if (!found) return { entries: [], total: 0, emptyReason: NoSimilarSkills.NOBODY_USES_IT };
  const entries = found.items.map(({ skill: other, evidence, ...shown }) => ({
    ...shown,
    node: other,
    relationKind: null,
    evidenceIds: evidence,
    linkId: null,
  }));
  const emptyReason = found.total === 0 ? NoSimilarSkills.NEVER_TOGETHER : null;
  return { entries, total: found.total, emptyReason };
}

function statedSkills(rows: readonly StatedSkillRow[], { first, offset }: Place): Found {
  const ranked = rows.toSorted(
    (a, b) => (b.weight ?? -1) - (a.weight ?? -1) || compareIds(a.other, b.other),
  );
  const entries = ranked
    .slice(offset, offset + first)
    .map(({ other, weight, relationKind, link }) => ({
      node: other,
      score: weight,
      together: null,
      users: null,
      usersOfOther: null,
      relationKind,
      evidenceIds: [],
      linkId: link,
    }));
  const emptyReason = ranked.length === 0 ? NoSimilarSkills.NOTHING_STATED : null;
  return { entries, total: ranked.length, emptyReason };
}
