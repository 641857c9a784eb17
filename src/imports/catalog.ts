import { CNCF_LANDSCAPE } from "./cncf-landscape/cncf-landscape";
import { ESCO } from "./esco/esco";
import { GITHUB_TOPICS } from "./github-topics/github-topics";
import type { ImportSource } from "./import-source";
import { LADDER } from "./ladder/ladder";
import { LINGUIST } from "./linguist/linguist";
import { ONET } from "./onet/onet";
import { SIMPLE_ICONS } from "./simple-icons/simple-icons";
import { UK_GDD } from "./uk-gdd/uk-gdd";

/** All that `npm run import` knows by name, in the order in which most technologies find each other. */
export const IMPORT_SOURCES: readonly ImportSource[] = [
  LINGUIST,
  GITHUB_TOPICS,
  SIMPLE_ICONS,
  CNCF_LANDSCAPE,
  ONET,
  ESCO,
  UK_GDD,
  LADDER,
];
