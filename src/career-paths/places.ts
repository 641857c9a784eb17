import type { Profile } from "../algorithms/scoring/requirements/requirement-line";
import type { PositionInput, StartInput } from "../profiles/profile.inputs";
import { resolvePosition } from "../profiles/resolve-position";
import { resolveStart } from "../profiles/resolve-profile";
import type { Context } from "../server/context";
import { badInput } from "../shared/errors";

/** Where somebody starts from: a position by its UUID, or what the profile holds. */
export interface StartingPlace {
  readonly profile: Profile;
  readonly position: string | null;
}

export async function resolveStartingPlace(
  context: Context,
  input: StartInput,
): Promise<StartingPlace> {
  if (input.position) refuseSpecialization(input.position, "from.position");
  const { profile, position } = await resolveStart(context, input, "from");
  return { profile, position: position?.id ?? null };
}

/** UUID of the role level or role. */
export async function resolvePlace(
  context: Context,
  input: PositionInput,
  path: string,
): Promise<string> {
  refuseSpecialization(input, path);
  return (await resolvePosition(context, input, path)).id;
}

/** UUIDs of the places to be avoided: of a role that is named without a level all its levels. */
export async function resolveAvoided(
  context: Context,
  inputs: readonly PositionInput[],
): Promise<string[]> {
  const { ladders } = await context.careerIndex.requirements();
  const places = await Promise.all(
    inputs.map(async (input, index) => {
      const path = `avoid.${index}`;
      refuseSpecialization(input, path);
      const { id, role } = await resolvePosition(context, input, path);
      const ladder = input.role && !input.level ? ladders.get(role) : undefined;
      return ladder?.map((level) => level.id) ?? [id];
    }),
  );
  return places.flat();
}

/** Moves lead from level to level; none is known of specializations, and to ignore one would answer another question. */
function refuseSpecialization({ specialization }: PositionInput, path: string): void {
  if (specialization)
    throw badInput(
      `${path}.specialization`,
      "Moves are not known of specializations; leave it out.",
    );
}
