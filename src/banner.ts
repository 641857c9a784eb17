import type { GraphState } from "./graph-state/graph-state.types";

/** What `npm start` prints when the server answers: where, from which database, how much is in it, and a first query. */
export function bannerOf(address: string, database: string, graph: GraphState): string {
  const countsOf = (subject: string) => graph.counts.filter((count) => count.subject === subject);
  const kinds = countsOf("node").map(
    ({ kind, count }) => `${kind.toLowerCase().replaceAll("_", " ")} ${count}`,
  );
  const links = countsOf("edge").reduce((sum, { count }) => sum + count, 0);
  const query =
    '{"query":"{ role(by: { slug: \\"backend-developer\\" }) { name levels { nodes { name } } } }"}';
  return `
  Careergraph is running.

  GraphQL      ${address}/graphql
  Playground   ${address}/graphql (open it in a browser)
  Health       ${address}/healthz   ${address}/readyz
  Database     ${database}
  Graph        revision ${graph.revision}, ${links} links
${wrapList(kinds, "               ")}

  Try it:
  curl -s ${address}/graphql -H 'content-type: application/json' -d '${query}'

`;
}

/** Items separated by commas on lines of at most 100 characters. */
function wrapList(items: readonly string[], indent: string): string {
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + item.length < 90)
      lines[lines.length - 1] = `${last}, ${item}`;
    else lines.push(`${indent}${item}`);
  }
  return lines.join(",\n");
}
