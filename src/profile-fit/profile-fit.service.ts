import { profileFit } from "../algorithms/scoring/profile-fit";
import { rolesForSkills } from "../algorithms/scoring/roles-for-skills";
import type { ScoreTerm as Term } from "../algorithms/scoring/scored-terms";
import { Ranking } from "../paging/rank-cursor";
import { resolveCandidates } from "../profiles/resolve-candidates";
import { resolveProfile, resolveSkills } from "../profiles/resolve-profile";
import type { ScoreTerm } from "../profiles/score.types";
import type { Context } from "../server/context";
import type { ProfileFitArgs, RolesForSkillsArgs } from "./profile-fit.inputs";
import {
  MAX_TERMS,
  type ProfileFitConnection,
  type ProfileFitEdge,
  type RoleMatchConnection,
  type RoleMatchEdge,
} from "./profile-fit.types";

const FORMULA = "COVERAGE";

/** Roles or role levels by how well a profile covers them. At most four SQL statements, however many skills it has. */
export async function fitProfile(
  context: Context,
  args: ProfileFitArgs,
): Promise<ProfileFitConnection> {
  const { first, after, ...question } = args;
  const ranking = new Ranking("Query.profileFit", question);
  const place = ranking.placeOf({ first, after });
  const [profile, { index, candidates }] = await Promise.all([
    resolveProfile(context, args.profile, "profile"),
    resolveCandidates(context, args.of, args.filter),
  ]);
  const { optionalWeight, minCoverage } = args;
  const fit = profileFit(index, profile, {
    ...place,
    ...{ candidates, optionalWeight, minCoverage, terms: MAX_TERMS },
  });
  const edges = fit.items.map(
    ({ role, terms, missingEssential, insufficientEssential, ...shown }) => ({
      ...shown,
      node: role,
      terms: toTerms(terms),
      missingEssentialCount: missingEssential.length,
      insufficientEssentialCount: insufficientEssential.length,
      missingEssentialIds: missingEssential,
      insufficientEssentialIds: insufficientEssential,
    }),
  );
  return {
    ...ranking.toPage<string, ProfileFitEdge>(edges, place.offset, fit.total),
    totalCount: fit.total,
    formula: FORMULA,
    leftOut: fit.leftOut,
    unknownSkillCount: fit.unknownSkills.length,
    unknownSkillIds: fit.unknownSkills,
  };
}

/** Roles or role levels that ask for given skills. At most four SQL statements, however many skills are given. */
export async function matchRoles(
  context: Context,
  args: RolesForSkillsArgs,
): Promise<RoleMatchConnection> {
  const { first, after, ...question } = args;
  const ranking = new Ranking("Query.rolesForSkills", question);
  const place = ranking.placeOf({ first, after });
  const [skills, { index, candidates }] = await Promise.all([
    resolveSkills(context, args.skills, "skills"),
    resolveCandidates(context, args.of, args.filter),
  ]);
  const ids = skills.map(({ skill }) => skill);
  const found = rolesForSkills(index, ids, args.match, {
    ...place,
    candidates,
    optionalWeight: args.optionalWeight,
    maxMissing: args.maxMissing ?? undefined,
    maxMissingEssential: args.maxMissingEssential ?? undefined,
    terms: MAX_TERMS,
  });
  const edges = found.items.map(
    ({ role, terms, matched, missing, missingEssential, ...shown }) => ({
      ...shown,
      node: role,
      terms: toTerms(terms),
      matchedCount: matched.length,
      missingCount: missing.length,
      missingEssentialCount: missingEssential,
      matchedIds: matched,
      missingIds: missing,
    }),
  );
  return {
    ...ranking.toPage<string, RoleMatchEdge>(edges, place.offset, found.total),
    totalCount: found.total,
    formula: FORMULA,
    unknownSkillCount: found.unknownSkills.length,
    unknownSkillIds: found.unknownSkills,
  };
}

function toTerms(terms: readonly Term[]): ScoreTerm[] {
  return terms.map(({ skill, contribution }) => ({ skillId: skill, contribution }));
}
