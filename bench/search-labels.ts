import { randomUUID } from "node:crypto";
import type { Database } from "../src/database/database";
import { fold } from "../src/shared/fold";

const VERBS =
  "manage operate maintain design develop monitor apply ensure use assess advise coordinate install perform plan prepare provide supervise test create implement analyse control handle identify".split(
    " ",
  );
const THINGS =
  "software data equipment machine project production quality safety process system information customer food vehicle material training education health research business design network security service energy water metal wood textile animal plant music language sport mobile cloud database application computer risk budget contract sales marketing media policy engine pipe chemical medical dental laboratory environment transport warehouse".split(
    " ",
  );
const JOBS =
  "manager engineer technician operator worker developer teacher assistant specialist analyst designer inspector supervisor consultant coordinator officer management systems techniques equipment skills".split(
    " ",
  );
const LINKS = ["of", "in", "and", "for", "to the", "of the", "with", "on", "of a"];
const NAMES = [
  "Kubernetes",
  "Node.js",
  "Java",
  "JavaScript",
  "C",
  "C#",
  "C++",
  ".NET",
  "Go",
  "R",
  "Python",
];
const LABELS_OF_NODE = 7;

/** The same numbers 0..1 in each run. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** As many different words as ESCO's labels have beside the common ones; few of them are frequent. */
function makeRareWords(random: () => number): () => string {
  const syllables = "ka lo mi ser tun ve pra dor shi gal ber no qui fen str al ex um ten rio".split(
    " ",
  );
  const word = () =>
    Array.from(
      { length: 2 + Math.floor(random() * 3) },
      () => syllables[Math.floor(random() * 20)],
    ).join("");
  const words = Array.from({ length: 18_000 }, word);
  return () => words[Math.floor(words.length * random() ** 3)] ?? "";
}

/** Labels like ESCO's: several words, common and rare ones, seven labels a node; and some names of technologies. */
export async function insertLabels(database: Database, count: number): Promise<void> {
  const random = makeRandom(1);
  const rare = makeRareWords(random);
  const one = (words: readonly string[]) => words[Math.floor(words.length * random() ** 1.5)] ?? "";
  const thing = () => (random() < 0.45 ? one(THINGS) : rare());
  const label = () => {
    const kind = random();
    if (kind < 0.35) return `${one(VERBS)} ${thing()} ${thing()}`;
    if (kind < 0.6) return `${thing()} ${one(JOBS)}`;
    if (kind < 0.75) return `${thing()} ${thing()} ${one(JOBS)}`;
    return `${one(VERBS)} ${thing()} ${one(LINKS)} ${thing()} ${thing()}`;
  };
  const nodes = Array.from({ length: Math.ceil(count / LABELS_OF_NODE) }, (_, index) => {
    const name = NAMES[index];
    const texts = name ? [name] : Array.from({ length: LABELS_OF_NODE }, label);
    return { id: randomUUID(), texts: [...new Set(texts)] };
  });
  for (let start = 0; start < nodes.length; start += 2_000)
    await insertNodes(database, nodes.slice(start, start + 2_000), start);
  await database.maintain();
}

async function insertNodes(
  database: Database,
  nodes: readonly { id: string; texts: string[] }[],
  start: number,
): Promise<void> {
  const labels = nodes.flatMap(({ id, texts }) =>
    texts.map((text, index) => ({ id, text, index })),
  );
  const kinds = [
    "PREFERRED",
    ...Array.from({ length: LABELS_OF_NODE - 2 }, () => "ALTERNATIVE"),
    "HIDDEN",
  ];
  await database.transaction(
    async (tx) => {
      await tx.query(
        `INSERT INTO node (id, kind, skill_kind, slug, name, name_locale, sort_name, status, version, revision, created_at, updated_at)
         SELECT n.id, 'SKILL', 'SKILL', n.slug, n.name, 'en', n.sort_name, 'ACTIVE', 1, 0, now(), now()
           FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) n (id, slug, name, sort_name)`,
        [
          nodes.map(({ id }) => id),
          nodes.map((_, index) => `n${start + index}`),
          nodes.map(({ texts }) => texts[0]),
          nodes.map(({ texts }) => fold(texts[0] ?? "")),
        ],
      );
      await tx.query(
        `INSERT INTO label (node_id, node_kind, locale, kind, text, folded)
         SELECT l.node_id, 'SKILL', 'en', l.kind, l.text, l.folded
           FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) l (node_id, kind, text, folded)`,
        [
          labels.map(({ id }) => id),
          labels.map(({ index }) => kinds[index]),
          labels.map(({ text }) => text),
          labels.map(({ text }) => fold(text)),
        ],
      );
    },
    { statementTimeoutMs: 60_000 },
  );
}
