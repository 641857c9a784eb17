import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigError, readConfig } from "./config";
import { DEFAULT_LIMITS } from "./server/limits/limit-values";

function problemsOf(env: Record<string, string>, argv: string[] = []): readonly string[] {
  try {
    readConfig(env, argv);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe("readConfig", () => {
  it("needs nothing and then listens on this machine only", () => {
    expect(readConfig({}, [])).toMatchObject({
      environment: "development",
      host: "127.0.0.1",
      port: 4000,
      databaseUrl: null,
      dataDir: ".data",
      inMemory: false,
      poolSize: 10,
      introspection: true,
      playground: true,
      corsOrigins: [],
      trustProxy: false,
      logLevel: "info",
      limits: { depth: 12, tokens: 2000, nodes: 10_000, pageSize: 100 },
    });
  });

  it("counts an empty variable as absent", () => {
    expect(readConfig({ PORT: "", DATABASE_URL: " ", CORS_ORIGINS: "" }, [])).toEqual(
      readConfig({}, []),
    );
  });

  it("cannot be changed after it is read", () => {
    const config = readConfig({ CORS_ORIGINS: "https://a.example" }, []);
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.limits)).toBe(true);
    expect(Object.isFrozen(config.corsOrigins)).toBe(true);
  });

  it("reads every variable", () => {
    const env = {
      NODE_ENV: "production",
      HOST: "0.0.0.0",
      PORT: "80",
      DATABASE_URL: "postgres://me:secret@db/graph",
      DATA_DIR: "/data",
      POOL_SIZE: "3",
      INTROSPECTION: "off",
      PLAYGROUND: "off",
      CORS_ORIGINS: "https://a.example, http://localhost:5173",
      TRUST_PROXY: "10.0.0.0/8, ::1",
      LOG_LEVEL: "warn",
      SHUTDOWN_DELAY_MS: "5000",
      LIMIT_DEPTH: "7",
      npm_lifecycle_event: "start",
    };
    expect(readConfig(env, [])).toMatchObject({
      environment: "production",
      host: "0.0.0.0",
      port: 80,
      databaseUrl: "postgres://me:secret@db/graph",
      dataDir: "/data",
      poolSize: 3,
      introspection: false,
      playground: false,
      corsOrigins: ["https://a.example", "http://localhost:5173"],
      trustProxy: ["10.0.0.0/8", "::1"],
      logLevel: "warn",
      shutdownDelayMs: 5000,
      stopWithParent: true,
      limits: { ...DEFAULT_LIMITS, depth: 7 },
    });
  });

  it("takes --memory and refuses every other flag", () => {
    expect(readConfig({}, ["--memory"]).inMemory).toBe(true);
    expect(problemsOf({}, ["--memroy", "x"])).toEqual([
      'command line: given "--memroy"; legal: --memory',
      'command line: given "x"; legal: --memory',
    ]);
  });

  it("refuses --memory together with a database", () => {
    expect(problemsOf({ DATABASE_URL: "postgres://h/d" }, ["--memory"])).toEqual([
      "--memory: given together with DATABASE_URL; legal: one of the two",
    ]);
  });

  it("lists all mistakes at once, each with its variable, what was given and what is legal", () => {
    const env = {
      NODE_ENV: "prod",
      PORT: "70000",
      HOST: "a b",
      INTROSPECTION: "yes",
      LOG_LEVEL: "loud",
      LIMIT_DEPTH: "-1",
      POOL_SIZE: "1e3",
    };
    expect(problemsOf(env)).toEqual([
      'NODE_ENV: given "prod"; legal: development, production, test',
      'HOST: given "a b"; legal: a host name or an IP address',
      'PORT: given "70000"; legal: a whole number, 0 to 65535',
      'POOL_SIZE: given "1e3"; legal: a whole number, 1 to 1000',
      'INTROSPECTION: given "yes"; legal: on, off',
      expect.stringMatching(/^LOG_LEVEL: given "loud"; legal: trace, debug/),
      'LIMIT_DEPTH: given "-1"; legal: a whole number, 1 to 100',
    ]);
    expect(() => readConfig(env, [])).toThrow(/^The configuration is not valid:\n {2}NODE_ENV: /);
  });

  it("never repeats a DATABASE_URL, which may hold a password", () => {
    for (const url of ["mysql://root:hunter2@h/d", "hunter2", "postgres://u:hunter2@h:port/d"]) {
      const [problem] = problemsOf({ DATABASE_URL: url });
      expect(problem).toMatch(/^DATABASE_URL: .*postgres:\/\/user/);
      expect(problem).not.toContain("hunter2");
    }
  });

  it("takes origins only as browsers send them, and * only alone", () => {
    expect(readConfig({ CORS_ORIGINS: "*" }, []).corsOrigins).toBe("*");
    for (const wrong of ["https://a.example/", "a.example", "*,https://a.example", "null"]) {
      expect(problemsOf({ CORS_ORIGINS: wrong })[0]).toMatch(/^CORS_ORIGINS: given /);
    }
  });

  it("trusts nobody, everybody, or addresses, and no number of hops, which could be forged", () => {
    expect(readConfig({ TRUST_PROXY: "on" }, []).trustProxy).toBe(true);
    expect(readConfig({ TRUST_PROXY: "off" }, []).trustProxy).toBe(false);
    for (const wrong of ["1", "proxy.local", "10.0.0.0/33", "10.0.0.1/8/9"]) {
      expect(problemsOf({ TRUST_PROXY: wrong })[0]).toMatch(/^TRUST_PROXY: given /);
    }
  });

  it("refuses a limit that does not exist", () => {
    expect(problemsOf({ LIMIT_DEPHT: "3" })[0]).toMatch(
      /^LIMIT_DEPHT: there is no such limit; legal: .*LIMIT_DEPTH/,
    );
  });

  it("refuses time-outs that would leave the database working for nobody", () => {
    expect(problemsOf({ LIMIT_STATEMENT_MS: "9000" })).toEqual([
      "LIMIT_STATEMENT_MS: given 9000; legal: less than LIMIT_REQUEST_MS, which is 5000",
    ]);
  });
});

describe(".env.example", () => {
  const lines = readFileSync(join(__dirname, "../.env.example"), "utf8").split("\n");
  const given = Object.fromEntries(
    lines.filter((line) => /^[A-Z]/.test(line)).map((line) => line.split("=", 2)),
  ) as Record<string, string>;

  it("shows the default of every variable", () => {
    expect(readConfig(given, [])).toEqual(readConfig({}, []));
  });

  it("shows every limit", () => {
    const limits = Object.keys(given).filter((name) => name.startsWith("LIMIT_"));
    expect(limits).toHaveLength(Object.keys(DEFAULT_LIMITS).length);
  });
});
