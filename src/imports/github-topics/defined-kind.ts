import { TechnologyKind } from "../../technologies/technology.entity";

const { LANGUAGE, FRAMEWORK, LIBRARY, RUNTIME, DATABASE, TOOL, PLATFORM, SERVICE } = TechnologyKind;
const { PROTOCOL, STANDARD } = TechnologyKind;

/**
 * What the last words of a definition say: `a dynamically typed programming language`. The first that fits decides, so that of
 * `programming language and toolchain` the language does; null: no technology.
 */
const NOUNS: readonly (readonly [RegExp, TechnologyKind | null])[] = [
  [/\bdesign language$|\bhardware.* module$/, null],
  [/(^|[ -])(meta)?language$/, LANGUAGE],
  [/\bframework$|\bgame engine$/, FRAMEWORK],
  [/\b(runtime|virtual machine)$|\b(javascript|webassembly|execution) engine$/, RUNTIME],
  [
    /\b(data ?base|dbms|rdbms|data warehouse|data ?store)( management system| system| server)?$/,
    DATABASE,
  ],
  [/\b(sql|storage|database) engine$/, DATABASE],
  [/\bsoftware package$/, TOOL],
  [/\b(library|module|package|sdk|development kit)$/, LIBRARY],
  [/\b(ui|gui|user[- ]interface|widget|interface)\b.*\btool-?kit$/, LIBRARY],
  [/\bprotocol$/, PROTOCOL],
  [/\b(standard|specification|format|vocabulary)$/, STANDARD],
  [
    /\b(web|cloud|online|hosting|computing|messaging|chat|email|name|git|storage) service$|\binternet search engine$/,
    SERVICE,
  ],
  [/(?<!(cross|multi)-)\b(platform|paas|blockchain|content management system|cms)$/, PLATFORM],
  [/\b(operating system|os|rtos|linux distribution|distro|desktop environment|kernel)$/, PLATFORM],
  [/\b(version control|typesetting|document preparation|build) system$|\b\w+ engine$/, TOOL],
  [/\b(web|application|automation|http|https|media|music|mail|proxy|git) server$/, TOOL],
  [/\b(package|window|password|dotfiles|state|configuration|dependency|task) manager$/, TOOL],
  [/\b(ide|development environment|editor|compiler|transpiler|interpreter|shell|emulator)$/, TOOL],
  [/\b(debugger|linter|formatter|bundler|highlighter|installer|generator|runner|broker)$/, TOOL],
  [/\b(client|browser|utility|tool|tool-?(kit|chain)|software|application|app|program)$/, TOOL],
  [/\b(suite|assistant|dashboard)$/, TOOL],
];

const PLURAL_NOUNS: readonly (readonly [RegExp, TechnologyKind])[] = [
  [/\blibraries$/, LIBRARY],
  [/\b(utilities|tools)$/, TOOL],
  [/\bservices$/, PLATFORM],
  [/\bstandards$/, STANDARD],
];

/** Things that people make, play, watch or read, whatever they run on. */
const NO_TECHNOLOGY =
  /\b(games?|gaming|video|anime|social|streaming|microblogging|publishing|audio distribution|(e-?|online[- ])?learning platform|online platform|competit\w+|coding platform|flight simulator)\b/;
const OF_GAMES = /\bgame (engine|framework|toolkit|development)\b/g;

/** What a protocol may be for. */
const IS_PROTOCOL = /\bprotocol$/;

/** Where the words end that say what a thing is, and those begin that say what it does. */
const END = new RegExp(
  `\\s(?:${[
    "that|that['’]s|which|who|where|when|whose|for|from|by|in|on|with|without|to|as|at|of|via|using|including",
    "featuring|offering|providing|running|supporting|resembling|covering|focuss?ing|focuss?ed|aimed",
    "developed|created|written|designed|built|made|owned|forked|inspired|sold|produced|maintained|intended",
    "heavily|primarily|originally|based (?:on|in|upon)|implemented in|managed by|(?<!(?:most|widely|commonly) )used",
  ].join("|")})\\s`,
);

/** Sentences about what something does say not what it is. */
const VERB =
  /(?<![-\w])(is|are|was|were|has|have|offers?|provides?|lets?|allows?|helps?|involves?|refers?|makes?|enables?|uses?|needs?)\b/;

/** What a definition says, as its last words tell; null when they do not name a technology. */
export function kindOfDefinition(definition: string): TechnologyKind | null {
  const [, members] = /^(?:set|collection|suite|group|family) of (.*)$/.exec(definition) ?? [];
  const phrase = ` ${members ?? definition} `.split(END)[0]?.trim() ?? "";
  const isOther = NO_TECHNOLOGY.test(phrase.replace(OF_GAMES, "")) && !IS_PROTOCOL.test(phrase);
  if (isOther || VERB.test(phrase)) return null;
  // Adjectives stand between commas and "and" as well as nouns: any beginning may end with the noun.
  const parts = phrase.replace(/ \([^)]*\)/g, "").split(/(,|\sand\s|\s&\s|\/)/);
  const beginnings = parts.map((_, end) =>
    parts
      .slice(0, end + 1)
      .join("")
      .trim(),
  );
  for (const [noun, kind] of members === undefined ? NOUNS : [...PLURAL_NOUNS, ...NOUNS])
    if (beginnings.some((words) => noun.test(words))) return kind;
  return null;
}
