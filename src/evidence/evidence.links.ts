import { makeLinkResolver, makeLinks } from "../edges/links";
import { Node } from "../nodes/node.entity";
import { Qualification } from "../qualifications/qualification.entity";
import { Skill } from "../skills/skill.entity";
import { Technology } from "../technologies/technology.entity";
import { Evidence } from "./evidence.entity";

const evidenced = makeLinks({
  name: "EvidencedAbility",
  kind: "EVIDENCES",
  entity: Evidence,
  description: "A qualification is evidence for a skill or technology.",
  node: Node,
  nodeKinds: ["SKILL", "TECHNOLOGY"],
  nodeDescription: "The Skill or Technology.",
});

const evidence = makeLinks({
  name: "EvidencingQualification",
  kind: "EVIDENCES",
  entity: Evidence,
  description: "A skill or technology is evidenced by a qualification.",
  node: Qualification,
  nodeKinds: ["QUALIFICATION"],
  nodeDescription: "The qualification that proves it.",
});

export const EVIDENCE_FIELDS = [
  makeLinkResolver(evidenced, {
    on: Qualification,
    field: "evidences",
    parent: "from",
    description: "Skills and technologies that this qualification is evidence for.",
  }),
  makeLinkResolver(evidence, {
    on: Skill,
    field: "evidencedBy",
    parent: "to",
    description: "Qualifications that are evidence for this skill.",
  }),
  makeLinkResolver(evidence, {
    on: Technology,
    field: "evidencedBy",
    parent: "to",
    description: "Qualifications that are evidence for this technology.",
  }),
];
