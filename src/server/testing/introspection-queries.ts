import { getIntrospectionQuery } from "graphql";

const TYPE_REF = (levels: number): string =>
  levels === 0 ? "kind name" : `kind name ofType { ${TYPE_REF(levels - 1)} }`;

/**
 * What the tools of client authors ask: each option of graphql-js, and queries written after the
 * shape that other generators send (types with all their parts, references 7 to 9 levels deep, and
 * first a look at which fields the introspection types have, by several aliased `__type`).
 */
export const INTROSPECTION_QUERIES: readonly (readonly [string, string])[] = [
  ["graphql-js with its defaults", getIntrospectionQuery()],
  [
    "graphql-js with everything on, as graphql-codegen and GraphiQL ask",
    getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    }),
  ],
  [
    "graphql-js with everything off, as Relay's tools ask",
    getIntrospectionQuery({ descriptions: false }),
  ],
  [
    "a generator in the way of Apollo's for Kotlin and Swift",
    `query IntrospectionQuery {
      __schema {
        queryType { name } mutationType { name } subscriptionType { name }
        types { ...FullType }
        directives { name description locations args(includeDeprecated: true) { ...InputValue } isRepeatable }
      }
    }
    fragment FullType on __Type {
      kind name description specifiedByURL isOneOf
      fields(includeDeprecated: true) {
        name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason
      }
      inputFields(includeDeprecated: true) { ...InputValue }
      interfaces { ...TypeRef }
      enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
      possibleTypes { ...TypeRef }
    }
    fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
    fragment TypeRef on __Type { ${TYPE_REF(9)} }`,
  ],
  [
    "a generator that first looks which features there are",
    `query PreIntrospectionQuery {
      ${["Schema", "Type", "Directive", "Field", "InputValue", "EnumValue"]
        .map((name) => `${name}: __type(name: "__${name}") { fields { name args { name } } }`)
        .join(" ")}
    }`,
  ],
];
