type Schema = Readonly<Record<string, unknown>>;

type Options = {
  /** Document that `$ref` points into. */
  readonly root: Schema;
  /** Also complain about fields that the schema does not name though it would bear them. */
  readonly closed?: boolean;
};

type Check = (schema: Schema, value: unknown, at: string, options: Options) => readonly string[];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const typeOf = (value: unknown): string => {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value;
};

const isOfType = (value: unknown, type: unknown): boolean =>
  type === "integer" ? Number.isInteger(value) : typeOf(value) === type;

const textual =
  (holds: (limit: never, text: string) => boolean, what: string) =>
  (limit: unknown, value: unknown): string | undefined =>
    typeof value === "string" && !holds(limit as never, value) ? what : undefined;
const numeric =
  (holds: (limit: number, value: number) => boolean, what: string) =>
  (limit: unknown, value: unknown): string | undefined =>
    typeof value === "number" && !holds(limit as number, value) ? what : undefined;
const listed =
  (holds: (limit: number, list: readonly unknown[]) => boolean, what: string) =>
  (limit: unknown, value: unknown): string | undefined =>
    Array.isArray(value) && !holds(limit as number, value) ? what : undefined;

const formats: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d\d-\d\d$/,
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  uri: /^[a-z][a-z\d+.-]*:\S+$/i,
};

/** Keywords about one value alone: what they complain about, if they do. */
const simple: Readonly<Record<string, (limit: unknown, value: unknown) => string | undefined>> = {
  type: (type, value) =>
    [type].flat().some((each) => isOfType(value, each)) ? undefined : `is ${typeOf(value)}, not ${type}`,
  const: (constant, value) => (value === constant ? undefined : `is not ${JSON.stringify(constant)}`),
  enum: (values, value) =>
    (values as unknown[]).includes(value) ? undefined : `is ${JSON.stringify(value)}, none of the enum`,
  minLength: textual((limit: number, text) => [...text].length >= limit, "is too short"),
  maxLength: textual((limit: number, text) => text.length <= limit, "is too long"),
  pattern: textual(
    (pattern: string, text) => new RegExp(pattern, "u").test(text),
    "does not match its pattern",
  ),
  format: textual((format: string, text) => formats[format]?.test(text) ?? false, "has not its format"),
  minimum: numeric((limit, value) => value >= limit, "is too small"),
  maximum: numeric((limit, value) => value <= limit, "is too large"),
  exclusiveMinimum: numeric((limit, value) => value > limit, "is too small"),
  exclusiveMaximum: numeric((limit, value) => value < limit, "is too large"),
  minItems: listed((limit, list) => list.length >= limit, "has too few items"),
  maxItems: listed((limit, list) => list.length <= limit, "has too many items"),
};

const properties = ((schema, value, at, options) => {
  if (!isObject(value)) return [];
  const named = (schema.properties ?? {}) as Readonly<Record<string, Schema>>;
  const others = schema.additionalProperties ?? !(options.closed && schema.properties);
  const missing = ((schema.required ?? []) as readonly string[]).filter(
    (name) => !Object.hasOwn(value, name),
  );
  return [
    ...missing.map((name) => `${at}.${name} is missing`),
    ...Object.entries(value).flatMap(([name, part]) => {
      const own = Object.hasOwn(named, name) ? named[name] : others;
      if (own === false) return [`${at}.${name} is not declared`];
      return isObject(own) ? check(own, part, `${at}.${name}`, options) : [];
    }),
  ];
}) satisfies Check;

const choice = (
  schema: Schema,
  key: string,
  value: unknown,
  at: string,
  options: Options,
): readonly string[] => {
  const outcomes = (schema[key] as readonly Schema[]).map((each) => check(each, value, at, options));
  const matches = outcomes.filter((outcome) => outcome.length === 0).length;
  const isRight = key === "oneOf" ? matches === 1 : matches > 0;
  return isRight ? [] : [`${at} matches ${matches} of ${key}: ${outcomes.flat().join("; ")}`];
};

const resolve = (reference: string, root: Schema): Schema => {
  const target = reference
    .replace(/^#\//, "")
    .split("/")
    .reduce<unknown>((part, key) => (part as Schema | undefined)?.[key], root);
  if (!isObject(target)) throw new Error(`${reference} leads nowhere`);
  return target;
};

/** Every tuple here has exactly the places it names. */
const tuple = (places: unknown, value: unknown, at: string, options: Options): readonly string[] => {
  const named = places as readonly Schema[];
  if (!Array.isArray(value)) return [];
  if (value.length !== named.length) return [`${at} has not ${named.length} items`];
  return named.flatMap((place, i) => check(place, value[i], `${at}.${i}`, options));
};

/** Keywords with schemas inside, each with how it is checked. */
const compound: Readonly<Record<string, Check>> = {
  $ref: (schema, value, at, options) => check(resolve(String(schema.$ref), options.root), value, at, options),
  properties,
  required: (schema, value, at, options) => (schema.properties ? [] : properties(schema, value, at, options)),
  additionalProperties: (schema, value, at, options) =>
    schema.properties ? [] : properties(schema, value, at, options),
  prefixItems: (schema, value, at, options) => tuple(schema.prefixItems, value, at, options),
  items: (schema, value, at, options) => {
    if (!Array.isArray(value) || schema.prefixItems !== undefined) return [];
    // As draft 7 writes tuples.
    if (Array.isArray(schema.items)) return tuple(schema.items, value, at, options);
    return value.flatMap((item, i) => check(schema.items as Schema, item, `${at}.${i}`, options));
  },
  propertyNames: (schema, value, at, options) =>
    isObject(value)
      ? Object.keys(value).flatMap((name) =>
          check(schema.propertyNames as Schema, name, `${at}.${name}`, options),
        )
      : [],
  anyOf: (schema, value, at, options) => choice(schema, "anyOf", value, at, options),
  oneOf: (schema, value, at, options) => choice(schema, "oneOf", value, at, options),
  // Each member sees only a part, so none may complain about the fields of the others.
  allOf: (schema, value, at, options) =>
    (schema.allOf as readonly Schema[]).flatMap((each) =>
      check(each, value, at, { ...options, closed: (options.closed ?? false) && "$ref" in each }),
    ),
};

const words = new Set(["$schema", "$id", "title", "description", "default", "id", "additionalItems"]);

const check: Check = (schema, value, at, options) =>
  Object.entries(schema).flatMap(([key, limit]) => {
    if (words.has(key)) return [];
    const inside = compound[key];
    if (inside) return inside(schema, value, at, options);
    const own = simple[key];
    if (!own) throw new Error(`The keyword ${key} is not known to this checker`);
    const complaint = own(limit, value);
    return complaint === undefined ? [] : [`${at} ${complaint}`];
  });

/** What a JSON Schema finds wrong with a value; written apart from zod, so that it can judge zod's work. */
export const schemaViolations = (
  schema: Schema,
  value: unknown,
  options: Options,
  at = "value",
): readonly string[] => check(schema, value, at, options);
