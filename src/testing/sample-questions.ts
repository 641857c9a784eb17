import { ARTICLES } from "./article-files";

// biome-ignore lint/suspicious/noExplicitAny: each question knows what it selects.
type Data = any;

/** A question that the articles answer, as a client asks it, and what their files say to it. */
export interface SampleQuestion {
  question: string;
  source: string;
  expectAnswer(data: Data): void;
}

const { relations, facts } = ARTICLES;
const BACKEND = "Role/backend-developer";

/** Slugs of the other ends of the relations of a type that begin, or end, at `Kind/slug`. */
function farSlugs(type: string, at: "from" | "to", name: string): string[] {
  const far = at === "from" ? "to" : "from";
  const rows = relations.filter((row) => row.type === type && row[at] === name);
  return [...new Set(rows.map((row) => slugIn(row[far])))].sort();
}

function slugIn(name: string): string {
  return name.split("/")[1] ?? "";
}

function sorted(values: readonly string[]): string[] {
  return [...values].sort();
}

export const SAMPLE_QUESTIONS: readonly SampleQuestion[] = [
  {
    question: "which frameworks belong to Python, in the articles?",
    source: `{ technology(by: { slug: "python" }) {
      members(first: 100, filter: { statedBy: { eq: "backend-articles" } }) { nodes { slug } }
    } }`,
    expectAnswer({ technology }) {
      expect(sorted(technology.members.nodes.map((node: Data) => node.slug))).toEqual(
        farSlugs("FOR_LANGUAGE", "to", "Technology/python"),
      );
    },
  },
  {
    question: "which frameworks belong to Python, in the whole graph?",
    source: `{ technologies(first: 100, filter: {
      kind: { eq: FRAMEWORK }, belongsTo: { some: { node: { slug: { eq: "python" } } } }
    }) { nodes { slug kind belongsTo { nodes { slug } } } } }`,
    expectAnswer({ technologies }) {
      const slugs = technologies.nodes.map((node: Data) => node.slug);
      expect(slugs).toEqual(expect.arrayContaining(["django", "flask"]));
      for (const { kind, belongsTo } of technologies.nodes) {
        expect(kind).toBe("FRAMEWORK");
        expect(belongsTo.nodes).toContainEqual({ slug: "python" });
      }
    },
  },
  {
    question: "what comes after mid-level?",
    source: `{ careerLevel(by: { slug: "mid-level" }) { progressesTo { nodes { slug } } } }`,
    expectAnswer({ careerLevel }) {
      expect(sorted(careerLevel.progressesTo.nodes.map((node: Data) => node.slug))).toEqual(
        farSlugs("PROGRESSES_TO", "from", "CareerLevel/mid-level"),
      );
    },
  },
  {
    question: "which document asks for eight years?",
    source: `{ role(by: { slug: "backend-developer" }) { statements(predicate: "professional_experience") {
      nodes { number unit comparator sources { nodes { slug kind } } }
    } } }`,
    expectAnswer({ role }) {
      const rows = facts.filter(
        ({ about, property, value }) =>
          about === BACKEND && property === "professional_experience" && value === 8,
      );
      expect(rows.length).toBeGreaterThan(0);
      for (const { unit, comparator, sources } of rows) {
        const found = role.statements.nodes.find(
          (node: Data) => node.number === 8 && node.comparator === comparator,
        );
        expect(found.unit).toBe(unit);
        const stating = found.sources.nodes.filter(({ kind }: Data) => kind === "DOCUMENT");
        expect(stating.map(({ slug }: Data) => slug)).toEqual(sources.map((id) => `article-${id}`));
      }
    },
  },
  {
    question: "with whom does the role work, and on what?",
    source: `{ role(by: { slug: "backend-developer" }) {
      collaborations(first: 100, filter: { statedBy: { eq: "backend-articles" } }) { edges { on node { slug } } }
    } }`,
    expectAnswer({ role }) {
      const subjects = new Map<string, string[]>();
      for (const { type, from, to, attrs } of relations) {
        const other = from === BACKEND ? to : from;
        if (type !== "COLLABORATES_WITH" || ![from, to].includes(BACKEND)) continue;
        // With teams, which are no roles, a statement says it.
        if (!other.startsWith("Role/")) continue;
        const known = subjects.get(slugIn(other)) ?? [];
        subjects.set(slugIn(other), [...known, ...((attrs.on as string[] | undefined) ?? [])]);
      }
      const { edges } = role.collaborations;
      expect(sorted(edges.map(({ node }: Data) => node.slug))).toEqual(
        sorted([...subjects.keys()]),
      );
      for (const { on, node } of edges)
        expect(on).toEqual(expect.arrayContaining(subjects.get(node.slug) ?? []));
    },
  },
  {
    question: "REST or GraphQL?",
    source: `{ topic(by: { slug: "rest-vs-graphql" }) {
      kind
      compared: statements(predicate: "compares") { nodes { object { slug } } }
      statements(first: 100) { nodes { predicate text list } }
    } }`,
    expectAnswer({ topic }) {
      const name = "Comparison/rest-vs-graphql";
      expect(topic.kind).toBe("COMPARISON");
      expect(sorted(topic.compared.nodes.map(({ object }: Data) => object.slug))).toEqual(
        farSlugs("COMPARES", "from", name),
      );
      const rows = facts.filter(({ about }) => about === name);
      expect(rows.length).toBeGreaterThan(0);
      for (const { property, value } of rows)
        expect(topic.statements.nodes).toContainEqual({
          predicate: property,
          text: Array.isArray(value) ? null : value,
          list: Array.isArray(value) ? value : null,
        });
    },
  },
];
