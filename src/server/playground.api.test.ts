import graphiql from "graphiql/package.json";
import { splitOperations } from "./example-tabs";
import { ask, listen } from "./testing/http-client";
import { makeToyServer, type Toy } from "./testing/toy-server";

const BROWSER = {
  accept: "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
};

let toy: Toy;
beforeAll(async () => {
  toy = await makeToyServer();
  await listen(toy.server);
});
afterAll(() => toy.server.close());

const pathsIn = (html: string) =>
  [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1] ?? "");

describe("the playground", () => {
  it("is given to browsers at /graphql, and / leads there", async () => {
    const page = await ask(toy.server, { headers: BROWSER });
    expect(page.status).toBe(200);
    expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(page.headers.vary).toMatch(/accept/i);
    const root = await ask(toy.server, { path: "/", headers: BROWSER });
    expect([root.status, root.headers.location]).toEqual([302, "/graphql"]);
  });

  it("is not given to those who take anything", async () => {
    const answer = await ask(toy.server, { headers: { accept: "*/*" } });
    expect(answer.headers["content-type"]).toMatch(/^application\/json/);
  });

  it("loads everything from its own origin, without inline code", async () => {
    const { text, headers } = await ask(toy.server, { headers: BROWSER });
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(text).not.toMatch(/<script>|<style|style=| on\w+=/);
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const paths = pathsIn(text);
    expect(paths).toHaveLength(6);
    for (const path of paths) {
      const file = await ask(toy.server, { path });
      expect(file.status).toBe(200);
      expect(file.headers["content-type"]).toMatch(
        path.endsWith(".js") ? /^text\/javascript/ : /^text\/css/,
      );
      expect(file.headers["cache-control"]).toContain("immutable");
    }
  });

  it("carries the example operations as tabs", async () => {
    const { text } = await ask(toy.server, { headers: BROWSER });
    const path = pathsIn(text).find((each) => each.endsWith("start.js"));
    const script = (await ask(toy.server, { path: path ?? "" })).text;
    expect(script).toContain(JSON.stringify("# First\nquery First { __typename }\n"));
    expect(script).toContain(JSON.stringify("# Second\nquery Second { __typename }\n"));
  });

  it("changes the address of its files when an example changes", async () => {
    const other = await makeToyServer({}, {}, { exampleQueries: "{ __typename }" });
    await listen(other.server);
    const ours = await ask(toy.server, { headers: BROWSER });
    const theirs = await ask(other.server, { headers: BROWSER });
    expect(pathsIn(ours.text)).not.toEqual(pathsIn(theirs.text));
    await other.server.close();
  });

  it("can be turned off", async () => {
    const { server } = await makeToyServer({ PLAYGROUND: "off" });
    await listen(server);
    const answer = await ask(server, { headers: BROWSER });
    expect([answer.status, answer.headers["content-type"]]).toEqual([
      400,
      "application/json; charset=utf-8",
    ]);
    expect((await ask(server, { path: "/", headers: BROWSER })).status).toBe(404);
    await server.close();
  });

  it("allows by hash the one style that GraphiQL's dialogs add, in the version that was looked at", () => {
    // With another version: open the settings in a browser, and take the hash from its console.
    expect(graphiql.version).toBe("4.1.2");
  });
});

describe("splitOperations", () => {
  it("keeps the comments above each operation and adds the fragments it uses", () => {
    const text = `# One
query One { ...A }

fragment A on Query { ...B }
# About B
fragment B on Query { __typename }

# Two,
# in two lines
query Two { __typename }
`;
    expect(splitOperations(text)).toEqual([
      "# One\nquery One { ...A }\n\nfragment A on Query { ...B }\n\n# About B\nfragment B on Query { __typename }\n",
      "# Two,\n# in two lines\nquery Two { __typename }\n",
    ]);
  });

  it("gives back whole what has no operation or does not parse", () => {
    expect(splitOperations("# nothing")).toEqual(["# nothing"]);
    expect(splitOperations("fragment A on Query { a }")).toEqual(["fragment A on Query { a }"]);
    expect(splitOperations("{ __typename }")).toEqual(["{ __typename }\n"]);
  });
});
