import { Origin } from "../../edges/edge.entity";
import { LabelKind, TextKind } from "../../labels/label.types";
import { assertionPlace } from "../../merge/ids";
import { NEEDED_COLUMNS } from "../../merge/needed-columns";
import type {
  AssertionRecord,
  EdgeRecord,
  NodeRecord,
  QualifierRecord,
  StatedFields,
} from "../../merge/records";
import type { NodeKind } from "../../shared/global-id";
import {
  filledText,
  list,
  locale,
  number,
  object,
  oneOf,
  optional,
  slug,
  text,
  uuid,
  WrongValue,
} from "./check-values";
import type { GraphColumns, StatedColumns } from "./stated-columns";

/** A node as a file has it. */
export interface FileNode extends NodeRecord {
  slug: string;
  /** Whether one of its assertions gives it a name. */
  isNamed: boolean;
  shown: StatedFields | null;
  /** Nodes that its values name, with the kind they have to be of. */
  references: readonly { path: string; id: string; kind: string | null }[];
}

const NODE = new Set(["type", "id", "kind", "slug", "keys", "assertions", "shown"]);
const LINK = new Set(["type", "kind", "from", "to", "statementKey", "assertions"]);
const KEY = new Set(["scheme", "key"]);
const ASSERTION = new Set([
  ...["id", "source", "origin", "locator", "wording", "strength", "confidence"],
  ...["qualifiers", "fields"],
]);
const QUALIFIER = new Set(["name", "value", "unit"]);
const LABEL = new Set(["locale", "kind", "text"]);
const ORIGINS: ReadonlySet<`${Origin}`> = new Set(Object.values(Origin));

type Subject = "node" | "link";
type Columns = Pick<StatedColumns<string>, "checks">;

/** @throws WrongValue */
export function parseNode(value: unknown, { nodes: stated }: GraphColumns): FileNode {
  const line = object(value, "", NODE);
  const kind = oneOf(line.kind, "kind", stated.kinds);
  const assertions = parseAssertions(line.assertions ?? [], "node", stated);
  const shown = line.shown === undefined ? null : parseFields(line.shown, "shown", "node", stated);
  const isNamed = assertions.some(({ fields }) => hasName(fields));
  if (shown) checkShown(shown, isNamed && statesNeeded(kind, assertions));
  const stating = [...assertions.map(({ fields }) => fields), ...(shown ? [shown] : [])];
  return {
    id: uuid(line.id, "id"),
    kind,
    slug: slug(line.slug, "slug"),
    keys: list(line.keys ?? [], "keys", (element, path) => {
      const { scheme, key } = object(element, path, KEY);
      return {
        scheme: filledText(scheme, `${path}.scheme`),
        key: filledText(key, `${path}.key`),
      };
    }),
    assertions,
    isNamed,
    shown,
    references: [...stated.references].flatMap(([column, kindOf]) =>
      stating.flatMap((fields) =>
        fields[column] ? [{ path: column, id: String(fields[column]), kind: kindOf }] : [],
      ),
    ),
  };
}

/** @throws WrongValue */
export function parseLink(value: unknown, { links: stated }: GraphColumns): EdgeRecord {
  const line = object(value, "", LINK);
  const kind = oneOf(line.kind, "kind", stated.kinds);
  const fromId = uuid(line.from, "from");
  const toId = optional(line.to, "to", uuid) ?? null;
  if (fromId === toId) throw new WrongValue("to", "another node than from");
  const statementKey = optional(line.statementKey, "statementKey", text) ?? null;
  if ((kind === "STATEMENT") !== (statementKey !== null))
    throw new WrongValue("statementKey", "a text with every STATEMENT, and with no other kind");
  if (toId === null && kind !== "STATEMENT") throw new WrongValue("to", "a UUID in lower case");
  const assertions = parseAssertions(line.assertions, "link", stated);
  if (assertions.length === 0) throw new WrongValue("assertions", "at least one");
  return { kind, fromId, toId, statementKey, assertions };
}

function parseAssertions(value: unknown, of: Subject, stated: Columns): AssertionRecord[] {
  const assertions = list(value, "assertions", (element, path) =>
    parseAssertion(element, path, of, stated),
  );
  const places = new Set(
    assertions.map((said) => said.id ?? `${said.sourceId} ${assertionPlace(said)}`),
  );
  if (places.size < assertions.length)
    throw new WrongValue(
      "assertions",
      "each to differ from the others in source, locator, wording, strength or qualifiers",
    );
  return assertions;
}

function parseAssertion(
  value: unknown,
  path: string,
  of: Subject,
  stated: Columns,
): AssertionRecord {
  const { id, source, origin, locator, wording, strength, confidence, qualifiers, fields } = object(
    value,
    path,
    ASSERTION,
  );
  return {
    id: optional(id, `${path}.id`, uuid),
    sourceId: uuid(source, `${path}.source`),
    origin: oneOf(origin, `${path}.origin`, ORIGINS),
    locator: optional(locator, `${path}.locator`, text),
    wording: optional(wording, `${path}.wording`, text),
    strength: optional(strength, `${path}.strength`, text),
    confidence: optional(confidence, `${path}.confidence`, share),
    qualifiers: optional(qualifiers, `${path}.qualifiers`, (each, at) =>
      list(each, at, parseQualifier),
    ),
    fields: parseFields(fields ?? {}, `${path}.fields`, of, stated),
  };
}

function share(value: unknown, path: string): number {
  if (number(value, path) < 0 || Number(value) > 1) throw new WrongValue(path, "a number, 0 to 1");
  return value as number;
}

function parseQualifier(value: unknown, path: string): QualifierRecord {
  const qualifier = object(value, path, QUALIFIER);
  filledText(qualifier.name, `${path}.name`);
  optional(qualifier.unit, `${path}.unit`, text);
  const said = qualifier.value;
  if (typeof said === "string") text(said, `${path}.value`);
  else if (Array.isArray(said)) list(said, `${path}.value`, text);
  else if (typeof said !== "number" && typeof said !== "boolean")
    throw new WrongValue(`${path}.value`, "a text, a number, true or false, or an array of texts");
  return qualifier as unknown as QualifierRecord;
}

/** Values by column; of nodes also labels and texts. */
function parseFields(value: unknown, path: string, of: Subject, { checks }: Columns): StatedFields {
  const beside = of === "node" ? ["labels", "texts"] : [];
  const fields = object(value, path, {
    has: (name) => checks.has(name) || beside.includes(name),
    keys: () => [...checks.keys(), ...beside],
  });
  for (const [column, stated] of Object.entries(fields)) {
    const at = `${path}.${column}`;
    if (!beside.includes(column)) checks.get(column)?.(stated, at);
    else if (stated !== null) list(stated, at, column === "labels" ? label : localText);
  }
  return fields;
}

const label = textOfKind(new Set(Object.values(LabelKind)));
const localText = textOfKind(new Set(Object.values(TextKind)));

function textOfKind<T extends string>(kinds: ReadonlySet<T>) {
  return (value: unknown, path: string): void => {
    const said = object(value, path, LABEL);
    locale(said.locale, `${path}.locale`);
    oneOf(said.kind, `${path}.kind`, kinds);
    filledText(said.text, `${path}.text`);
  };
}

function hasName({ labels }: StatedFields): boolean {
  return (labels ?? []).some(({ kind }) => kind === LabelKind.PREFERRED);
}

/** Whether assertions say all that a node of the kind cannot be without. */
function statesNeeded(kind: NodeKind, assertions: readonly AssertionRecord[]): boolean {
  return (NEEDED_COLUMNS[kind] ?? []).every((column) =>
    assertions.some(({ fields }) => column in fields),
  );
}

function checkShown(shown: StatedFields, isWhole: boolean): void {
  if (isWhole)
    throw new WrongValue("shown", "nothing, because assertions give a name and all that it needs");
  if (!shown.status) throw new WrongValue("shown.status", "ACTIVE or DEPRECATED");
  if (!hasName(shown)) throw new WrongValue("shown.labels", "a PREFERRED label");
  if ("slug" in shown) throw new WrongValue("shown.slug", "nothing: the node's slug stands before");
}
