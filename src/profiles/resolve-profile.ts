import { profileOf } from "../algorithms/scoring/requirements/combine-lines";
import type {
  HeldSkill,
  Profile,
  RequirementLine,
} from "../algorithms/scoring/requirements/requirement-line";
import { requireOne } from "../filters/compile-filter";
import type { NodeStanding } from "../nodes/node.loaders";
import { findStanding } from "../nodes/node-queries";
import type { Context } from "../server/context";
import { badInput } from "../shared/errors";
import { parseGlobalId } from "../shared/global-id";
import { COUNTED_CONFIDENCE, findSkills } from "../skill-extraction/find-skills";
import {
  type GoalInput,
  MAX_HELD_SKILLS,
  type ProfileInput,
  type SkillInput,
  type SkillProficiencyInput,
  type StartInput,
} from "./profile.inputs";
import { missing, requireActive } from "./require-node";
import { type Position, resolvePosition } from "./resolve-position";

/**
 * A profile in UUIDs. Costs at most two SQL statements, however many skills there are.
 * @throws AppError BAD_USER_INPUT or NOT_FOUND with the path, e.g. `profile.skills.3.skill`.
 */
export async function resolveProfile(
  context: Context,
  { skills, text }: ProfileInput,
  path: string,
): Promise<Profile> {
  const [stated, found] = await Promise.all([
    resolveHeld(context, skills ?? [], `${path}.skills`),
    text ? skillsNamedIn(context, text) : [],
  ]);
  return [...stated, ...found.map((skill) => ({ skill, proficiency: null }))];
}

/** Where somebody starts from. `position` is null for a profile. */
export interface Start {
  readonly profile: Profile;
  readonly position: Position | null;
}

export async function resolveStart(
  context: Context,
  input: StartInput,
  path: string,
): Promise<Start> {
  requireOne(input, path);
  if (input.profile) {
    const profile = await resolveProfile(context, input.profile, `${path}.profile`);
    return { profile, position: null };
  }
  const position = await resolvePosition(
    context,
    input.position as NonNullable<StartInput["position"]>,
    `${path}.position`,
  );
  return { profile: profileOf(position.lines), position };
}

/** What is aimed for. `position` is null for skills and texts. */
export interface Goal {
  readonly lines: readonly RequirementLine[];
  readonly position: Position | null;
}

export async function resolveGoal(context: Context, input: GoalInput, path: string): Promise<Goal> {
  requireOne(input, path);
  if (input.position) {
    const position = await resolvePosition(context, input.position, `${path}.position`);
    return { lines: position.lines, position };
  }
  if (typeof input.text === "string") {
    const skills = await skillsNamedIn(context, input.text);
    const unknown = { requirement: null, importance: null, proficiency: null };
    return { lines: skills.map((skill) => ({ skill, ...unknown })), position: null };
  }
  const skills = await resolveSkills(context, input.skills ?? [], `${path}.skills`);
  const lines = skills.map(
    (held): RequirementLine => ({ ...held, requirement: "ESSENTIAL", importance: null }),
  );
  return { lines, position: null };
}

/** Skills and technologies by UUID, in the order given. A skill that was replaced stands for its successor. */
export function resolveSkills(
  context: Context,
  inputs: readonly SkillProficiencyInput[],
  path: string,
): Promise<HeldSkill[]> {
  return Promise.all(
    inputs.map(async (input, index) => ({
      skill: (await requireSkill(context, input, `${path}.${index}`)).uuid,
      proficiency: input.proficiency ?? null,
    })),
  );
}

/** What is held. A skill that is no longer in use is held itself, since a role may still ask for it, and so is its successor. */
async function resolveHeld(
  context: Context,
  inputs: readonly SkillProficiencyInput[],
  path: string,
): Promise<HeldSkill[]> {
  const held = inputs.map(async (input, index) => {
    const [node, here] = await findSkill(context, input, `${path}.${index}`);
    const isReplaced = node.status !== "ACTIVE" && node.replacedById !== null;
    const successor = isReplaced ? [(await requireActive(context, node, here)).uuid] : [];
    const proficiency = input.proficiency ?? null;
    return [node.uuid, ...successor].map((skill) => ({ skill, proficiency }));
  });
  return (await Promise.all(held)).flat();
}

/**
 * The skill or technology in use that an argument names; an id in `skill` may be that of a technology. `path` is null where
 * the two fields are arguments themselves.
 * @throws AppError as `requireNode` does.
 */
export async function requireSkill(
  context: Context,
  input: SkillInput,
  path: string | null,
): Promise<NodeStanding> {
  return requireActive(context, ...(await findSkill(context, input, path)));
}

/** The skill or technology, in use or not, and the path of the field that names it. */
async function findSkill(
  context: Context,
  { skill, technology }: SkillInput,
  path: string | null,
): Promise<[node: NodeStanding, path: string]> {
  if (Boolean(skill) === Boolean(technology))
    throw badInput(path ?? "skill", "Give either skill or technology.");
  const field = skill ? "skill" : "technology";
  const here = path === null ? field : `${path}.${field}`;
  const by = skill ?? technology;
  const isIdOfTechnology = by?.id ? parseGlobalId(by.id)?.kind === "TECHNOLOGY" : false;
  const kind = technology || isIdOfTechnology ? "TECHNOLOGY" : "SKILL";
  const node = by ? await findStanding(context, by, kind, here) : null;
  if (!node) throw missing(kind, here);
  return [node, here];
}

/** What a text names, as far as it is sure enough to count: the surest first, as many as a profile may hold. */
async function skillsNamedIn(context: Context, text: string): Promise<string[]> {
  const labels = await context.careerIndex.labels();
  return findSkills(labels, text)
    .filter(({ confidence }) => confidence >= COUNTED_CONFIDENCE)
    .slice(0, MAX_HELD_SKILLS)
    .map(({ skill }) => skill);
}
