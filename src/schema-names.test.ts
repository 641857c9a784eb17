import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { makeSchema } from "./schema";
import {
  argumentsOf,
  elementOf,
  enumValuesOf,
  fieldsOf,
  inputFieldsOf,
  typesOf,
} from "./testing/schema-elements";

/** Booleans whose name is no question, each with the reason. */
const OTHER_BOOLEANS = [
  "Qualifier.boolean", // one of the possible types of a value, beside `text` and `number`
  "Statement.boolean", // likewise
];

/** Lists whose name is a preposition or verb form that reads well, as in `skill.requiredBy`. */
const LISTS_OF_VERBS = /(By|To|From|Of)$|^(embodies|unlocks|evidences|teaches|states|needs)$/;

/** Lists that are named in the singular, each with the reason. */
const OTHER_LISTS = [
  "broader", // the vocabulary of SKOS
  "narrower",
  "related",
  "dependsOn", // a verb: technology.dependsOn
  "on", // a preposition: the subjects of a collaboration
  "list", // one of the possible types of a value
  "search", // what somebody does, as everywhere
  "autocomplete",
  "didYouMean",
  "profileFit", // how a profile fits, role by role
  "prerequisiteChain", // a chain has many links
  "unlockChain",
  "dependencyChain",
  "onlyInA", // a phrase: what only `a` asks for
  "onlyInB",
];

/** Fields beside a field of the same name with an s, each with the reason. */
const TWINS = [
  "Role.level", // role.level(by:) stands beside role.levels as Query.role(by:) beside Query.roles
];

const schema = makeSchema();
const fields = fieldsOf(schema);
const inputs = [...argumentsOf(schema), ...inputFieldsOf(schema)];

it("names types in PascalCase, without what they are as a prefix or suffix", () => {
  const names = typesOf(schema).map(({ name }) => name);
  expect(names.filter((name) => !/^[A-Z][A-Za-z0-9]*$/.test(name))).toEqual([]);
  const hungarian = /^(Type|Enum|Interface|Union)[A-Z]|(Type|Enum|Interface|Union)$/;
  // What a mapping is called in SKOS: its type of match.
  expect(names.filter((name) => hungarian.test(name) && name !== "MatchType")).toEqual([]);
});

it("uses no name that code generators of other languages stumble over", () => {
  const names = [...typesOf(schema), ...fields.map(({ of }) => of)].map(({ name }) => name);
  const reserved = ["Type", "Object", "Any", "Protocol", "Self", "for", "in", "is", "self", "type"];
  expect(names.filter((name) => reserved.includes(name))).toEqual([]);
});

it("names fields and arguments in camelCase and enum values in UPPER_CASE", () => {
  const camel = [...fields, ...inputs].filter(({ of }) => !/^[a-z][A-Za-z0-9]*$/.test(of.name));
  expect(camel.map(({ at }) => at)).toEqual([]);
  const upper = enumValuesOf(schema).filter(
    ({ of }) => !/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(of.name),
  );
  expect(upper.map(({ at }) => at)).toEqual([]);
});

it("names fields for what they are, not for what it takes to get them", () => {
  const verbs = fields.filter(({ of }) =>
    /^(get|list|fetch|load|retrieve|query)[A-Z]/.test(of.name),
  );
  expect(verbs.map(({ at }) => at)).toEqual([]);
});

it("names booleans as questions", () => {
  const booleans = (all: typeof fields) =>
    all.filter(({ of }) => getNamedType(of.type).name === "Boolean");
  const others = booleans(fields).filter(({ of }) => !/^(is|has|can)[A-Z]/.test(of.name));
  expect(others.map(({ at }) => at)).toEqual(OTHER_BOOLEANS);
});

it("names what an argument switches on by a verb or as a question", () => {
  const booleans = inputs.filter(({ of }) => getNamedType(of.type).name === "Boolean");
  const others = booleans.filter(
    ({ of }) => !/^(is|has|can|include)[A-Z]|^(resolve|fuzzy)$/.test(of.name),
  );
  expect(others.map(({ at }) => at)).toEqual([]);
});

it("names lists in the plural", () => {
  const lists = fields.filter(
    ({ of }) => elementOf(of.type) || getNamedType(of.type).name.endsWith("Connection"),
  );
  const singular = lists
    .map(({ of }) => of.name)
    .filter((name) => !/s$/.test(name) && !LISTS_OF_VERBS.test(name));
  expect([...new Set(singular)].filter((name) => !OTHER_LISTS.includes(name))).toEqual([]);
});

it("gives relations as objects, never as ids", () => {
  const ids = fields.filter(
    ({ of }) => /(Id|Ids|Uuid)$/.test(of.name) || (of.name !== "id" && `${of.type}`.includes("ID")),
  );
  expect(ids.map(({ at }) => at)).toEqual([]);
});

it("gives every kind of node one field for one and one for all of them", () => {
  const queries = new Map(
    fields.filter(({ at }) => at.startsWith("Query.")).map(({ of }) => [of.name, of]),
  );
  const kinds = schema
    .getPossibleTypes(requireInterface("Node"))
    .map(({ name }) => name)
    .sort();
  expect(kinds).toHaveLength(14);
  for (const kind of kinds) {
    const singular = kind.charAt(0).toLowerCase() + kind.slice(1);
    const plural = singular.replace(/y$/, "ie").concat("s");
    expect({ kind, one: `${queries.get(singular)?.type}`, by: argument(singular, "by") }).toEqual({
      kind,
      one: kind,
      by: "NodeBy!",
    });
    expect({ kind, all: `${queries.get(plural)?.type}` }).toEqual({
      kind,
      all: `${kind}Connection!`,
    });
  }
  function argument(field: string, name: string): string {
    return `${queries.get(field)?.args.find((arg) => arg.name === name)?.type}`;
  }
});

it("gives no type a singular and its plural, which some generators make one name of", () => {
  const twins = typesOf(schema).flatMap((type) => {
    if (type.name === "Query" || !(isObjectType(type) || isInterfaceType(type))) return [];
    const names = new Set(Object.keys(type.getFields()));
    return [...names].filter((name) => names.has(`${name}s`)).map((name) => `${type.name}.${name}`);
  });
  expect(twins).toEqual(TWINS);
});

it("promises identity, slug and name of every node", () => {
  const node = requireInterface("Node").getFields();
  for (const name of ["id", "slug", "name", "status", "version", "revision"])
    expect({ name, always: isNonNullType(node[name]?.type) }).toEqual({ name, always: true });
});

it("ends the names of inputs with what they are for", () => {
  const inputTypes = typesOf(schema)
    .filter(isInputObjectType)
    .map(({ name }) => name);
  expect(
    inputTypes.filter((name) => !/(Filter|Order|Comparator|Quantifier|By|Input)$/.test(name)),
  ).toEqual([]);
});

it("names the successor of everything that is deprecated", () => {
  const all = [...fields, ...inputs, ...enumValuesOf(schema)].map(({ at, of }) => ({
    at,
    reason: (of as { deprecationReason?: string | null }).deprecationReason,
  }));
  const silent = all.filter(
    ({ reason }) => reason && !/^Use `\S+`\. Removal on \d{4}-\d\d-\d\d\.$/.test(reason),
  );
  expect(silent).toEqual([]);
});

function requireInterface(name: string) {
  const type = schema.getType(name);
  if (!isInterfaceType(type)) throw new Error(`${name} is no interface`);
  return type;
}
