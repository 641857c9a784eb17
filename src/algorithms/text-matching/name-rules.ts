/**
 * Which names need more than their letters to be believed, and what makes them believed. Data: each list says why it is
 * there. All words are folded.
 */

/** What a name of a single word needs to be matched. */
export type NameNeed = "NOTHING" | "CASE" | "EVIDENCE";

/** Names of one or two letters are parts of other things far more often than names: R&D, vitamin C, "go", "IT is". */
export const SHORT_NAME_LENGTH = 2;

/**
 * Names that are everyday words, written in the same way at the beginning of a sentence, in headings, or as German
 * nouns. They count only with evidence beside them.
 */
export const EVERYDAY_NAMES: ReadonlySet<string> = new Set(
  [
    // English words of any text
    "access basic box chef chrome classic connect core crystal dart drive edge elm ember express",
    "flow forge forms framework",
    "foundation fusion go helm hive julia lean less linear logo make maple meet meteor next notes notion",
    "numbers office",
    "outlook pages pages phoenix pig processing project projects publisher pulse puppet ring rest",
    "room safari salt sage",
    "scratch script segment sensei shell sketch slate source spring square stata stage stripe",
    "swift teams workday",
    "word words zoom",
    // English words that are skills in some vocabularies and verbs in all job ads
    "activity clean guide help interaction stand work works",
    // The same in ESCO, whose alternative labels are often a single word
    "abstracts accompany accuracy alarm alarms argument balance board brands breaking care",
    "casts chip chips choose climb coal colour computer conduct cooling cooperate craft current",
    "data decide delegate delight design detect did dies diet draw dust energy equipment",
    "essences filters form formulas frames fuel hack harvest hearing hopper",
    "improvise innovate invent iron judgment kneel lead light lightness locks",
    "measuring mixers openness paint patterns persist plan planning platinum pole polish",
    "polite press processes processor pumps purchase rage recovery repairing report reporting reports",
    "reserve rights ripple ropes sand scale schedule sensors shade silver sing sound",
    "sounds source space standard stats strength survey switches term",
    "texture tie tolerance transport voltage vote warehouse warnings wild",
    // Names in capitals and product names of O*NET that are words
    "abel aces apps arts aspen bars blast blink bob bundler calm cats claims clipper compilers cubic",
    "diameter dig doors epic etc excavator fast fear ferret fields fit grail grass heed hotspot ice",
    "imps iris kant laws loom magic mars paintbrush paws pear pacer puff raps reduce route scheme shiny",
    "smarts software tanks velvet vigilant",
    // German nouns and names
    "bild ring rast maria ada",
  ].flatMap((line) => line.split(" ")),
);

/**
 * Names that are lower-case words of other meaning. Written as the name is, with its capital in the middle of a
 * sentence, they are the name; otherwise they need evidence.
 */
export const CASE_NAMES: ReadonlySet<string> = new Set(
  [
    "amplitude angular ansible ant apollo aria astro axe babel backbone beam blender bootstrap cocoa",
    "celery composer copilot cucumber cypress elixir envoy espresso excel expo feast flask flink",
    "flutter",
    "groovy iceberg jest jaeger kinesis lambda lighthouse locust looker lotus mermaid miro mocha nest",
    "node oracle packer pact pandas perl playwright polymer prefect prettier prism pulsar rails react",
    "retrofit ruby rust",
    "scala sentry slack snowflake",
    "spark storm superset tableau temporal torch transformers unity unleash vault vue windows",
  ].flatMap((line) => line.split(" ")),
);

/** Words beside a name that say it is one, by language. */
const CONTEXT: readonly string[] = [
  // English
  "api apis app apps application applications backend certificate certification certified code",
  "coder coders coding",
  "command compiler course database databases developer developers developing development engineer",
  "engineers engineering",
  "environment experience expertise experts expert familiarity fluency framework frameworks",
  "frontend knowledge language",
  "languages libraries library microservice microservices package packages platform platforms",
  "proficiency proficient",
  "program programmer programmers programming programs programmed script scripting scripts sdk",
  "service services skill",
  "skills software stack stacks syntax technologies technology tool tools toolkit toolchain",
  "tooling tutorial written",
  // German
  "anwendung anwendungen anwendungsentwicklung backend bibliothek datenbank datenbanken entwickler",
  "entwicklerin",
  "entwicklerinnen entwicklung erfahrung erfahrungen kenntnis kenntnisse programmieren",
  "programmierer programmiererin",
  "programmierkenntnisse programmiersprache programmiersprachen programmierung sprache sprachen",
  "softwareentwicklung",
  "technologie technologien umgang werkzeug werkzeuge",
  // French and Spanish
  "connaissance connaissances competence competences developpement developpeur developpeuse",
  "langage langages logiciel",
  "logiciels outil outils programmation conocimiento conocimientos desarrollador desarrolladora",
  "desarrollo experiencia",
  "herramienta herramientas lenguaje lenguajes programacion",
];
export const CONTEXT_WORDS: ReadonlySet<string> = new Set(
  CONTEXT.flatMap((line) => line.split(" ")),
);

/** What stands between a context word and the name: "developer in Go", "languages such as C", "Sprachen: R". */
export const LINKING_WORDS: ReadonlySet<string> = new Set(
  "in of with as like for using via mit fur von wie en de con para dans avec :".split(" "),
);

/** Endings after a dot that belong to names: React.js is React. */
export const NAME_ENDINGS: ReadonlySet<string> = new Set(["js"]);

/** Signs and words between the items of a list. */
export const LIST_SIGNS: ReadonlySet<string> = new Set([
  ..."and or und oder sowie bzw plus et ou y o e".split(" "),
  ...[",", ";", "|", "•", "·", "*", "(", ":", " +", "▪", "-", "–", "—", "‣", "●", "/"],
]);

/** Signs after which a sentence begins. */
export const SENTENCE_ENDS: ReadonlySet<string> = new Set([". ", "!", "?"]);

/** Words right before or after a name that make it a part of something else. */
export interface NotBeside {
  readonly names: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
  readonly why: string;
}
export const NOT_BESIDE: readonly NotBeside[] = [
  {
    names: new Set("abcdefghijklmnopqrstuvwxyz"),
    before: new Set(
      [
        "appendix building category class grade group hepatitis level option page part phase plan",
        "room section series",
        "schedule type vitamin anhang gebaude gruppe kategorie klasse stufe teil typ categorie",
        "categoria clase classe",
      ].flatMap((line) => line.split(" ")),
    ),
    after: new Set("level suite section corp class".split(" ")),
    why: "vitamin C, class B, plan A; C level",
  },
  {
    names: new Set(["go"]),
    before: new Set("will can could should must let lets we you they i ready".split(" ")),
    after: new Set(
      [
        "ahead the away back beyond deeper down far for forward further global green hand home",
        "into live on out over",
        "public through to up well with wrong",
      ].flatMap((line) => line.split(" ")),
    ),
    why: "the verb: go to market, we go, go live",
  },
  {
    names: new Set(["it"]),
    before: new Set(),
    after: new Set("is was has will would can may".split(" ")),
    why: "the pronoun",
  },
];

/** Number of tokens within which a context word or a technology counts as beside a name. */
export const NEARBY_TOKENS = 4;

/** Why a name that needs it was believed. */
export type Evidence = "CASE" | "LIST" | "CONTEXT" | "NEARBY" | "SAME_WORDS";

/**
 * How sure a match is: 1 for a label found as it is; each of these that applies is multiplied. Chosen, not measured.
 */
export const CONFIDENCE = {
  /** Singular for plural or the other way round. */
  plural: 0.95,
  /** A version attached to the name: Python3. */
  version: 0.85,
  /** The label has a qualifier in brackets that the text lacks: Java (computer programming). */
  qualified: 0.9,
  /** A dot and a word follow without a space: perhaps a longer name that is not known. */
  dotted: 0.8,
  /** Evidence, the surest first. */
  evidence: { SAME_WORDS: 1, LIST: 0.9, CONTEXT: 0.85, CASE: 0.8, NEARBY: 0.7 },
} as const;
