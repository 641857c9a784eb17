import type { ImportSink } from "../import-sink";
import type { ImportSource, ReadLinks } from "../import-source";
import type { ImportInput } from "../input/import-input";
import { requireFile } from "../tables/find-table";
import { leaveOutOthers } from "./leave-out";
import { linkRatings } from "./link-ratings";
import { linkRelated, relatedFiles } from "./link-related";
import { RATING_SOURCES } from "./ratings";
import { READ_ME, readVersion } from "./read-version";
import { UNSPSC } from "./state-commodities";
import {
  EDUCATION,
  EDUCATION_CATEGORIES,
  linkQualifications,
  stateQualifications,
} from "./state-education";
import { CONTENT_MODEL, linkElements, stateElements } from "./state-elements";
import { OCCUPATION_DATA, OCCUPATION_FILES, stateOccupations } from "./state-occupations";
import { linkTasks, stateTasks, TASK_STATEMENTS } from "./state-tasks";
import { linkTechnologies, stateTechnologies } from "./state-technologies";
import { TECHNOLOGY_SKILLS } from "./technology-uses";

/** Files that are read whenever they are there. */
const FILES = [
  ...OCCUPATION_FILES,
  CONTENT_MODEL,
  ...RATING_SOURCES.map(({ file }) => file),
  TECHNOLOGY_SKILLS,
  UNSPSC,
  TASK_STATEMENTS,
  EDUCATION_CATEGORIES,
  EDUCATION,
] as const;

/** The occupations of the United States with their skills, technologies and tasks. */
export const ONET: ImportSource = {
  name: "onet",
  scheme: "ONET",
  title: "O*NET Database",
  description:
    "Occupations of the United States: titles, job zones, related occupations, rated skills, knowledge, abilities and work styles, technologies with demand, tasks, and required education and experience.",
  publisher: "U.S. Department of Labor, Employment and Training Administration (USDOL/ETA)",
  licence: "CC BY 4.0",
  attribution:
    "This product includes information from the O*NET Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. Careergraph has modified all or some of this information. USDOL/ETA has not approved, endorsed, or tested these modifications.",
  url: "https://www.onetcenter.org/database.html",
  versions: "the text files of releases 24 to 30",
  files: [
    OCCUPATION_DATA,
    ...FILES.filter((name) => name !== OCCUPATION_DATA).map((name) => `${name} (may be missing)`),
    "Related Occupations.txt (may be missing)",
  ],

  readVersion,

  async readNodes(input: ImportInput, sink: ImportSink): Promise<ReadLinks> {
    const data = requireFile(input, [OCCUPATION_DATA]);
    const related = relatedFiles(input);
    const tasks = input.file(TASK_STATEMENTS);

    const occupations = await stateOccupations(data, input, sink);
    const elements = await stateElements(input, occupations, sink);
    const technologies = await stateTechnologies(input, occupations, sink);
    await stateTasks(tasks, occupations, sink);
    const qualifications = await stateQualifications(input.file(EDUCATION_CATEGORIES), sink);
    const taken = [...FILES, READ_ME, ...related.map(({ name }) => name)];
    await leaveOutOthers(input, taken, sink);

    return async () => {
      linkElements(elements, sink);
      for (const file of elements.files) await linkRatings(file, elements, occupations, sink);
      await linkTechnologies(technologies, occupations, sink);
      await linkTasks(tasks, occupations, sink);
      await linkQualifications(input.file(EDUCATION), qualifications, occupations, sink);
      await linkRelated(related, occupations, sink);
    };
  },
};
