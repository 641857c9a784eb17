import { onDatabase, print } from "./on-database";

/** `npm run migrate`: brings the tables of the configured database up to this release. `npm start` does that, too. */
void print(() =>
  onDatabase(async (database) => {
    const names = await database.migrate();
    if (names.length === 0) return "Nothing changed: no migration is pending.";
    return ["Migrated:", ...names.map((name) => `  ${name}`)].join("\n");
  }, process.argv.slice(2)),
);
