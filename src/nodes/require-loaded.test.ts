import { Skill } from "../skills/skill.entity";
import { Technology } from "../technologies/technology.entity";
import { requireLoaded } from "./require-loaded";

const made = <N extends object>(type: { prototype: N }): N => Object.create(type.prototype);

it("gives the node that was promised", async () => {
  const skill = made(Skill);
  expect(await requireLoaded(Promise.resolve(skill), Skill)).toBe(skill);
});

it("asks for another try when a node is newer than what the request sees", async () => {
  await expect(requireLoaded(Promise.resolve(null), Skill)).rejects.toMatchObject({
    code: "SERVICE_UNAVAILABLE",
  });
});

it("takes another class for the defect that it is", async () => {
  const technology = Object.assign(made(Technology), { kind: "TECHNOLOGY" as const });
  await expect(requireLoaded(Promise.resolve(technology), Skill)).rejects.toThrow(TypeError);
});
