import type { ImportSink } from "../import-sink";
import type { InputFile } from "../input/import-input";
import type { Row } from "../tables/read-table";
import { named } from "./named";
import { readRows } from "./read-rows";
import { given, OCCUPATION, type Occupations, occupationOf, type Refusal } from "./row-values";

export const TASK_STATEMENTS = "Task Statements.txt";

const ENTITY = "tasks";
const COLUMNS = [OCCUPATION, "Task ID", "Task"] as const;

interface Task {
  occupation: string;
  id: string;
  text: string;
}

/** States the tasks: each row is one, of one occupation. */
export async function stateTasks(
  file: InputFile | null,
  occupations: Occupations,
  sink: ImportSink,
): Promise<void> {
  const stated = new Set<string>();
  await readRows(file, COLUMNS, sink, (row) => {
    const task = readTask(row, occupations);
    if ("reason" in task) return sink.skip(ENTITY, task.reason, row, task.note);
    if (stated.has(task.id)) return;
    stated.add(task.id);
    sink.node(ENTITY, { kind: "RESPONSIBILITY", key: task.id, ...named(task.text, "") });
  });
}

/**
 * States who has the tasks. A row was accounted for when it stated its task; a further row with the same Task ID says
 * something new only if it names another occupation.
 */
export async function linkTasks(
  file: InputFile | null,
  occupations: Occupations,
  sink: ImportSink,
): Promise<void> {
  const seen = new Set<string>();
  await readRows(file, COLUMNS, sink, (row) => {
    const task = readTask(row, occupations);
    if ("reason" in task) return;
    const rows = seen.has(task.id) ? 1 : 0;
    seen.add(task.id);
    sink.edge(
      ENTITY,
      {
        kind: "DUTY",
        fromId: sink.idOf("ROLE", task.occupation),
        toId: sink.idOf("RESPONSIBILITY", task.id),
        // `Core` or `Supplemental`; empty where nobody was asked.
        strength: given(row, "Task Type") || undefined,
      },
      row,
      rows,
    );
  });
}

function readTask(row: Row, occupations: Occupations): Task | Refusal {
  const about = occupationOf(row, occupations);
  if ("reason" in about) return about;
  const id = given(row, "Task ID");
  const text = given(row, "Task");
  return id === "" || text === ""
    ? { reason: "MISSING_VALUE", note: "an ID and a text are needed" }
    : { ...about, id, text };
}
