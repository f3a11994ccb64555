type Schema = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const typeOf = (value: unknown): string => {
  if (Array.isArray(value)) return "array";
  return value === null ? "null" : typeof value;
};

const formats: Readonly<Record<string, RegExp>> = { date: /^\d{4}-\d\d-\d\d$/, email: /^\S+@\S+\.\S+$/ };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The keywords of JSON Schema (2020-12) that forms are described with, each as the standard says it. */
const keywords: Readonly<Record<string, (given: never, value: unknown, schema: Schema) => boolean>> = {
  type: (given: string, value) => (given === "integer" ? Number.isInteger(value) : given === typeOf(value)),
  enum: (given: readonly unknown[], value) => given.some((each) => same(each, value)),
  not: (given: Schema, value) => !fits(given, value),
  allOf: (given: readonly Schema[], value) => given.every((each) => fits(each, value)),
  anyOf: (given: readonly Schema[], value) => given.some((each) => fits(each, value)),
  minimum: (given: number, value) => typeof value !== "number" || value >= given,
  maximum: (given: number, value) => typeof value !== "number" || value <= given,
  minLength: (given: number, value) => typeof value !== "string" || value.length >= given,
  maxLength: (given: number, value) => typeof value !== "string" || value.length <= given,
  pattern: (given: string, value) => typeof value !== "string" || new RegExp(given, "u").test(value),
  format: (given: string, value) => typeof value !== "string" || (formats[given]?.test(value) ?? true),
  contains: (given: Schema, value) => !Array.isArray(value) || value.some((each) => fits(given, each)),
  items: (given: Schema, value) => !Array.isArray(value) || value.every((each) => fits(given, each)),
  uniqueItems: (_given, value) => !Array.isArray(value) || new Set(value).size === value.length,
  required: (given: readonly string[], value) =>
    !isObject(value) || given.every((name) => Object.hasOwn(value, name)),
  properties: (given: Readonly<Record<string, Schema>>, value) =>
    !isObject(value) ||
    Object.entries(given).every(([name, part]) => !Object.hasOwn(value, name) || fits(part, value[name])),
  additionalProperties: (_given, value, { properties = {} }) =>
    !isObject(value) || Object.keys(value).every((name) => Object.hasOwn(properties as object, name)),
};

/** Whether a value is what a JSON Schema describes. A keyword that is not known here is an error. */
export const fits = (schema: Schema, value: unknown): boolean =>
  Object.entries(schema).every(([keyword, given]) => {
    if (["$schema", "title", "description"].includes(keyword)) return true;
    const check = keywords[keyword];
    if (check === undefined) throw new Error(`Unknown keyword ${keyword}`);
    return check(given as never, value, schema);
  });
