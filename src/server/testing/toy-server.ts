import type { FastifyInstance } from "fastify";
import { buildSchema, GraphQLError, GraphQLObjectType, type GraphQLSchema } from "graphql";
import { type Config, readConfig } from "../../config";
import { AppError, unavailable } from "../../shared/errors";
import { createServer } from "../create-server";
import type { Limits } from "../limits/limit-values";
import type { ServerParts } from "../server-parts";

/** What the resolvers of the toy schema get. */
export interface ToyContext {
  signal: AbortSignal;
  requestId: string;
}

const TYPE_DEFINITIONS = `
  interface Node { id: ID! }
  type Role implements Node {
    id: ID!
    name: String!
    labels: [Label!]!
    family: Role
    skills(filter: SkillFilter, first: Int! = 20, after: String): SkillConnection!
  }
  type Label { text: String! locale: String! }
  type Skill implements Node { id: ID! name: String! roles(first: Int! = 20): RoleConnection! }
  type PageInfo { hasNextPage: Boolean! }
  type RoleEdge { cursor: String! node: Role! }
  type RoleConnection { edges: [RoleEdge!]! nodes: [Role!]! pageInfo: PageInfo! totalCount: Int! }
  type SkillEdge { cursor: String! node: Skill! }
  type SkillConnection { edges: [SkillEdge!]! nodes: [Skill!]! pageInfo: PageInfo! totalCount: Int! }
  enum Kind { HARD SOFT }
  input IntComparison { eq: Int gte: Int lte: Int in: [Int!] }
  input SkillFilter { and: [SkillFilter!] or: [SkillFilter!] not: SkillFilter importance: IntComparison name: String }
  input RoleBy @oneOf { id: ID slug: String }
  input Nested { nested: Nested value: Int kind: Kind values: [Int!] note: String }
  type Query {
    role(by: RoleBy!): Role
    roles(first: Int! = 20, last: Int, name: String): RoleConnection!
    skills(filter: SkillFilter, first: Int! = 20): SkillConnection!
    node(id: ID!): Node
    nodes(ids: [ID!]!): [Node]!
    echo(text: String, nested: Nested, kind: Kind, number: Int, texts: [String!], notes: [String!], list: [Nested!]): String
    fail(how: String!): String
    mustFail(how: String!): String!
    slow(ms: Int!): String
    big: String
  }
  type Mutation { rename(name: String!): Role }
`;

/** A small schema with the shapes of the real one: connections, filters, hierarchies, errors of all kinds. */
export function makeToySchema(): GraphQLSchema {
  const schema = buildSchema(TYPE_DEFINITIONS);
  const role = {
    __typename: "Role",
    id: "r1",
    name: "Backend developer",
    labels: [],
    family: null,
  };
  const connection = (node: object) => ({
    edges: [{ cursor: "c", node }],
    nodes: [node],
    pageInfo: { hasNextPage: false },
    totalCount: 1,
  });
  const skill = { __typename: "Skill", id: "s1", name: "SQL" };
  resolve(schema, "Query", "role", () => role);
  resolve(schema, "Query", "roles", () => connection(role));
  resolve(schema, "Query", "skills", () => connection(skill));
  resolve(schema, "Role", "skills", () => connection(skill));
  resolve(schema, "Skill", "roles", () => connection(role));
  resolve(schema, "Query", "node", () => role);
  resolve(schema, "Query", "nodes", ({ ids }) => (ids as string[]).map(() => role));
  resolve(schema, "Query", "echo", ({ text }) => text ?? "nothing");
  resolve(schema, "Query", "fail", ({ how }) => fail(how as string));
  resolve(schema, "Query", "mustFail", ({ how }) => fail(how as string));
  resolve(schema, "Query", "big", () => "x".repeat(5_000));
  resolve(schema, "Query", "slow", ({ ms }, { signal }) => wait(ms as number, signal));
  resolve(schema, "Mutation", "rename", () => role);
  return schema;
}

type Resolver = (args: Record<string, unknown>, context: ToyContext) => unknown;

function resolve(schema: GraphQLSchema, typeName: string, fieldName: string, resolver: Resolver) {
  const type = schema.getType(typeName);
  const field = type instanceof GraphQLObjectType ? type.getFields()[fieldName] : undefined;
  if (field === undefined) throw new Error(`${typeName}.${fieldName} is not in the toy schema.`);
  field.resolve = (_source, args, context) => resolver(args, context);
}

/** Errors as the layers below throw them, by a word. */
export const FAILURES: Readonly<Record<string, () => unknown>> = {
  defect: () => new Error("the secret password is hunter2"),
  app: () => new AppError("NOT_FOUND", 'role "x" does not exist.', { kind: "role", id: "x" }),
  away: () => unavailable("The database is away."),
  refused: () =>
    Object.assign(new Error("connect ECONNREFUSED 10.0.0.7:5432"), { code: "ECONNREFUSED" }),
  sql: () => Object.assign(new Error('relation "role" does not exist'), { code: "42P01" }),
  statement: () =>
    Object.assign(new Error("syntax error"), {
      code: "42P01",
      query: "select $1",
      parameters: ["private-parameter"],
      detail: "private-parameter",
    }),
  coded: () => new GraphQLError("Please sign in.", { extensions: { code: "UNAUTHENTICATED" } }),
  text: () => "a string was thrown",
};

function fail(how: string): never {
  throw FAILURES[how]?.() ?? Object.assign(new Error(`SQLSTATE ${how}`), { code: how });
}

function wait(ms: number, signal: AbortSignal): Promise<string> {
  return new Promise((done) => {
    const timer = setTimeout(done, ms, "done");
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      // Like a cancelled statement, which comes back soon after, not at once.
      setTimeout(done, 20, "aborted");
    });
  });
}

/** What happened to the contexts of the requests. */
export interface Ledger {
  opened: number;
  disposed: number;
  aborted: string[];
  lines: string[];
}

export interface Toy {
  server: FastifyInstance;
  ledger: Ledger;
  config: Config;
}

/** A server with the toy schema, silent unless LOG_LEVEL is set; `limits` replace the defaults. */
export async function makeToyServer(
  env: Record<string, string> = {},
  limits: Partial<Limits> = {},
  parts: Partial<ServerParts<ToyContext>> = {},
): Promise<Toy> {
  const read = readConfig({ NODE_ENV: "test", LOG_LEVEL: "silent", ...env }, []);
  // A busy test machine must not look like an overloaded server.
  const config = { ...read, limits: { ...read.limits, eventLoopDelayMs: 60_000, ...limits } };
  const ledger: Ledger = { opened: 0, disposed: 0, aborted: [], lines: [] };
  const server = await createServer<ToyContext>({
    schema: makeToySchema(),
    config,
    openRequest({ requestId, signal }) {
      ledger.opened += 1;
      signal.addEventListener("abort", () => ledger.aborted.push(String(signal.reason)));
      const dispose = async () => {
        ledger.disposed += 1;
      };
      return { context: { requestId, signal }, dispose };
    },
    readiness: async () => ({ ready: true, reasons: [] }),
    exampleQueries:
      "# First\nquery First { __typename }\n\n# Second\nquery Second { __typename }\n",
    logTo: { write: (line) => void ledger.lines.push(line) },
    ...parts,
  });
  return { server, ledger, config };
}
