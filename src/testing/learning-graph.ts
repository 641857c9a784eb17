import type { Database } from "../database/database";
import type { EdgeRecord } from "../merge/records";
import { openEmptyGraph } from "./starter-graph";
import { merge, TestSource } from "./test-source";

const source = new TestSource("learning");
const SKILLS = ["linux", "docker", "kubernetes", "javascript", "react", "terraform", "cloud"];

/** A graph that is small enough to work out by hand what is to be learned. Close it after the tests. */
export async function openLearningGraph(): Promise<Database> {
  const database = await openEmptyGraph();
  await merge(
    database,
    source,
    ...SKILLS.map((slug) => source.node("SKILL", slug)),
    source.node("TECHNOLOGY", "helm"),
    ...["platform-engineer", "web-developer", "idle"].map((slug) => source.node("ROLE", slug)),
    ...resources(),
    needs("kubernetes", "docker", "ESSENTIAL", 2),
    needs("docker", "linux", "ESSENTIAL"),
    needs("react", "javascript", "ESSENTIAL"),
    needs("terraform", "cloud", "OPTIONAL"),
    needs("cloud", "terraform", "OPTIONAL"),
    asks("platform-engineer", "kubernetes", { requirement: "ESSENTIAL", proficiency: 3 }),
    asks("platform-engineer", "react", { requirement: "OPTIONAL", importance: 4, proficiency: 2 }),
    asks("web-developer", "react", { requirement: "ESSENTIAL" }),
    asks("web-developer", "javascript", { requirement: "ESSENTIAL", proficiency: 2 }),
  );
  return database;
}

function resources() {
  const course = (slug: string, fields: object) =>
    source.node("LEARNING_RESOURCE", slug, { resource_kind: "COURSE", ...fields });
  const teaches = (slug: string, skill: string, to_proficiency: number) =>
    source.edge("TEACHES", ["LEARNING_RESOURCE", slug], ["SKILL", skill], {
      from_proficiency: 0,
      to_proficiency,
    });
  return [
    course("linux-book", { minutes: 90, price: 0 }),
    course("docker-course", { minutes: 60, price: 20, currency: "EUR" }),
    course("kubernetes-course", { minutes: 120, price: 30, currency: "USD" }),
    course("react-course", { price: 0 }),
    teaches("linux-book", "linux", 1),
    teaches("docker-course", "docker", 2),
    teaches("kubernetes-course", "kubernetes", 3),
    teaches("react-course", "react", 3),
    source.edge("RESOURCE_NEEDS", ["LEARNING_RESOURCE", "kubernetes-course"], ["SKILL", "docker"], {
      proficiency: 2,
    }),
  ];
}

/** A prerequisite; `from_proficiency` is what is required of it. */
export function needs(
  skill: string,
  prerequisite: string,
  requirement: string,
  from_proficiency: number | null = null,
): EdgeRecord {
  return source.edge("PREREQUISITE", ["SKILL", skill], ["SKILL", prerequisite], {
    requirement,
    from_proficiency,
  });
}

function asks(role: string, skill: string, fields: object): EdgeRecord {
  return source.edge("REQUIREMENT", ["ROLE", role], ["SKILL", skill], { importance: 5, ...fields });
}

/** A skill of a profile or goal. */
export const skill = (slug: string, proficiency: number | null = null) => ({
  skill: { slug },
  proficiency,
});

export const PLATFORM_ENGINEER = { position: { role: { slug: "platform-engineer" } } };

/** By name: ids of test nodes have no order that can be told by hand. */
export const namesOf = (nodes: { name: string }[]) => nodes.map(({ name }) => name).sort();
