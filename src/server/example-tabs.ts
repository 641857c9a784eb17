import { type DefinitionNode, Kind, parse, separateOperations } from "graphql";

/**
 * Cuts a document into one text for each operation: with the comments that stand above it, and with
 * the fragments that it uses after it. Order and wording stay. A document that does not parse, or
 * that has no operation, is given back whole.
 */
export function splitOperations(text: string): string[] {
  let definitions: readonly DefinitionNode[];
  let separated: ReturnType<typeof separateOperations>;
  try {
    const document = parse(text);
    definitions = document.definitions;
    separated = separateOperations(document);
  } catch {
    return [text];
  }
  const texts = new Map<string, string>();
  let start = 0;
  for (const definition of definitions) {
    const end = definition.loc?.end ?? start;
    texts.set(keyOf(definition), text.slice(start, end).trim());
    start = end;
  }
  const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const tabs = operations.map((operation) => {
    const used = separated[operation.name?.value ?? ""]?.definitions ?? [operation];
    const parts = [operation, ...used.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)];
    return `${parts.map((node) => texts.get(keyOf(node))).join("\n\n")}\n`;
  });
  return tabs.length > 0 ? tabs : [text];
}

function keyOf(definition: DefinitionNode): string {
  const name = "name" in definition ? definition.name?.value : undefined;
  return `${definition.kind} ${name ?? ""}`;
}
