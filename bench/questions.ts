import { type DocumentNode, execute, type GraphQLSchema, Kind, parse, print, visit } from "graphql";
import type { IndexKeeper } from "../src/career-index/index-keeper";
import type { Database } from "../src/database/database";
import { type Mappings, makeContext } from "../src/server/context";
import { splitOperations } from "../src/server/example-tabs";

/** One operation of bench/questions.graphql. */
export interface Question {
  readonly name: string;
  /** From the comment above it, `# goal: 5 ms`; null: none. */
  readonly goalMs: number | null;
  readonly whole: DocumentNode;
  /** The same without selections of nodes: what is computed, without names. */
  readonly bare: DocumentNode;
}

/** Fields that give nodes. Without them an answer reads nothing but the revision and what its arguments name. */
const NODE_FIELDS =
  /^(node|nodes|skill|skills|role|from|to|level|via|link|resource|missing|matched|unlocks|closest|evidence.*|missing.*|insufficient.*)$/;

/** Runs questions as a request does, without HTTP and without limits. */
export function askOf(
  schema: GraphQLSchema,
  database: Database,
  mappings: Mappings,
  keeper: IndexKeeper,
) {
  const ask = async (document: DocumentNode, variableValues: Record<string, unknown>) => {
    const reader = database.reader();
    try {
      const contextValue = makeContext(reader, mappings, keeper);
      const result = await execute({ schema, document, contextValue, variableValues });
      if (result.errors) throw new Error(`${result.errors[0]?.message}\n${print(document)}`);
      return result.data as Record<string, unknown>;
    } finally {
      await reader.close();
    }
  };
  let variables: Record<string, unknown> = {};
  return {
    /** Reads the questions, and once what they ask with: a profile of 50 skills and an advertisement of 5,000 characters. */
    async prepare(text: string): Promise<Question[]> {
      variables = await variablesOf(ask);
      return splitOperations(text).map(toQuestion);
    },
    whole: (question: Question) => ask(question.whole, variables),
    bare: (question: Question) => ask(question.bare, variables),
  };
}

function toQuestion(source: string): Question {
  const whole = parse(source);
  const [operation] = whole.definitions;
  const goal = /^# goal: ([\d.]+) ms/m.exec(source)?.[1];
  return {
    name: operation?.kind === Kind.OPERATION_DEFINITION ? (operation.name?.value ?? "") : "",
    goalMs: goal === undefined ? null : Number(goal),
    whole,
    bare: withoutNodes(whole),
  };
}

function withoutNodes(document: DocumentNode): DocumentNode {
  return visit(document, {
    Field: {
      enter: (field) =>
        field.selectionSet && NODE_FIELDS.test(field.name.value) ? null : undefined,
      // A field whose selections are all gone asks for nothing.
      leave: (field) => (field.selectionSet?.selections.length === 0 ? null : undefined),
    },
  });
}

/** What `bench/questions.graphql` takes as variables. */
async function variablesOf(
  ask: (
    document: DocumentNode,
    variables: Record<string, unknown>,
  ) => Promise<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const data = (await ask(
    parse(`{ role(by: { externalUri: "http://data.europa.eu/esco/occupation/f2b15a0e-e65a-438a-affb-29b9d50b77d1" }) {
      requirements(first: 50, filter: { kind: SKILL }) { nodes { id name } }
    } end: role(by: { externalCode: { scheme: "ONET", code: "15-2051.00" } }) { id } }`),
    {},
  )) as { role: { requirements: { nodes: { id: string; name: string }[] } }; end: { id: string } };
  const skills = data.role.requirements.nodes;
  const words = skills.map(({ name }) => `We look for somebody with ${name}, and for good nerves.`);
  const advertisement = Array.from({ length: 20 }, () => words.join("\n"))
    .join("\n")
    .slice(0, 5_000);
  const [root, end] = [skills[0]?.id, data.end.id];
  return {
    root,
    end,
    profile: { skills: skills.map(({ id }) => ({ skill: { id }, proficiency: 3 })) },
    advertisement,
  };
}
