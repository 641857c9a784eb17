import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { FastifyInstance, FastifyReply } from "fastify";
import { splitOperations } from "./example-tabs";
import { addVaryAccept } from "./media-types";

/** What the page takes from packages: path in the browser, package, file in the package. */
const PACKAGED = [
  { name: "react.js", package: "react", file: "umd/react.production.min.js" },
  { name: "react-dom.js", package: "react-dom", file: "umd/react-dom.production.min.js" },
  { name: "graphiql.js", package: "graphiql", file: "graphiql.min.js" },
  { name: "graphiql.css", package: "graphiql", file: "graphiql.min.css" },
] as const;

const FOLDER = "/playground";

/** GraphiQL's dialogs add one style element, always the same, that keeps the page from scrolling. */
const DIALOG_STYLE = "'sha256-nzTgYzXYDNe6BAHiiI7NNlfK8n/auuOAhh2t92YvuXo='";

/** No other origin, no inline script, no code made from text. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${DIALOG_STYLE}`,
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * GraphiQL with everything it needs from our own origin: `/graphql` for browsers, its files below
 * `/playground`. The page has no inline script; `start.js` is made here, and carries the example
 * operations as tabs. Gives the function that sends the page.
 */
export function installPlayground(
  server: FastifyInstance,
  exampleQueries: string,
): (reply: FastifyReply) => FastifyReply {
  const files = [
    ...PACKAGED.map(({ name, package: packageName, file }) => {
      // The packages export no such paths, but all export their package.json.
      const folder = dirname(require.resolve(`${packageName}/package.json`));
      return { name, content: readFileSync(join(folder, file)) };
    }),
    { name: "start.js", content: startScript(exampleQueries) },
    { name: "page.css", content: PAGE_STYLE },
  ];
  const tag = createHash("sha256");
  for (const { name, content } of files) {
    tag.update(content);
    const type = name.endsWith(".js") ? "text/javascript" : "text/css";
    server.get(`${FOLDER}/:version/${name}`, { logLevel: "warn" }, (_request, reply) =>
      // The version in the path changes with the content, so browsers may keep it for ever.
      reply
        .header("cache-control", "public, max-age=31536000, immutable")
        .type(`${type}; charset=utf-8`)
        .send(content),
    );
  }
  const version = tag.digest("hex").slice(0, 12);
  server.get("/", (_request, reply) => reply.redirect("/graphql"));
  const html = page(version);
  return (reply) => {
    addVaryAccept(reply);
    return reply
      .header("cache-control", "no-cache")
      .header("content-security-policy", CONTENT_SECURITY_POLICY)
      .type("text/html; charset=utf-8")
      .send(html);
  };
}

const PAGE_STYLE = `html, body, #playground { height: 100%; margin: 0; overflow: hidden; }
`;

function page(version: string): string {
  const path = (name: string) => `${FOLDER}/${version}/${name}`;
  const scripts = ["react.js", "react-dom.js", "graphiql.js", "start.js"];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Careergraph playground</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${path("graphiql.css")}">
<link rel="stylesheet" href="${path("page.css")}">
</head>
<body>
<main id="playground">Loading the playground …</main>
<noscript>The playground needs JavaScript. The API at this address answers any GraphQL client.</noscript>
${scripts.map((name) => `<script src="${path(name)}"></script>`).join("\n")}
</body>
</html>
`;
}

/** Runs in the browser, after React and GraphiQL have put themselves on `window`. */
function startScript(exampleQueries: string): string {
  const tabs = JSON.stringify(splitOperations(exampleQueries).map((query) => ({ query })));
  return `"use strict";
const fetcher = GraphiQL.createFetcher({ url: "/graphql" });
const playground = React.createElement(GraphiQL, {
  fetcher,
  defaultTabs: ${tabs},
  defaultEditorToolsVisibility: "variables",
  shouldPersistHeaders: false,
});
ReactDOM.createRoot(document.getElementById("playground")).render(playground);
`;
}
