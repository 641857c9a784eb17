import { LabelKind } from "../../labels/label.types";
import type { NodeKind } from "../../shared/global-id";
import type { ImportedEdge, ImportedNode, ImportSink, RowPlace } from "../import-sink";
import type { ImportSource, ReadLinks } from "../import-source";

/** A node as kind and key. */
export type End = readonly [NodeKind, string];

export type MadeLink = Omit<ImportedEdge, "fromId" | "toId"> & { from: End; to: End };

/** What kinds need beside a name. */
const REQUIRED: Partial<Record<NodeKind, Record<string, unknown>>> = {
  SKILL: { skill_kind: "SKILL" },
  TECHNOLOGY: { technology_kind: "TOOL" },
  CAREER_LEVEL: { track: "IC", rank: 1 },
};

/** A node with an English name. */
export function madeNode(
  [kind, key]: End,
  name: string = key,
  { fields, labels = [], ...more }: Partial<ImportedNode> = {},
): ImportedNode {
  const preferred = { locale: "en", kind: LabelKind.PREFERRED, text: name };
  return {
    kind,
    key,
    ...more,
    labels: [preferred, ...labels],
    fields: { ...REQUIRED[kind], ...fields },
  };
}

export function alias(text: string, locale = "en") {
  return { locale, kind: LabelKind.ALTERNATIVE, text };
}

export function madeLink(
  kind: MadeLink["kind"],
  from: End,
  to: End,
  fields?: MadeLink["fields"],
  more: Partial<MadeLink> = {},
): MadeLink {
  return { kind, from, to, ...(fields && { fields }), ...more };
}

/** Where the n-th row of a source of a test's own stands. */
export function madePlace(n: number, values: unknown = null): RowPlace {
  return { file: "made.csv", line: n + 2, values };
}

/** What a source states, and what it does beside, first while it states nodes, then while it states links. */
export interface Made {
  nodes?: readonly ImportedNode[];
  links?: readonly MadeLink[];
  onNodes?: (sink: ImportSink) => void | Promise<void>;
  onLinks?: (sink: ImportSink) => void | Promise<void>;
  version?: string;
  attribution?: string | null;
}

/** A source of a test's own, with the entities `nodes` and `links`: a row for each. */
export function madeSource(name: string, made: Made): ImportSource {
  const { nodes = [], links = [], version = null, attribution = `As ${name} says.` } = made;
  return {
    name,
    scheme: name.toUpperCase(),
    title: `The data of ${name}`,
    description: `What ${name} says.`,
    publisher: `${name} Ltd`,
    licence: "CC BY 4.0",
    attribution,
    url: `https://${name}.example/`,
    versions: "all",
    files: ["made.csv"],
    readVersion: async () => version,
    async readNodes(_input, sink): Promise<ReadLinks> {
      for (const node of nodes) sink.node("nodes", node);
      await made.onNodes?.(sink);
      await sink.drain();
      return async () => {
        for (const [n, { from, to, ...link }] of links.entries()) {
          const ends = { fromId: sink.idOf(...from), toId: sink.idOf(...to) };
          sink.edge("links", { ...link, ...ends }, madePlace(n, [from[1], to[1]]));
        }
        await made.onLinks?.(sink);
        await sink.drain();
      };
    },
  };
}
