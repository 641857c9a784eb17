import { openDatabase } from "./database";

const nothing = { entities: [], migrations: [], dataDir: "", memory: false };

describe("without a server", () => {
  it("opening fails with one line that names the host and not the password", async () => {
    const opening = openDatabase({ ...nothing, url: "postgres://me:secret@127.0.0.1:1/graph" });
    const error = await opening.catch((reason: Error) => reason);
    expect((error as Error).message).toBe(
      "PostgreSQL at 127.0.0.1:1 cannot be reached (ECONNREFUSED). Check DATABASE_URL and that the server runs.",
    );
  });

  it.each(["mysql://root:secret@localhost/graph", "secret", "postgres://[::1"])(
    "opening refuses what is no URL of PostgreSQL: %s",
    async (url) => {
      const error = await openDatabase({ ...nothing, url }).catch((reason: Error) => reason);
      expect((error as Error).message).toMatch(/^DATABASE_URL must look like postgres:/);
      expect((error as Error).message).not.toContain("secret");
    },
  );
});
