import { Track } from "../../career-levels/career-level.entity";

/** A level as a job family lists it. */
export interface ListedLevel {
  id: string;
  name: string;
}

export interface Place {
  track: Track;
  /** Where the ladder forks: `individual contributor` or `people manager`; null elsewhere. */
  branch: string | null;
  /** From 1 for the lowest; levels beside each other at a fork share one. */
  rank: number;
}

interface Branch {
  name: string;
  track: Track;
  /** End of the id. */
  end: string;
  /** End of the name. */
  title: RegExp;
}

/** How a fork is written: `senior-2-ic`, named `Senior Engineer 2 (Individual Contributor)`. */
const BRANCHES: readonly Branch[] = [
  {
    name: "individual contributor",
    track: Track.IC,
    end: "-ic",
    title: /\s*\((?:individual contributor|ic)\)$/i,
  },
  {
    name: "people manager",
    track: Track.MANAGEMENT,
    end: "-pm",
    title: /\s*\((?:(?:people|line|engineering) )?manager\)$/i,
  },
];

/** Titles of people who lead people, off a fork. */
const HEADS = /\bdirector\b|^head of\b|\bvice president\b|^chief\b/i;
const MANAGES = /\bmanager$/i;

/**
 * Where each level stands. The list goes from the lowest level to the highest, but at a fork both branches follow each
 * other: levels that differ only in their branch stand at the same rank.
 *
 * A level is on the management track when its branch or its title says so: `People Manager`, `Technology Director`, `Head
 * of Global Service Desk`, `Service Desk Manager`. In a ladder whose lowest title ends in `Manager`, that word names the
 * craft.
 */
export function placeLevels(levels: readonly ListedLevel[]): Place[] {
  const ids = new Set(levels.map(({ id }) => id));
  const craft = MANAGES.test(levels[0]?.name ?? "");
  const ranks = new Map<string, number>();
  return levels.map((level) => {
    const fork = forkOf(level, ids);
    const step = fork ? `fork ${fork.base}` : `level ${level.id}`;
    const rank = ranks.get(step) ?? ranks.size + 1;
    ranks.set(step, rank);
    const leads = HEADS.test(level.name) || (!craft && MANAGES.test(level.name));
    return {
      track: fork?.branch.track ?? (leads ? Track.MANAGEMENT : Track.IC),
      branch: fork?.branch.name ?? null,
      rank,
    };
  });
}

/** The branch of a level, and what it has in common with the level beside it. */
function forkOf({ id, name }: ListedLevel, ids: ReadonlySet<string>) {
  for (const branch of BRANCHES) {
    const base = id.slice(0, -branch.end.length);
    // `senior-pm` alone may be a product manager.
    const paired = BRANCHES.every(({ end }) => ids.has(base + end));
    if (id.endsWith(branch.end) && paired) return { branch, base };
    if (branch.title.test(name)) return { branch, base: name.replace(branch.title, "") };
  }
  return null;
}
