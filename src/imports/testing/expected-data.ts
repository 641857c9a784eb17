/** What a source's real data holds, as the README beside the data counts it. */
export interface ExpectedData {
  /** In the folder of the data. */
  folder: string;
  version: string | null;
  /** Rows of files, by what the summary calls them. */
  rows: Readonly<Record<string, number>>;
  /** Nodes by kind: how many, or by which rows those that are taken, where a source only adds to what the graph has. */
  nodes: Readonly<Record<string, number | readonly string[]>>;
  /** Links by kind. */
  links: Readonly<Record<string, number>>;
  /** How many of them may be missing: their ends are not taken, or fall together by seeds/identities.yaml. */
  missingLinks?: Readonly<Record<string, number>>;
}

export const EXPECTED: Readonly<Record<string, ExpectedData>> = {
  linguist: {
    folder: "linguist",
    version: null,
    rows: { languages: 829, "popular languages": 25, "language groups": 85 },
    nodes: { TECHNOLOGY: 829 },
    // Three languages are their own group.
    links: { BROADER: 85 - 3 },
  },
  "github-topics": {
    folder: "github-topics",
    version: null,
    rows: { topics: 1_255, "related topics": 3_293 },
    nodes: { TECHNOLOGY: ["topics"] },
    // Of 1,485 pairs that resolve 17 are with a page that only says what words mean; 182 say the same of each other.
    links: { RELATED: 1_485 - 17 - 182 },
    missingLinks: { RELATED: 1_000 },
  },
  "simple-icons": {
    folder: "simple-icons",
    version: null,
    rows: { icons: 3_453, "brands that share an icon": 20 },
    nodes: { TECHNOLOGY: ["icons", "brands that share an icon"] },
    links: {},
  },
  "cncf-landscape": {
    folder: "cncf-landscape",
    version: null,
    rows: {
      categories: 15,
      subcategories: 80,
      items: 2_413,
      "second paths": 118,
      "parent projects": 4,
    },
    // Without organisations and services. 24 items are named in two places.
    nodes: { TECHNOLOGY: 13 + 71 + 1_412 },
    links: { BROADER: 71 + 1_412 + 24 + 114, BELONGS_TO: 4 },
  },
  esco: {
    folder: "esco-1.1.1",
    version: "1.1.1",
    rows: {
      "ISCO groups": 619,
      occupations: 3_007,
      skills: 13_896,
      "skill groups": 640,
      "concept schemes": 19,
      "broader occupations": 3_617,
      "broader skills": 20_656,
      "skills hierarchy": 647,
      "DigComp skills": 26,
      "digital skills": 1_201,
      "green skills": 570,
      "language skills": 346,
      "research occupations": 122,
      "research skills": 40,
      "transversal skills": 96,
      "occupation skill relations": 123_855,
      "skill skill relations": 5_899,
    },
    // With the groups of one collection of occupations and six of skills.
    nodes: { ROLE: 3_007, ROLE_FAMILY: 619 + 1, SKILL: 13_896, SKILL_GROUP: 640 + 6 },
    links: {
      REQUIREMENT: 123_855 - 67,
      PREREQUISITE: 5_899 - 1,
      // Two pillars without dangling rows, and seven collections.
      BROADER: 3_617 - 1 + 20_656 - 7 + 26 + 1_201 + 570 + 346 + 122 + 40 + 96,
    },
  },
  onet: {
    folder: "onet-29.3",
    version: "29.3",
    rows: {
      occupations: 1_016,
      "alternate titles": 56_560,
      "reported titles": 7_796,
      "job zones": 923,
      "content model elements": 627,
      "skill ratings": 61_530,
      "knowledge ratings": 58_014,
      "work style ratings": 14_064,
      "occupation technologies": 32_681,
      commodities: 4_262,
      tasks: 18_796,
      "education categories": 41,
      "education and experience": 36_209,
      "related occupations": 18_460,
    },
    nodes: {
      ROLE: 1_016,
      SKILL: 35 + 33 + 16,
      SKILL_GROUP: 25,
      TECHNOLOGY: 8_775 + 135 + 17 + 1,
      RESPONSIBILITY: 18_796,
      QUALIFICATION: 23,
    },
    links: {
      // Of the knowledge ratings 18 pairs have no row that may be shown.
      REQUIREMENT: (35 + 33 + 16) * 879 - 18 + 32_681,
      // Elements and groups but four, technologies of 153 names in two classes or more, classes and families.
      BROADER: 84 + 25 - 4 + 8_932 + 135 + 17,
      DUTY: 18_796,
      QUALIFICATION: 9_894,
      RELATED_OCCUPATION: 18_460,
    },
    missingLinks: { REQUIREMENT: 20, BROADER: 20 },
  },
  "uk-gdd": {
    folder: "uk-gdd-capability-framework",
    version: null,
    rows: { skills: 188, "role level skills": 1_825 },
    nodes: { ROLE_FAMILY: 8, ROLE: 52, ROLE_LEVEL: 201, CAREER_LEVEL: 17, SKILL: 188 },
    // Surplus rows are 16, and one pair is in skills.csv alone.
    links: { REQUIREMENT: 1_825 - 16 + 1, BROADER: 52 },
  },
  ladder: {
    folder: "ft-engineering-progression",
    version: null,
    rows: { "job families": 2, levels: 8 + 3, themes: 9 + 4, competencies: 72 + 48 },
    nodes: {
      ROLE: 2,
      ROLE_LEVEL: 8 + 3,
      CAREER_LEVEL: 11,
      SKILL: 9 + 4,
      RESPONSIBILITY: 72 + 48,
    },
    links: { REQUIREMENT: 8 * 9 + 3 * 4, DUTY: 72 + 48 },
  },
};
