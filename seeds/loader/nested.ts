import { ValidateBy, validateSync } from "class-validator";

/**
 * Checks every entry of a list against a row class. The entries stay plain objects: seed rows need no methods,
 * and class-validator looks only at instances.
 */
export function EachIs(type: new () => object): PropertyDecorator {
  return ValidateBy({
    name: "eachIs",
    validator: {
      validate: (value) =>
        Array.isArray(value) && value.every((entry) => problemsOf(type, entry).length === 0),
      defaultMessage: (args) =>
        Array.isArray(args?.value)
          ? args.value
              .flatMap((entry: unknown, index: number) =>
                problemsOf(type, entry).map((problem) => `[${index}] ${problem}`),
              )
              .join("\n")
          : "must be a list",
    },
  });
}

/** Checks one nested object against a row class; it stays a plain object. */
export function IsRow(type: new () => object): PropertyDecorator {
  return ValidateBy({
    name: "isRow",
    validator: {
      validate: (value) => problemsOf(type, value).length === 0,
      defaultMessage: (args) => problemsOf(type, args?.value).join("; "),
    },
  });
}

/** Checks a map of texts by slug, such as the names of one language. */
export function IsTextMap(): PropertyDecorator {
  const wrong = (value: unknown) =>
    Object.entries(value ?? {}).filter(([, text]) => typeof text !== "string" || text === "");
  return ValidateBy({
    name: "isTextMap",
    validator: {
      validate: (value) => value?.constructor === Object && wrong(value).length === 0,
      defaultMessage: (args) =>
        `must be a map of texts, which these are not: ${wrong(args?.value)
          .map(([key]) => key)
          .join(", ")}`,
    },
  });
}

function problemsOf(type: new () => object, value: unknown): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return ["must be a map of fields"];
  return validateSync(Object.assign(new type(), value), {
    forbidUnknownValues: true,
    whitelist: true,
    forbidNonWhitelisted: true,
  }).flatMap((error) => Object.values(error.constraints ?? {}));
}
