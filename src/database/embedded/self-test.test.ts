import { selfTest } from "./self-test";

/** Answers the three questions in turn; everything else (BEGIN, CREATE EXTENSION, ROLLBACK) with nothing. */
function client(answers: (string | null)[]) {
  const statements: string[] = [];
  const query = async (sql: string) => {
    statements.push(sql);
    return { rows: / AS found/.test(sql) ? [{ found: answers.shift() }] : [] };
  };
  return { statements, query } as unknown as Parameters<typeof selfTest>[0] & {
    statements: string[];
  };
}

describe("selfTest", () => {
  it("passes a database that answers rightly, and leaves no trace", async () => {
    const right = client(["kubernetes", "graph databases", "18"]);
    await selfTest(right);
    expect([right.statements[0], right.statements.at(-1)]).toEqual(["BEGIN", "ROLLBACK"]);
  });

  it.each([
    ["finds nothing by trigrams", [null, "graph databases", "18"]],
    ["finds too much by full text", ["kubernetes", "graph databases,message queues", "18"]],
    ["is another major version", ["kubernetes", "graph databases", "17"]],
  ])("refuses a database that %s", async (_, answers) => {
    await expect(selfTest(client(answers))).rejects.toThrow(/failed its self-test.*npm ci/);
  });
});
