import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildSchema,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isNonNullType,
  isScalarType,
  lexicographicSortSchema,
  printSchema,
  validateSchema,
} from "graphql";
import { printSortedSchema } from "./print-schema";
import { makeSchema } from "./schema";
import { PROJECT_ROOT } from "./shared/project-root";
import {
  argumentsOf,
  elementOf,
  enumValuesOf,
  fieldsOf,
  inputFieldsOf,
  typesOf,
} from "./testing/schema-elements";

/** Lists of objects that need no pages, each with what bounds it. */
const BOUNDED_LISTS = [
  "Assertion.qualifiers", // what one source says beside one link
  "Assertion.values", // the columns of one node or link
  "BlockedStepEdge.cycles", // circles of essential prerequisites, which the database refuses
  "BlockedStepEdge.needs", // direct prerequisites of one skill
  "CareerPath.hops", // at most 8
  "CareerPaths.paths", // at most 10
  "ComparisonScore.terms", // the shared skills of two roles: a role asks for some 500 at most
  "ExtractedSkillEdge.mentions", // places in one text, at most 100 of each
  "GraphShape.cycles", // the first 5
  "GraphShape.orphans", // the first 10
  "GraphState.counts", // one for each kind
  "GraphStats.locales", // one for each language
  "GraphStats.nodeKinds", // one for each kind
  "GraphStats.relations", // one for each kind
  "LearningPath.cycles", // circles of prerequisites among what one goal needs
  "LearningPath.stages", // skills in the longest chain of prerequisites
  "LearningStepEdge.needs", // direct prerequisites of one skill
  "LevelMatrix.inconsistencies", // what falls in one role
  "LevelMatrix.levels", // the levels of one role: 8 in the longest ladder
  "LevelMatrix.rows", // what one role asks for
  "LevelMatrixRow.cells", // the levels of one role
  "LinkCycle.nodes", // the first 10
  "LocaleCoverage.kinds", // one for each kind
  "NextSkillConnection.roles", // at most 20
  "NextSkillEdge.terms", // at most 10
  "NextSkillEdge.unlocks", // skills that have one skill as a direct prerequisite
  "NodePath.links", // at most 10
  "NodePath.nodes", // at most 11
  "PlannedResourceEdge.covers", // what one learning resource teaches
  "PrerequisiteCycle.skills", // skills that are prerequisites of each other
  "ProfileFitConnection.unknownSkills", // as many as `first`; the count stands beside it
  "ProfileFitEdge.insufficientEssentials", // likewise
  "ProfileFitEdge.missingEssentials", // likewise
  "ProfileFitEdge.terms", // the ten largest; `rest` is what the others add up to
  "PromotionGap.nextLevels", // the branches of one ladder
  "PromotionStep.addedRequirements", // what one level asks for
  "PromotionStep.changedRequirements", // likewise
  "PromotionStep.newQualifications", // what is stated for one level
  "PromotionStep.newResponsibilities", // likewise
  "PromotionStep.newTechnologies", // what one level asks for
  "PromotionStep.removedRequirements", // likewise
  "Query.autocomplete", // at most 20
  "Query.nodes", // as many as ids are given, at most 100
  "ReachableRoleEdge.stops", // at most 8
  "RoleComparison.levelDifferences", // what one role asks for
  "RoleComparison.onlyInA", // likewise
  "RoleComparison.onlyInB", // likewise
  "RoleComparison.sharedSkills", // likewise
  "RoleMatchConnection.unknownSkills", // as many as `first`; the count stands beside it
  "RoleMatchEdge.matchedSkills", // likewise
  "RoleMatchEdge.missingSkills", // likewise
  "RoleMatchEdge.terms", // the ten largest; `rest` is what the others add up to
  "SearchEdge.highlights", // the words of one label
  "SimilarRoleEdge.statements", // links between two roles or their levels
  "SimilarRoleEdge.terms", // the ten largest; `rest` is what the others add up to
  "SimilarSkillEdge.evidenceRoles", // at most five
  "SkillGap.lines", // what one role asks for, all of it, since it adds up to the score
  "SkillGap.unaskedSkills", // what a profile holds: at most 500, and what a text names
  "Subgraph.links", // at most 2,000, all needed at once for a picture
  "Subgraph.nodes", // at most 500, all needed at once for a picture
  "Transition.missingEssentials", // as many as `first`; the counts stand beside it
  "Transition.reasons", // two or three
  "UntaughtSkills.skills", // the first 10
];

/** Lists with null in the place of what does not exist. */
const LISTS_WITH_GAPS = ["Query.nodes"];

const schema = makeSchema();

/** Everything a reader of the schema can stumble over. */
const described: { at: string; description?: string | null }[] = [
  ...typesOf(schema).map((of) => ({ at: of.name, of })),
  ...fieldsOf(schema),
  ...argumentsOf(schema),
  ...inputFieldsOf(schema),
  ...enumValuesOf(schema),
].map(({ at, of }) => ({ at, ...(of as { description?: string | null }) }));

it("is what schema.graphql says", () => {
  const committed = readFileSync(join(PROJECT_ROOT, "schema.graphql"), "utf8").split("\n");
  const built = printSortedSchema().split("\n");
  const line = built.findIndex((text, index) => text !== committed[index]);
  if (line >= 0 || built.length !== committed.length)
    throw new Error(
      `schema.graphql:${line + 1} is not what the code builds. Run \`npm run schema:write\` and review the diff.\n` +
        `- ${committed[line]}\n+ ${built[line]}`,
    );
});

it("can be built again from schema.graphql by anybody's tools", () => {
  const sdl = readFileSync(join(PROJECT_ROOT, "schema.graphql"), "utf8");
  const rebuilt = buildSchema(sdl);
  expect(validateSchema(rebuilt)).toEqual([]);
  expect(`${printSchema(lexicographicSortSchema(rebuilt))}\n`).toBe(sdl);
});

it("describes every type, field, argument, input field and enum value", () => {
  expect(described.length).toBeGreaterThan(1_000);
  expect(described.filter(({ description }) => !description?.trim()).map(({ at }) => at)).toEqual(
    [],
  );
});

it("describes in sentences that say more than the name", () => {
  const poor = described.filter(({ at, description }) => {
    const text = description?.trim() ?? "";
    const words = text.split(/\s+/).map((word) => word.toLowerCase().replace(/\W/g, ""));
    const name = (at.match(/(\w+)\W*$/)?.[1] ?? "").toLowerCase().replaceAll("_", "");
    const saysName = words.filter((word) => !["the", "a", "an", "of", "its"].includes(word));
    return words.length < 3 || !/^[A-Z0-9`"].*[.!?]$/s.test(text) || saysName.join("") === name;
  });
  expect(poor.map(({ at, description }) => `${at}: ${description}`)).toEqual([]);
});

it("holds no null in any list", () => {
  const lists = [...fieldsOf(schema), ...argumentsOf(schema), ...inputFieldsOf(schema)].map(
    ({ at, of }) => ({
      at,
      element: elementOf<GraphQLInputType | GraphQLOutputType>(of.type),
    }),
  );
  const nullable = lists.filter(({ element }) => element && !isNonNullType(element));
  expect(nullable.map(({ at }) => at)).toEqual(LISTS_WITH_GAPS);
});

it("gives every list of objects that may be long as a connection", () => {
  const lists = fieldsOf(schema).filter(({ at, of }) => {
    const isPage = /Connection\.(edges|nodes)$/.test(at);
    return elementOf(of.type) && !isPage && !isLeafType(getNamedType(of.type));
  });
  expect(lists.map(({ at }) => at).sort()).toEqual(BOUNDED_LISTS);
});

it("gives connections the shape that Relay reads", () => {
  const connections = typesOf(schema).filter(({ name }) => name.endsWith("Connection"));
  expect(connections.length).toBeGreaterThan(20);
  for (const { name } of connections) {
    const field = (key: string) => String(fieldOf(`${name}.${key}`)?.type);
    const edge = field("edges").replace(/\W/g, "");
    const node = field("nodes").replace(/\W/g, "");
    expect([name, field("edges"), field("nodes"), field("pageInfo"), field("totalCount")]).toEqual([
      name,
      `[${edge}!]!`,
      `[${node}!]!`,
      "PageInfo!",
      "Int!",
    ]);
    expect(edge).toMatch(/Edge$/);
    expect(String(fieldOf(`${edge}.cursor`)?.type)).toBe("String!");
    expect(String(fieldOf(`${edge}.node`)?.type)).toBe(`${node}!`);
  }
});

it("pages every connection with `first`, 20 unless said otherwise, and `after`", () => {
  const connections = fieldsOf(schema).filter(({ of }) => /Connection$/.test(typeName(of.type)));
  const pagedOtherwise = connections.filter(({ of }) => {
    const first = of.args.find((arg) => arg.name === "first");
    const after = of.args.find((arg) => arg.name === "after");
    return `${first?.type} = ${first?.defaultValue}, ${after?.type}` !== "Int! = 20, String";
  });
  expect(pagedOtherwise.map(({ at }) => at)).toEqual([]);
  for (const { at, of } of argumentsOf(schema).filter(({ of }) => of.name === "first"))
    expect({ at, saysMost: /0 to (100|20)\./.test(of.description ?? "") }).toEqual({
      at,
      saysMost: true,
    });
});

it("sorts by lists of `{field, direction}` and filters by one `XFilter`", () => {
  for (const { at, of } of argumentsOf(schema)) {
    const named = getNamedType(of.type);
    if (of.name === "orderBy") {
      expect({ at, type: `${of.type}` }).toEqual({ at, type: `[${named.name}!]` });
      expect(named.name).toMatch(/Order$/);
      const fields = isInputObjectType(named) ? Object.keys(named.getFields()).sort() : [];
      expect({ at, fields }).toEqual({ at, fields: ["direction", "field"] });
    }
    if (of.name === "filter") expect({ at, type: `${of.type}` }).toEqual({ at, type: named.name });
    if (of.name === "filter") expect(named.name).toMatch(/Filter$/);
  }
});

it("looks nodes up by exactly one of id, slug, address and code", () => {
  const by = schema.getType("NodeBy");
  if (!isInputObjectType(by)) throw new Error("NodeBy is no input");
  expect(by.isOneOf).toBe(true);
  expect(Object.keys(by.getFields()).sort()).toEqual(["externalCode", "externalUri", "id", "slug"]);
  expect(readFileSync(join(PROJECT_ROOT, "schema.graphql"), "utf8")).toContain(
    "input NodeBy @oneOf {",
  );
});

it("adds at most four scalars, each with its specification, and none for untyped data", () => {
  const scalars = typesOf(schema).filter(isScalarType);
  expect(scalars.length).toBeLessThanOrEqual(4);
  expect(scalars.filter(({ specifiedByURL }) => !specifiedByURL).map(({ name }) => name)).toEqual(
    [],
  );
  expect(scalars.map(({ name }) => name)).not.toContain("JSON");
});

function fieldOf(at: string) {
  return fieldsOf(schema).find((field) => field.at === at)?.of;
}

function typeName(type: GraphQLOutputType): string {
  return getNamedType(type).name;
}
