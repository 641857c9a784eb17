import { openTestDatabase } from "../testing/test-database";
import type { ConnectedDatabase } from "./connected-database";
import { maintainRegularly } from "./maintenance";

const PERIOD_MS = 40;
let database: ConnectedDatabase;
let stop: () => void = () => {};

beforeAll(async () => {
  database = (await openTestDatabase({
    entities: [],
    migrations: [],
    url: null,
  })) as ConnectedDatabase;
});
afterEach(() => stop());
afterAll(() => database.close());

describe("regular maintenance", () => {
  it("happens after something was written, and only then", async () => {
    const log: string[] = [];
    await database.transaction((tx) => tx.query("CREATE TABLE note (id integer)"));
    stop = await maintainRegularly(database.connections, (line) => log.push(line), PERIOD_MS);
    const maintained = async () => {
      const [row] = await database
        .reader()
        .query<{ times: number }>(
          "SELECT (vacuum_count)::int AS times FROM pg_stat_all_tables WHERE relname = 'note'",
        );
      return row?.times;
    };
    const later = () => new Promise((resolve) => setTimeout(resolve, 10 * PERIOD_MS));
    await database.reader().query("SELECT count(*) FROM pg_class");
    await later();
    expect(await maintained()).toBe(0);
    await database.transaction((tx) => tx.query("INSERT INTO note VALUES (1)"));
    await later();
    expect(await maintained()).toBe(1);
    await later();
    expect(await maintained()).toBe(1);
    expect(log).toEqual([]);
  });
});
