import { openTestDatabase } from "../testing/test-database";
import type { Database } from "./database";

const onServer = process.env.TEST_DATABASE_URL !== undefined;
let database: Database;

beforeAll(async () => {
  database = await openTestDatabase({ entities: [], migrations: [] });
  await database.transaction((tx) =>
    tx.query("CREATE TABLE counter AS SELECT 1 AS id, 0 AS amount"),
  );
});
afterAll(() => database.close());

describe("readers", () => {
  it("see a later moment after a rest, during which they hold nothing", async () => {
    const reader = database.reader();
    const amount = async () =>
      (await reader.query<{ amount: number }>("SELECT amount FROM counter WHERE id = 1"))[0]
        ?.amount;
    expect(await amount()).toBe(0);
    await database.transaction((tx) => tx.query("UPDATE counter SET amount = 7 WHERE id = 1"));
    // On a server a request sees one moment of the graph, until it rests.
    expect(await amount()).toBe(onServer ? 0 : 7);
    await reader.rest();
    expect(await amount()).toBe(7);
    await reader.close();
    await reader.close();
  });

  it("are answered in the background while all others wait", async () => {
    const readers = Array.from({ length: 10 }, () => database.reader());
    await Promise.all(readers.map((reader) => reader.query("SELECT 1")));
    const background = database.backgroundReader();
    expect(await background.query("SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await Promise.all([background, ...readers].map((reader) => reader.close()));
  });
});
