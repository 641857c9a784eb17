import { type GraphParts, makeGraph } from "../../algorithms/order/directed-graph";
import { indexRequirements } from "../../algorithms/scoring/requirement-index";
import type { RequirementTable } from "../../algorithms/scoring/requirements/requirement-table";
import { skillUse } from "../../algorithms/scoring/skill-use";
import { buildTheta } from "../../algorithms/scoring/theta-matrix";
import { toTwoWayGraph } from "../../algorithms/subgraphs/two-way-graph";
import { makeLabelDictionary } from "../../algorithms/text-matching/label-dictionary";
import { type LabelColumns, toMatchLabels } from "../labels/label-columns";
import { buildMoves } from "../moves/build-moves";
import { relationShapes } from "../structure/relation-shapes";

/** The pure functions that may run in a worker, by name. Arguments and results survive a structured clone. */
export const TASKS = {
  theta: (table: RequirementTable, populations: ReadonlyMap<string, string>) =>
    buildTheta(
      skillUse(indexRequirements(table), { populationOf: (role) => populations.get(role) ?? "" }),
    ),
  moves: buildMoves,
  labels: (columns: LabelColumns) => makeLabelDictionary(toMatchLabels(columns)),
  graph: (parts: GraphParts) => toTwoWayGraph(makeGraph(parts)),
  shapes: relationShapes,
};

export type Tasks = typeof TASKS;
