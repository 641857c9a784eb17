import { openDictionary } from "../../algorithms/text-matching/find-readings";
import type { LabelDictionary } from "../../algorithms/text-matching/label-dictionary";
import type { DictionaryLayer } from "../../algorithms/text-matching/match-labels";
import { manyByKey } from "../../shared/batching";
import type { Compute } from "../compute/compute";
import type { PartDefinition } from "../part";
import {
  type LabelColumns,
  LabelColumnsBuilder,
  type LabelRow,
  labelAt,
  numberOfOwner,
} from "./label-columns";
import type { LabelsPart } from "./labels-part";
import { readAllLabels, readLabels } from "./read-labels";

/** So many nodes are read at a time: some 10,000 labels. */
const CHUNK = 2_000;
/** With more changed nodes than these the labels of all are made ready anew. */
const MOST_CHANGED = 500;

const KINDS = new Set(["SKILL", "TECHNOLOGY"]);

/** Labels and the dictionary of them. */
interface Layer {
  readonly columns: LabelColumns;
  readonly layer: DictionaryLayer;
}

/** Keeps its pieces, which the next state is made from. */
class Labels implements LabelsPart {
  readonly layers: readonly DictionaryLayer[];

  constructor(
    /** All labels as they were when everything was read. */
    readonly large: Layer,
    /** The labels of each node that has changed since, as they are now; and the same ready for use. */
    readonly changed: ReadonlyMap<string, readonly LabelRow[]> = new Map(),
    private readonly small: Layer | null = null,
  ) {
    const hiddenOwners = new Set(
      [...changed.keys()].flatMap((owner) => numberOfOwner(large.columns, owner) ?? []),
    );
    this.layers = small ? [{ ...large.layer, hiddenOwners }, small.layer] : [large.layer];
  }

  owner(number: number): string {
    const { owners, firstOwner } = this.columnsOf(number, "firstOwner");
    return owners[number - firstOwner] as string;
  }

  isTechnology(number: number): boolean {
    const { isTechnology, firstOwner } = this.columnsOf(number, "firstOwner");
    return isTechnology[number - firstOwner] === 1;
  }

  label(number: number) {
    const columns = this.columnsOf(number, "firstLabel");
    return labelAt(columns, number - columns.firstLabel);
  }

  private columnsOf(number: number, first: "firstOwner" | "firstLabel"): LabelColumns {
    const small = this.small?.columns;
    return small && number >= small[first] ? small : this.large.columns;
  }
}

export const LABELS: PartDefinition<Labels> = {
  name: "labels",
  concerns: ({ subject, kind }) => subject !== "EDGE" && KINDS.has(kind),

  async build({ reader, compute }) {
    const builder = new LabelColumnsBuilder();
    for await (const rows of readAllLabels(reader, CHUNK)) builder.add(rows);
    return new Labels(await toLayer(builder.build(), compute));
  },

  async update({ large, changed: known }, changes, { reader, compute }) {
    const owners = [...new Set(changes.map(({ owner }) => owner))];
    if (new Set([...known.keys(), ...owners]).size > MOST_CHANGED) return null;
    const labels = manyByKey(owners, await readLabels(reader, owners), ({ owner }) => owner);
    const changed = new Map(known);
    for (const [at, owner] of owners.entries()) changed.set(owner, labels[at] ?? []);
    const { columns } = large;
    const builder = new LabelColumnsBuilder(columns.owners.length, columns.ownerOf.length);
    for (const owner of [...changed.keys()].sort()) builder.add(changed.get(owner) ?? []);
    return new Labels(large, changed, await toLayer(builder.build(), compute));
  },
};

async function toLayer(columns: LabelColumns, compute: Compute): Promise<Layer> {
  const dictionary: LabelDictionary = await compute("labels", columns.ownerOf.length, columns);
  return { columns, layer: openDictionary(dictionary) };
}
