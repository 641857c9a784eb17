import { readSeedGraph, type SeedEdge, type SeedNode } from "../src/testing/seed-graph";

const { nodes, edges } = readSeedGraph();

const curated = (kind: SeedNode["kind"]) =>
  nodes.filter((node) => node.kind === kind && node.isCurated);
const edgesOf = (...kinds: readonly SeedEdge["kind"][]) =>
  edges.filter(({ kind }) => kinds.includes(kind));

const requirements = edgesOf("REQUIREMENT").filter(({ isCurated }) => isCurated);
const roleLevels = curated("ROLE_LEVEL");

/** The curated levels of a role, each with its rank, the most junior first. */
function levelsOf(role: SeedNode): { level: SeedNode; rank: number }[] {
  return roleLevels
    .filter(({ fields }) => fields.role_id === role.id)
    .map((level) => ({ level, rank: Number(careerLevelOf(level).fields.rank) }))
    .sort((a, b) => a.rank - b.rank);
}

function careerLevelOf(level: SeedNode): SeedNode {
  const found = nodes.find(({ id }) => id === level.fields.career_level_id);
  if (!found) throw new Error(`${level.slug} has no career level`);
  return found;
}

function askedAt(level: SeedNode, kind: "SKILL" | "TECHNOLOGY"): SeedEdge[] {
  return requirements.filter(({ from, to }) => from === level && to.kind === kind);
}

describe("roles", () => {
  it("are at least 14, each with at least 4 levels", () => {
    const roles = curated("ROLE");
    expect(roles.length).toBeGreaterThanOrEqual(14);
    expect(roles.filter((role) => levelsOf(role).length < 4).map(({ slug }) => slug)).toEqual([]);
  });

  it("include those that everybody looks for", () => {
    const all = curated("ROLE").map(({ slug }) => slug);
    for (const part of ["frontend", "full-stack", "mobile", "data-", "machine-learning", "devops"])
      expect({ part, found: all.some((slug) => slug.includes(part)) }).toEqual({
        part,
        found: true,
      });
    for (const part of [
      "security",
      "qa",
      "architect",
      "engineering-manager",
      "product",
      "designer",
    ])
      expect({ part, found: all.some((slug) => slug.includes(part)) }).toEqual({
        part,
        found: true,
      });
  });

  it("ask at every level for at least 15 skills and 5 technologies, 2,000 requirements in all", () => {
    const poor = roleLevels
      .map((level) => ({
        level: level.slug,
        skills: askedAt(level, "SKILL").length,
        technologies: askedAt(level, "TECHNOLOGY").length,
      }))
      .filter(({ skills, technologies }) => skills < 15 || technologies < 5);
    expect(poor).toEqual([]);
    expect(requirements.length).toBeGreaterThanOrEqual(2_000);
  });

  it("differ: no two ask for the same skills", () => {
    const lists = curated("ROLE").map((role) => {
      const asked = levelsOf(role).flatMap(({ level }) => askedAt(level, "SKILL"));
      return [...new Set(asked.map(({ to }) => to.slug))].sort().join();
    });
    expect(new Set(lists).size).toBe(lists.length);
  });

  it("differ from level to level", () => {
    const same = curated("ROLE").flatMap((role) => {
      const lists = levelsOf(role).map(({ level }) =>
        requirements
          .filter(({ from }) => from === level)
          .map(({ to, fields }) => `${to.slug} ${fields.proficiency} ${fields.importance}`)
          .sort()
          .join(),
      );
      return new Set(lists).size === lists.length ? [] : [role.slug];
    });
    expect(same).toEqual([]);
  });

  it("say of every curated requirement how firmly, how important and how well", () => {
    const partial = requirements.filter(
      ({ fields }) => !fields.requirement || !fields.importance || !fields.proficiency,
    );
    expect(partial.map(({ from, to }) => `${from.slug} ${to.slug}`)).toEqual([]);
  });

  it("never ask for less of something at a higher rank", () => {
    const falling = curated("ROLE").flatMap((role) => {
      const asked = levelsOf(role).flatMap(({ level, rank }) =>
        requirements
          .filter(({ from }) => from === level)
          .map(({ to, fields }) => ({ to, rank, level, proficiency: Number(fields.proficiency) })),
      );
      return asked.flatMap((low) =>
        asked
          .filter((high) => high.to === low.to && high.rank > low.rank)
          .filter((high) => high.proficiency < low.proficiency)
          .map((high) => `${low.to.slug}: ${low.level.slug} above ${high.level.slug}`),
      );
    });
    expect(falling).toEqual([]);
  });
});

it("promotions raise the rank", () => {
  const wrong = edgesOf("PROGRESSION").filter(
    ({ isCurated, fields, from, to }) =>
      isCurated &&
      fields.progression_kind === "PROMOTION" &&
      Number(careerLevelOf(from).fields.rank) >= Number(careerLevelOf(to).fields.rank),
  );
  expect(wrong.map(({ from, to }) => `${from.slug} -> ${to.slug}`)).toEqual([]);
});

it("progressions lead on from every level of a role but the last", () => {
  const next = new Set(edgesOf("PROGRESSION").map(({ from }) => from));
  const ends = curated("ROLE").flatMap((role) =>
    levelsOf(role)
      .slice(0, -1)
      .filter(({ level }) => !next.has(level)),
  );
  expect(ends.map(({ level }) => level.slug)).toEqual([]);
});
