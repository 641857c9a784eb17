import { registerEnumType } from "type-graphql";

export enum RequirableKind {
  SKILL = "SKILL",
  TECHNOLOGY = "TECHNOLOGY",
}
registerEnumType(RequirableKind, {
  name: "RequirableKind",
  description: "What a role can ask for.",
  valuesConfig: {
    SKILL: { description: "Something the person has to know or be able to do." },
    TECHNOLOGY: { description: "A technology the person has to work with." },
  },
});

export enum RequirementScope {
  ROLE = "ROLE",
  LEVEL = "LEVEL",
  SPECIALIZATION = "SPECIALIZATION",
}
registerEnumType(RequirementScope, {
  name: "RequirementScope",
  description: "What part of a role something is stated for.",
  valuesConfig: {
    ROLE: { description: "The role as a whole, at every level." },
    LEVEL: { description: "One level of the role." },
    SPECIALIZATION: { description: "One specialization of the role." },
  },
});
