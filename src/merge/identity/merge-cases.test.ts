import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { NodeKind } from "../../shared/global-id";
import { PROJECT_ROOT } from "../../shared/project-root";
import { matchNames } from "./match-names";
import type { Candidate, Newcomer } from "./name-index";
import { type Identities, type NodeName, Overrides } from "./overrides";
import { readIdentities } from "./read-identities";

interface Named {
  scheme: string;
  key: string;
  name: string;
  aliases?: string[];
}

interface Case {
  same: boolean;
  kind: NodeKind;
  newcomer: Named;
  known: Named | { slug: string };
  knownKind?: NodeKind;
}

interface CuratedRow {
  slug: string;
  name: string;
  aliases?: string[];
}

const CASES: Case[] = parse(readFileSync(join(__dirname, "merge-cases.yaml"), "utf8"));
const CURATED: Partial<Record<NodeKind, CuratedRow[]>> = {
  TECHNOLOGY: curated("technologies"),
  SKILL: curated("skills"),
};
const OVERRIDES = readIdentities(join(PROJECT_ROOT, "seeds", "identities.yaml"));
const NO_OVERRIDES: Identities = { same: [], apart: [] };

it("has at least a hundred cases, nearly half of them of different things", () => {
  expect(CASES.length).toBeGreaterThanOrEqual(100);
  expect(CASES.filter(({ same }) => !same).length).toBeGreaterThanOrEqual(45);
  expect(new Set(CASES.map((each) => JSON.stringify(each))).size).toBe(CASES.length);
});

it("joins what is the same and nothing else", () => {
  const score = measure(OVERRIDES);
  const names = measure(NO_OVERRIDES);
  process.stdout.write(
    `${[
      `merge cases: ${CASES.length}`,
      `with seeds/identities.yaml: ${shown(score)}`,
      ...score.missed.map((pair) => `  missed: ${pair}`),
      ...score.wrong.map((pair) => `  wrong: ${pair}`),
      `by names alone: ${shown(names)}`,
      ...names.wrong.map((pair) => `  wrong: ${pair}`),
    ].join("\n")}\n`,
  );
  expect(score.precision).toBeGreaterThanOrEqual(0.99);
  expect(score.recall).toBeGreaterThanOrEqual(0.9);
  // What people decided is there to help, and not to carry the rules.
  expect(names.precision).toBeGreaterThanOrEqual(0.65);
  expect(names.recall).toBeGreaterThanOrEqual(0.6);
});

interface Score {
  precision: number;
  recall: number;
  missed: string[];
  wrong: string[];
}

/** Each pair is decided alone: nothing else in the graph makes it ambiguous. */
function measure(identities: Identities): Score {
  const decided = CASES.map((each) => ({ ...each, isJoined: isJoined(each, identities) }));
  const joined = decided.filter((each) => each.isJoined);
  const right = joined.filter(({ same }) => same).length;
  return {
    precision: right / joined.length,
    recall: right / decided.filter(({ same }) => same).length,
    missed: decided.filter(({ same, isJoined }) => same && !isJoined).map(pairOf),
    wrong: joined.filter(({ same }) => !same).map(pairOf),
  };
}

function isJoined({ kind, newcomer, known, knownKind = kind }: Case, ids: Identities): boolean {
  const candidate = "slug" in known ? curatedNode(knownKind, known.slug) : otherNode(kind, known);
  const find = (asked: NodeKind, name: NodeName) =>
    asked === knownKind &&
    ("slug" in name
      ? "slug" in known && known.slug === name.slug
      : "key" in known && known.scheme === name.scheme && known.key === name.key)
      ? candidate.id
      : null;
  const newNode: Newcomer = {
    id: "newcomer",
    kind,
    key: { scheme: newcomer.scheme, key: newcomer.key },
    names: namesOf(newcomer),
  };
  const node = { ...candidate, kind: knownKind };
  return matchNames([newNode], [node], new Overrides(ids, find)).joined.length === 1;
}

function curatedNode(kind: NodeKind, slug: string): Candidate {
  const row = CURATED[kind]?.find((each) => each.slug === slug);
  if (!row) throw new Error(`there is no ${kind} "${slug}" in the curated seeds`);
  const names = namesOf(row).map((name) => ({ ...name, isHidden: false, isCurated: true }));
  return { id: "known", kind, names };
}

function otherNode(kind: NodeKind, known: Named): Candidate {
  const names = namesOf(known).map((name) => ({ ...name, isHidden: false, isCurated: false }));
  return { id: "known", kind, names, keys: [{ scheme: known.scheme, key: known.key }] };
}

function namesOf({ name, aliases = [] }: Pick<CuratedRow, "name" | "aliases">) {
  return [name, ...aliases].map((text, index) => ({
    text,
    isPreferred: index === 0,
    locale: "en",
  }));
}

function curated(file: string): CuratedRow[] {
  return parse(readFileSync(join(PROJECT_ROOT, "seeds", "curated", `${file}.yaml`), "utf8"));
}

function pairOf({ newcomer, known }: Case): string {
  const name = "slug" in known ? known.slug : `${known.scheme} ${known.name}`;
  return `${newcomer.scheme} ${newcomer.name} – ${name}`;
}

function shown({ precision, recall, wrong, missed }: Score): string {
  const [p, r] = [precision.toFixed(3), recall.toFixed(3)];
  return `precision ${p} (${wrong.length} wrong), recall ${r} (${missed.length} missed)`;
}
