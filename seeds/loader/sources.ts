import { LabelKind, TextKind } from "../../src/labels/label.types";
import { keyId } from "../../src/merge/ids";
import type { AssertionRecord, StatedFields } from "../../src/merge/records";
import { SourceKind } from "../../src/sources/source.entity";
import type { BatchBuilder } from "./batch-builder";

/** The curated layer: data set, scheme of its keys and slug of its source node. */
export const CURATED = "careergraph";
/** The articles layer: likewise. */
export const ARTICLES = "backend-articles";

export const CURATED_SOURCE_ID = keyId("SOURCE", CURATED, "source");
export const ARTICLES_SOURCE_ID = keyId("SOURCE", ARTICLES, "source");

/** An assertion of the curated layer. */
export function curated(
  fields: StatedFields,
  more: Partial<AssertionRecord> = {},
): AssertionRecord {
  return { sourceId: CURATED_SOURCE_ID, origin: "CURATED", fields, ...more };
}

/** Name, other names and description in one language, as stated fields. */
export function names(
  name: string,
  aliases: readonly string[] = [],
  description?: string | null,
  locale = "en",
): Pick<StatedFields, "labels" | "texts"> {
  return {
    labels: [
      { locale, kind: LabelKind.PREFERRED, text: name },
      ...[...new Set(aliases)]
        .filter((alias) => alias !== name)
        .map((text) => ({ locale, kind: LabelKind.ALTERNATIVE, text })),
    ],
    ...(description ? { texts: [{ locale, kind: TextKind.DESCRIPTION, text: description }] } : {}),
  };
}

/** The two data sets themselves are nodes, each stated by itself. */
export function addSources(builder: BatchBuilder): void {
  builder.node("SOURCE", CURATED, { scheme: CURATED, key: "source" }, [
    curated({
      ...names(
        "Careergraph starter graph",
        [],
        "Roles, levels, skills and technologies of software engineering, written and reviewed for Careergraph.",
      ),
      source_kind: SourceKind.DATA_SET,
      source_version: "1",
      licence: "MIT",
    }),
  ]);
  builder.node("SOURCE", ARTICLES, { scheme: ARTICLES, key: "source" }, [
    {
      sourceId: ARTICLES_SOURCE_ID,
      origin: "IMPORTED",
      fields: {
        ...names(
          "Five articles on the backend developer",
          [],
          "Facts extracted from five public articles on the backend developer; each fact names the articles and lines that state it.",
        ),
        source_kind: SourceKind.DATA_SET,
        source_version: "1",
      },
    },
  ]);
}
