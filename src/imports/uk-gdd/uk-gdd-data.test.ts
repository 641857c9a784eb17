import { existsSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../shared/project-root";
import { RecordingSink } from "../../testing/recording-sink";
import { openInput } from "../input/open-input";
import { UK_GDD } from "./uk-gdd";

const DATA = join(PROJECT_ROOT, "../shared/data/uk-gdd-capability-framework");

/**
 * Where the framework asks for less at a higher level. Its start page says that the levels "typically increase", other
 * than where leaders no longer use a skill every day.
 */
const FALLS = [
  "Content designer: Lead content designer 3.67 > Head of content design 3.50",
  "Data scientist: Lead data scientist 4.00 > Principal data scientist 3.50",
  "Data scientist: Principal data scientist 3.50 > Head of data science 3.38",
  "Performance analyst: Lead performance analyst 4.00 > Head of performance analysis 3.88",
];

/** Role levels as numbered on the pages of the framework, https://ddat-capability-framework.service.gov.uk/role/… */
const PUBLISHED = [
  ["Incident manager", ["Incident manager", "Major incident manager"]],
  [
    "Change and release manager",
    ["Configuration analyst", "Change and release analyst", "Change and release manager"],
  ],
  [
    "Command and control centre manager",
    [
      "Operations analyst",
      "Senior operations analyst",
      "Operational control manager",
      "Head of command and control",
    ],
  ],
  [
    "Service transition manager",
    [
      "Service acceptance analyst",
      "Service readiness analyst",
      "Service transition manager",
      "Lead service transition manager",
    ],
  ],
  [
    "Digital portfolio manager",
    [
      "Digital portfolio analyst",
      "Digital portfolio manager",
      "Senior digital portfolio manager",
      "Head of portfolio",
    ],
  ],
] as const;

(existsSync(DATA) ? describe : describe.skip)(`the framework of September 2025 in ${DATA}`, () => {
  const sink = new RecordingSink(UK_GDD.scheme);

  beforeAll(async () => {
    const input = await openInput(DATA);
    const readLinks = await UK_GDD.readNodes(input, sink);
    await readLinks();
    await input.close();
  });

  const nodes = (kind: string) => [...sink.nodes.values()].filter((node) => node.kind === kind);
  const edges = (kind: string) => [...sink.edges.values()].filter((edge) => edge.kind === kind);
  const nameOf = (id: unknown) => sink.nodes.get(String(id))?.labels[0]?.text ?? "";

  /** The levels of each role in their order, with the mean of the framework's own levels. */
  function ladders() {
    const roles = new Map<string, { title: string; order: number; mean: number }[]>();
    for (const node of nodes("ROLE_LEVEL")) {
      const asked = edges("REQUIREMENT").filter((edge) => edge.fromId === node.id);
      const values = asked.map((edge) => Number(edge.qualifiers?.[0]?.value));
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const role = nameOf(node.fields?.role_id);
      const level = { title: nameOf(node.id), order: Number(node.fields?.level_order), mean };
      roles.set(role, [...(roles.get(role) ?? []), level]);
    }
    for (const levels of roles.values()) levels.sort((a, b) => a.order - b.order);
    return roles;
  }

  it("holds what the README counts", () => {
    expect(nodes("ROLE_FAMILY")).toHaveLength(8);
    expect(nodes("ROLE")).toHaveLength(52);
    expect(nodes("ROLE_LEVEL")).toHaveLength(201);
    expect(nodes("SKILL")).toHaveLength(188);
    expect(edges("BROADER")).toHaveLength(52);
  });

  it("accounts for every row once", () => {
    expect(sink.rows.get("role level skills")).toBe(1825);
    expect(sink.rows.get("skills")).toBe(188);
    expect([...sink.rows.values()].reduce((sum, rows) => sum + rows)).toBe(1825 + 188);
    expect(sink.skips("DUPLICATE_ROW")).toBe(16);
    expect(sink.skipped).toHaveLength(16);
    expect(sink.leftOut).toEqual([]);
  });

  it("states one requirement for each role level and skill, with the levels of the rows", () => {
    const requirements = edges("REQUIREMENT");
    expect(requirements).toHaveLength(1825 - 16 + 1);
    const rowsOf = (word: string | undefined, rows = 1) =>
      requirements.filter((edge) => edge.strength === word && edge.rows === rows).length;
    const repeated = (word: string) =>
      sink.skipped.filter(
        ({ place }) => (place.values as Record<string, string>)["Skill Level"] === word,
      ).length;
    for (const [word, rows, proficiency] of [
      ["Awareness", 355, 1],
      ["Working", 514, 2],
      ["Practitioner", 548, 3],
      ["Expert", 380, 5],
    ] as const) {
      expect([word, rowsOf(word) + repeated(word)]).toEqual([word, rows]);
      const stated = requirements.filter((edge) => edge.strength === word);
      expect(new Set(stated.map((edge) => edge.fields?.proficiency))).toEqual(
        new Set([proficiency]),
      );
    }
    expect(rowsOf(undefined)).toBe(28);
  });

  it("keeps the Senior Civil Service roles without levels", () => {
    const roles = nodes("ROLE").filter((node) => node.qualifiers?.length);
    expect(roles.map(({ qualifiers }) => qualifiers)).toEqual(
      Array(4).fill([{ name: "role type", value: "Senior Civil Service" }]),
    );
    const ids = new Set(roles.map(({ id }) => id));
    const own = edges("REQUIREMENT").filter((edge) => ids.has(edge.fromId));
    expect(own).toHaveLength(28);
    expect(own.every((edge) => edge.fields?.proficiency === undefined && !edge.wording)).toBe(true);
    expect(nodes("ROLE_LEVEL").some(({ fields }) => ids.has(String(fields?.role_id)))).toBe(false);
  });

  it("takes the one pair that only skills.csv states", () => {
    const derived = edges("REQUIREMENT").filter((edge) => edge.rows === 0);
    expect(derived.map(({ fromId, toId }) => [nameOf(fromId), nameOf(toId)])).toEqual([
      ["Technical writer", "Technical understanding (performance analyst)"],
    ]);
  });

  it("keeps what each level of a skill means, and no sentinel", () => {
    const texts = nodes("SKILL").flatMap(({ qualifiers }) => qualifiers ?? []);
    const levels = texts.filter(({ name }) => name !== "roles that require it");
    // 22 skills have no levels, 60 cells say that a level is not defined.
    expect(levels).toHaveLength((188 - 22) * 4 - 60);
    const all = JSON.stringify([...sink.nodes.values(), ...sink.edges.values()]);
    expect(all).not.toMatch(/NOT IN USE|MISSING|currently not defined/);
    expect(nodes("SKILL").filter(({ texts }) => texts?.length === 0)).toHaveLength(41);
    expect(nodes("SKILL").filter(({ labels }) => labels[0]?.text.endsWith(")"))).toHaveLength(26);
  });

  it("orders the levels of the developer by seniority, management beside its counterpart", () => {
    const levels = ladders().get("Software developer") ?? [];
    expect(levels.map(({ order, title }) => `${order} ${title}`)).toEqual([
      "1 Apprentice developer",
      "2 Junior developer",
      "3 Developer",
      "4 Senior developer",
      "4 Senior developer - management",
      "5 Lead developer",
      "5 Lead developer - management",
      "6 Principal developer",
      "6 Principal developer - management",
    ]);
  });

  it("orders the roles whose titles lack words of seniority as the framework's pages do", () => {
    const titles = (role: string) =>
      ladders()
        .get(role)
        ?.map(({ title }) => title);
    expect(PUBLISHED.map(([role]) => titles(role))).toEqual(PUBLISHED.map(([, levels]) => levels));
  });

  it("orders all 48 roles with levels as their career levels rank", () => {
    expect(ladders().size).toBe(48);
    for (const node of nodes("ROLE_LEVEL")) {
      const rank = (id: unknown) => Number(sink.nodes.get(String(id))?.fields?.rank);
      for (const other of nodes("ROLE_LEVEL"))
        if (other.fields?.role_id === node.fields?.role_id)
          expect([
            nameOf(node.id),
            nameOf(other.id),
            Math.sign(Number(node.fields?.level_order) - Number(other.fields?.level_order)),
          ]).toEqual([
            nameOf(node.id),
            nameOf(other.id),
            Math.sign(rank(node.fields?.career_level_id) - rank(other.fields?.career_level_id)),
          ]);
    }
    const places = nodes("ROLE_LEVEL").map(
      ({ fields }) => `${fields?.role_id} ${fields?.career_level_id}`,
    );
    expect(new Set(places).size).toBe(201);
  });

  it("asks for no less at a higher level, but where leaders step back from the work", () => {
    const falls: string[] = [];
    for (const [role, levels] of ladders())
      for (const upper of levels)
        for (const lower of levels)
          if (lower.order === upper.order - 1 && lower.mean > upper.mean)
            falls.push(
              `${role}: ${lower.title} ${lower.mean.toFixed(2)} > ${upper.title} ${upper.mean.toFixed(2)}`,
            );
    expect(falls.sort()).toEqual(FALLS);
  });
});
