import type { ImportSink } from "../import-sink";
import { qualifiersOf } from "../technologies/qualifiers";
import { descriptionOf, labelsOf } from "../technologies/technology-labels";
import { listOf, type TopicPage } from "./read-topic";
import { kindOfTopic } from "./topic-kind";
import { isDisambiguation, namesOf } from "./topic-names";

const ENTITY = "topics";
const MADE = ["created_by", "released", "github_url"];

/** A topic with what the links need of its page. */
export interface Topic {
  topic: string;
  /** null: nothing is stated of it. */
  nodeId: string | null;
  related: readonly string[];
  file: string;
  line: number;
}

/** States what a page is about: as a technology when it surely is one, else as more about one that may be there. */
export function stateTopic(page: TopicPage, sink: ImportSink): Topic {
  const { topic, about } = page;
  const value = about.get("related");
  const related = listOf(page, "related");
  const links = { topic, related, file: value.file, line: value.line };
  if (isDisambiguation(page)) {
    sink.skip(ENTITY, "NOT_A_TECHNOLOGY", about, "says what else a word means");
    return { ...links, nodeId: null };
  }
  const { name, names, hidden } = namesOf(page);
  const kind = kindOfTopic({
    names: [page.displayName, name, ...names, ...hidden],
    description: page.description,
    isMade: MADE.some((key) => about.get(key).text !== null),
    hasHomePage: about.get("url").text !== null,
  });
  const nodeId = sink.node(ENTITY, {
    kind: "TECHNOLOGY",
    key: topic,
    // Of a technology that others state, they say what kind it is.
    fields: { technology_kind: kind, url: about.get("url").text },
    labels: labelsOf(name, names, hidden),
    texts: descriptionOf(page.description || null),
    qualifiers: qualifiersOf({
      "created by": about.get("created_by").text,
      released: about.get("released").text,
      repository: about.get("github_url").text,
      wikipedia: about.get("wikipedia_url").text,
    }),
    create: kind !== null,
    place: about,
  });
  return { ...links, nodeId };
}
