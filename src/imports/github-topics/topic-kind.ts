import { TechnologyKind } from "../../technologies/technology.entity";
import { isInitialsOf, lettersOf } from "../technologies/name-forms";
import { kindOfDefinition } from "./defined-kind";

/** What is known of a topic before it is decided whether it is a technology. */
export interface TopicFacts {
  /** Display name, topic and aliases. */
  names: readonly string[];
  description: string;
  /** Whether the page says who made it, when it came out, or where its source code lies. */
  isMade: boolean;
  hasHomePage: boolean;
}

/** `React is an open source JavaScript library used for designing user interfaces.` */
const SENTENCE =
  /^(.{1,80}?),? (?:is|was)(?: (?:also|now))?(?: (?:an?|the|(one of the(?: most)?)))? (.+)$/;
/** `Guzzle, an extensible PHP HTTP client` */
const APPOSITION = /^([^,]{1,80}), (?:an?|the) (.+)$/;
const ARTICLE = /^(an?|the) /;
/** A sentence that goes on after the subject of this one. */
const CLAUSE = /\b(that|which|who|for|with|where)\b/;

/** A definition that is enough where the page does not say who made it. */
const UNDOUBTED =
  /\b(programming|scripting|markup|query|hardware description) language\b|\bgame engine\b|\b(web|application|testing) framework\b|\b(communication|network) protocol\b|\b(technical|open) standard\b|\bsoftware suite\b/;

/**
 * The kind of technology that a topic surely is, as its description says; null for what is none (games, events, fields of
 * study, companies) and for what only may be one. A common noun (`A compiler is …`) is a concept, no technology.
 */
export function kindOfTopic(facts: TopicFacts): TechnologyKind | null {
  const kind = definedKind(facts);
  const isProtocol = kind === TechnologyKind.STANDARD && /\bprotocol\b/i.test(facts.description);
  return isProtocol ? TechnologyKind.PROTOCOL : kind;
}

function definedKind({
  names,
  description,
  isMade,
  hasHomePage,
}: TopicFacts): TechnologyKind | null {
  const [sentence = ""] = description.toLowerCase().split(/(?<=[a-z0-9)])[.!?](?=\s|$)/);
  const definition = definitionIn(sentence);
  if (definition !== null && !CLAUSE.test(definition.subject)) {
    const { subject, said } = definition;
    if (/^an? /.test(subject)) return null;
    if (isNamed(subject, names))
      return isMade || UNDOUBTED.test(said) ? kindOfDefinition(said) : null;
  }
  const isSure = isMade || (hasHomePage && UNDOUBTED.test(sentence));
  return isSure ? kindOfDefinition(sentence.replace(ARTICLE, "")) : null;
}

/** What a sentence says and of what; null when it is none, as in `A tool for dependency management in PHP`. */
function definitionIn(sentence: string): { subject: string; said: string } | null {
  const [, subject, several, said] = SENTENCE.exec(sentence) ?? [];
  if (subject !== undefined && said !== undefined)
    return { subject, said: several === undefined ? said : said.replace(/s$/, "") };
  const [, name, also] = APPOSITION.exec(sentence) ?? [];
  return name === undefined || also === undefined ? null : { subject: name, said: also };
}

/** Whether the subject of a sentence is called by one of the names, with other words around it or with fewer. */
function isNamed(subject: string, names: readonly string[]): boolean {
  const plain = subject.replace(/ ?\([^)]*\)/g, "").replace(ARTICLE, "");
  const [letters = ""] = lettersOf(plain);
  if (letters === "") return false;
  return names.some(
    (name) =>
      isInitialsOf(plain, name) ||
      isInitialsOf(name, plain) ||
      lettersOf(name).some((form) => letters.includes(form) || form.includes(letters)),
  );
}
