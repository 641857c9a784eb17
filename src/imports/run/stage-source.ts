import { LabelKind, TextKind } from "../../labels/label.types";
import type { Staging } from "../../merge/staging";
import { SourceKind } from "../../sources/source.entity";
import type { ImportSource } from "../import-source";

/** The source itself is a node, stated by itself: licence and attribution travel with the data. */
export function stageSource(
  staging: Staging,
  source: ImportSource,
  sourceId: string,
  version: string | null,
): void {
  const { scheme, name, title, description, publisher, licence, attribution, url } = source;
  staging.node({
    id: sourceId,
    kind: "SOURCE",
    keys: [{ scheme, key: "source" }],
    assertions: [
      {
        sourceId,
        origin: "IMPORTED",
        fields: {
          slug: name,
          labels: [{ locale: "en", kind: LabelKind.PREFERRED, text: title }],
          texts: [{ locale: "en", kind: TextKind.DESCRIPTION, text: description }],
          source_kind: SourceKind.DATA_SET,
          author: publisher,
          licence,
          url,
          ...(attribution && { attribution }),
          ...(version && { source_version: version }),
        },
      },
    ],
  });
}
