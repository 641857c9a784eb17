/**
 * The only reader of process.env. Everything else gets a typed, frozen `Config`.
 * `.env` files are not read by this file: use `node --env-file=.env`, as `.env.example` says.
 */

import { isIP } from "node:net";
import { LIMIT_RANGES, type Limits, type Range } from "./server/limits/limit-values";

export type LogLevel = (typeof LOG_LEVELS)[number];
const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
const ENVIRONMENTS = ["development", "production", "test"] as const;

export interface Config {
  readonly environment: (typeof ENVIRONMENTS)[number];
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** null: the embedded database in `dataDir`, or in memory. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly inMemory: boolean;
  /** Connections to PostgreSQL; the embedded database has one. */
  readonly poolSize: number;
  readonly introspection: boolean;
  readonly playground: boolean;
  /** Origins of other sites whose pages may call the API; "*" is any, then without credentials. */
  readonly corsOrigins: readonly string[] | "*";
  /** Whose X-Forwarded-… headers count: nobody's, everybody's, or those of these addresses. */
  readonly trustProxy: boolean | readonly string[];
  readonly logLevel: LogLevel;
  /** How long requests are still taken after SIGTERM, so that load balancers can turn away. */
  readonly shutdownDelayMs: number;
  /** Stop when the parent process ends: npm leaves its child behind when it is killed. */
  readonly stopWithParent: boolean;
  readonly limits: Limits;
}

/** Every mistake at once; `message` has one line for each. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(["The configuration is not valid:", ...problems.map((line) => `  ${line}`)].join("\n"));
    this.name = "ConfigError";
  }
}

/**
 * Reads the environment and the command line (without node and script: `process.argv.slice(2)`).
 * An empty variable counts as absent. Throws one ConfigError that names every wrong variable,
 * what was given (never of a secret) and what is legal.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  argv: readonly string[],
): Config {
  const read = new Reader(env);
  for (const flag of argv) {
    if (flag !== "--memory") read.reject(`command line: given ${show(flag)}; legal: --memory`);
  }
  const inMemory = argv.includes("--memory");
  const databaseUrl = read.databaseUrl();
  if (inMemory && databaseUrl !== null) {
    read.reject("--memory: given together with DATABASE_URL; legal: one of the two");
  }
  const config: Config = {
    environment: read.oneOf("NODE_ENV", ENVIRONMENTS, "development"),
    // Only this machine by default: there is no sign-in, so being reachable is a decision.
    host: read.text("HOST", /^[\w.:-]+$/, "a host name or an IP address", "127.0.0.1"),
    port: read.integer("PORT", [4_000, 0, 65_535]),
    databaseUrl,
    dataDir: read.get("DATA_DIR") ?? ".data",
    inMemory,
    poolSize: read.integer("POOL_SIZE", [10, 1, 1_000]),
    introspection: read.onOff("INTROSPECTION", true),
    playground: read.onOff("PLAYGROUND", true),
    corsOrigins: read.corsOrigins(),
    trustProxy: read.trustProxy(),
    logLevel: read.oneOf("LOG_LEVEL", LOG_LEVELS, "info"),
    shutdownDelayMs: read.integer("SHUTDOWN_DELAY_MS", [1_000, 0, 8_000]),
    stopWithParent: read.get("npm_lifecycle_event") !== undefined,
    limits: read.limits(),
  };
  if (read.problems.length > 0) throw new ConfigError(read.problems);
  return Object.freeze(config);
}

/** Takes variables out of the environment one by one and notes what is wrong with them. */
class Reader {
  readonly problems: string[] = [];

  constructor(private readonly env: Readonly<Record<string, string | undefined>>) {}

  reject(problem: string): void {
    this.problems.push(problem);
  }

  get(name: string): string | undefined {
    const value = this.env[name]?.trim();
    return value === "" ? undefined : value;
  }

  text(name: string, legal: RegExp, description: string, standard: string): string {
    const given = this.get(name);
    if (given === undefined || legal.test(given)) return given ?? standard;
    this.reject(`${name}: given ${show(given)}; legal: ${description}`);
    return standard;
  }

  oneOf<T extends string>(name: string, legal: readonly T[], standard: T): T {
    const given = this.get(name);
    const found = given === undefined ? standard : legal.find((value) => value === given);
    if (found !== undefined) return found;
    this.reject(`${name}: given ${show(given ?? "")}; legal: ${legal.join(", ")}`);
    return standard;
  }

  onOff(name: string, standard: boolean): boolean {
    return this.oneOf(name, ["on", "off"], standard ? "on" : "off") === "on";
  }

  integer(name: string, [standard, lowest, highest]: Range): number {
    const given = this.get(name);
    if (given === undefined) return standard;
    const value = /^\d{1,15}$/.test(given) ? Number(given) : Number.NaN;
    if (value >= lowest && value <= highest) return value;
    this.reject(`${name}: given ${show(given)}; legal: a whole number, ${lowest} to ${highest}`);
    return standard;
  }

  databaseUrl(): string | null {
    const given = this.get("DATABASE_URL");
    if (given === undefined) return null;
    if (/^postgres(ql)?:\/\//.test(given) && URL.canParse(given)) return given;
    this.reject(
      "DATABASE_URL: given something else (hidden, it may hold a password); legal: postgres://user:password@host:5432/database",
    );
    return null;
  }

  corsOrigins(): readonly string[] | "*" {
    const given = this.list("CORS_ORIGINS");
    if (given.length === 1 && given[0] === "*") return "*";
    for (const origin of given) {
      if (URL.canParse(origin) && /^https?:/.test(origin) && new URL(origin).origin === origin)
        continue;
      this.reject(
        `CORS_ORIGINS: given ${show(origin)}; legal: * alone, or origins like https://app.example.org (scheme, host and port only), separated by commas`,
      );
    }
    return Object.freeze(given);
  }

  trustProxy(): boolean | readonly string[] {
    const given = this.list("TRUST_PROXY");
    const [first] = given;
    if (first === undefined || first === "off") return false;
    if (first === "on") return true;
    const wrong = given.filter((address) => !isAddressOrRange(address));
    if (wrong.length === 0) return Object.freeze(given);
    this.reject(
      `TRUST_PROXY: given ${show(wrong.join(","))}; legal: off, on, or the IP addresses or CIDR ranges of the proxies, separated by commas`,
    );
    return false;
  }

  limits(): Limits {
    const names = new Map(
      Object.entries(LIMIT_RANGES).map(([key, range]) => [limitName(key), { key, range }]),
    );
    const limits = Object.fromEntries(
      [...names].map(([name, { key, range }]) => [key, this.integer(name, range)]),
    ) as Limits;
    for (const name of Object.keys(this.env)) {
      if (!name.startsWith("LIMIT_") || names.has(name)) continue;
      this.reject(`${name}: there is no such limit; legal: ${[...names.keys()].join(", ")}`);
    }
    const inOrder = (less: keyof Limits, more: keyof Limits) => {
      if (limits[less] < limits[more]) return;
      this.reject(
        `${limitName(less)}: given ${limits[less]}; legal: less than ${limitName(more)}, which is ${limits[more]}`,
      );
    };
    // Otherwise the database goes on with what its client has given up.
    inOrder("statementMs", "requestMs");
    inOrder("headersMs", "receiveMs");
    return Object.freeze(limits);
  }

  private list(name: string): string[] {
    const parts = (this.get(name) ?? "").split(",").map((part) => part.trim());
    return parts.filter((part) => part !== "");
  }
}

/** Like `10.0.0.0/8` or `::1`. */
function isAddressOrRange(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
  );
}

function limitName(key: string): string {
  return `LIMIT_${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

/** A given value as it may stand in a message: quoted and short. */
function show(given: string): string {
  return JSON.stringify(given.length > 60 ? `${given.slice(0, 60)}…` : given);
}
