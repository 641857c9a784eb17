import { Track } from "../../career-levels/career-level.entity";

/** A role level as the framework names it. */
export interface LevelTitle {
  title: string;
  /** Mean of the skill levels it asks for, 1..4; null when it asks for none. */
  meanSkillLevel: number | null;
}

/** A rung of the framework's ladder. It is the same for every role, so that roles can be compared. */
export interface Rung {
  key: string;
  name: string;
  track: Track;
  branch: string | null;
  rank: number;
}

export interface OrderedLevel {
  title: string;
  rung: Rung;
  /** Place in the ladder of the role, from 1; parallel levels share one. */
  order: number;
}

interface Word {
  name: string;
  rank: number;
  track?: Track;
}

/** What a title says of seniority. The gaps between ranks are room for titles that the words do not tell apart. */
const WORDS = {
  trainee: { name: "Trainee", rank: 1 },
  apprentice: { name: "Apprentice", rank: 1 },
  associate: { name: "Associate", rank: 2 },
  junior: { name: "Junior", rank: 3 },
  analyst: { name: "Analyst", rank: 5 },
  "senior analyst": { name: "Senior analyst", rank: 7 },
  standard: { name: "Standard", rank: 8 },
  senior: { name: "Senior", rank: 11 },
  lead: { name: "Lead", rank: 13 },
  principal: { name: "Principal", rank: 15 },
  chief: { name: "Chief", rank: 17 },
  head: { name: "Head", rank: 17, track: Track.MANAGEMENT },
  "deputy director": { name: "Deputy director", rank: 19, track: Track.MANAGEMENT },
  director: { name: "Director", rank: 20, track: Track.MANAGEMENT },
} as const satisfies Record<string, Word>;

const HIGHEST = 20;

type WordKey = keyof typeof WORDS;

/** At the start of a title: `Lead developer`, `Head of product`. */
const LEADING =
  /^(trainee|apprentice|associate|junior|senior|lead|principal|chief|head|deputy director|director)\b/;
/** At its end: `Data ethics lead`. */
const TRAILING = /\b(lead|deputy director|director)$/;
/** `Lead developer - management`: the management role at the same level as `Lead developer`. */
const MANAGEMENT = / +[-–—] *management$| *\(management\)$/;

/**
 * The ladder of one role, lowest level first. The framework's files list role levels by the alphabet, so their order is
 * derived:
 *
 * 1. by the seniority word of the title: trainee, apprentice < associate < junior < none < senior < lead < principal <
 *    head, chief < deputy director < director. In the role of a manager, titles of analysts stand below the manager:
 *    analyst < senior analyst < none.
 * 2. Titles with the same word (`Incident manager`, `Major incident manager`) by the mean of the skill levels they ask
 *    for, then as listed. Each is a further step of the rung; when there is no rank left, steps share one.
 *
 * A management variant stands at the rank of its counterpart, on the management track. The mean decides nothing else:
 * leaders may need less of a skill that they no longer use every day.
 */
export function orderLevels(role: string, levels: readonly LevelTitle[]): OrderedLevel[] {
  const groups = new Map<string, LevelTitle[]>();
  for (const level of levels) {
    const { word, manages } = read(level.title, role);
    const group = `${word}${manages ? " - management" : ""}`;
    groups.set(group, [...(groups.get(group) ?? []), level]);
  }
  const placed = [...groups.values()].flatMap((group) =>
    group.sort(byMean).map(({ title }, index) => ({ title, rung: rungOf(title, role, index + 1) })),
  );
  placed.sort(
    (a, b) =>
      a.rung.rank - b.rung.rank || Number(a.rung.branch !== null) - Number(b.rung.branch !== null),
  );
  const ranks = [...new Set(placed.map(({ rung }) => rung.rank))];
  return placed.map(({ title, rung }) => ({ title, rung, order: ranks.indexOf(rung.rank) + 1 }));
}

/** Levels without a mean come last. */
function byMean(a: LevelTitle, b: LevelTitle): number {
  return (a.meanSkillLevel ?? 5) - (b.meanSkillLevel ?? 5);
}

/** `step`: 1, or more when titles of the role share the seniority word. */
function rungOf(title: string, role: string, step: number): Rung {
  const { word, manages } = read(title, role);
  const { name, rank, track = Track.IC }: Word = WORDS[word];
  const ranks = Object.values(WORDS).map((other) => other.rank);
  const ceiling = Math.min(...ranks.filter((other) => other > rank), HIGHEST + 1) - 1;
  const parts = [...(manages ? ["management"] : []), ...(step > 1 ? [`step ${step}`] : [])];
  return {
    key: [word, ...parts].join(", "),
    name: [name, ...parts].join(", "),
    track: manages ? Track.MANAGEMENT : track,
    branch: manages ? "management" : null,
    rank: Math.min(rank + step - 1, ceiling),
  };
}

/** What a manager's role calls those below the manager. */
const HELPERS: Partial<Record<WordKey, WordKey>> = {
  standard: "analyst",
  senior: "senior analyst",
};

function read(title: string, role: string): { word: WordKey; manages: boolean } {
  const lower = title.toLowerCase();
  const base = lower.replace(MANAGEMENT, "");
  const word = (LEADING.exec(base)?.[1] ?? TRAILING.exec(base)?.[1] ?? "standard") as WordKey;
  const helps = /\bmanager$/i.test(role) && /\banalyst$/.test(base);
  return { word: (helps && HELPERS[word]) || word, manages: base !== lower };
}
