import type { Database } from "../database/database";
import { fold } from "../shared/fold";
import type { NodeKind } from "../shared/global-id";
import { insertEdge, insertNode, insertRow } from "./graph-rows";
import { openEmptyGraph } from "./starter-graph";

type Labels = readonly (readonly [kind: string, locale: string, text: string])[];

/** A node to be found: its kind, its name (its preferred label in English), further labels. */
type Labelled = readonly [NodeKind, string, Labels?];

/** A small graph of names that searches stumble over. */
const NODES: readonly Labelled[] = [
  ["TECHNOLOGY", "Kubernetes", [["ALTERNATIVE", "en", "K8s"]]],
  ["TECHNOLOGY", "Node.js", [["HIDDEN", "en", "Nodjes"]]],
  ["TECHNOLOGY", "Java"],
  ["TECHNOLOGY", "JavaScript", [["ALTERNATIVE", "en", "JS"]]],
  ["TECHNOLOGY", "C"],
  ["TECHNOLOGY", "C#"],
  ["TECHNOLOGY", "C++"],
  ["TECHNOLOGY", ".NET"],
  ["TECHNOLOGY", "ASP.NET"],
  ["TECHNOLOGY", "Go"],
  ["TECHNOLOGY", "Google Cloud"],
  ["TECHNOLOGY", "R"],
  ["TECHNOLOGY", "Rust"],
  ["TECHNOLOGY", "Python"],
  ["TECHNOLOGY", "100%_sure\\"],
  ["SKILL", "Project management", [["PREFERRED", "de", "Projektleitung"]]],
  ["SKILL", "Project risk management"],
  ["SKILL", "Lead a project and its management"],
  ["SKILL", "Object-oriented design in Java"],
  ["SKILL", "API design", [["ALTERNATIVE", "en", "Design of APIs"]]],
  ["SKILL", "Coffee brewing", [["PREFERRED", "de", "Kaffee aufbrühen"]]],
  ["SKILL", "Data analysis", [["PREFERRED", "ar", "تحليل البيانات"]]],
  ["ROLE", "Software developer", [["PREFERRED", "ru", "Разработчик программ"]]],
  ["ROLE", "Embedded software engineer", [["ALTERNATIVE", "fr", "Ingénieur logiciel"]]],
  ["ROLE", "Café manager", [["ALTERNATIVE", "en", "🚀 Rocket barista"]]],
  ["ROLE_FAMILY", "Engineering"],
  ["SPECIALIZATION", "Backend developer"],
];

/** A fresh database with these nodes in it. Close it after the tests. */
export async function openLabelledGraph(): Promise<Database> {
  const database = await openEmptyGraph();
  await database.transaction(async (tx) => {
    for (const [kind, name, labels = []] of NODES) {
      const id = await insertNode(tx, kind, slugOf(name), { name, sort_name: fold(name) });
      for (const label of [["PREFERRED", "en", name] as const, ...labels])
        await insertRow(tx, "label", labelRow(id, kind, label));
    }
    const developer = ["ROLE", slugOf("Software developer")] as const;
    const backend = ["SPECIALIZATION", slugOf("Backend developer")] as const;
    await insertEdge(tx, "BROADER", developer, ["ROLE_FAMILY", slugOf("Engineering")]);
    await insertEdge(tx, "HAS_SPECIALIZATION", developer, backend);
  });
  return database;
}

/** Runs `work` while nodes with one label each are there beside the others: kind, name, kind of label, label. */
export async function withLabels(
  database: Database,
  labels: readonly (readonly [NodeKind, string, string, string])[],
  work: () => Promise<void>,
): Promise<void> {
  await database.transaction(async (tx) => {
    for (const [nodeKind, name, kind, text] of labels) {
      const id = await insertNode(tx, nodeKind, slugOf(name), { name, sort_name: fold(name) });
      await insertRow(tx, "label", labelRow(id, nodeKind, [kind, "en", text]));
    }
  });
  try {
    await work();
  } finally {
    const names = labels.map(([, name]) => name);
    await database.transaction(async (tx) => {
      // A node goes when nothing refers to it any more.
      await tx.query(
        "DELETE FROM label l USING node n WHERE n.id = l.node_id AND n.name = ANY ($1::text[])",
        [names],
      );
      await tx.query("DELETE FROM node n WHERE n.name = ANY ($1::text[])", [names]);
    });
  }
}

function labelRow(nodeId: string, nodeKind: NodeKind, [kind, locale, text]: Labels[number]) {
  return { node_id: nodeId, node_kind: nodeKind, locale, kind, text, folded: fold(text) };
}

/** Names that differ in signs only have slugs of their own. */
function slugOf(name: string): string {
  return `n${Buffer.from(name).toString("hex")}`;
}
