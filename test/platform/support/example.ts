type Schema = Readonly<Record<string, unknown>>;

const resolve = (schema: Schema, root: Schema): Schema => {
  const reference = schema.$ref;
  if (typeof reference !== "string") return schema;
  const target = reference
    .replace(/^#\//, "")
    .split("/")
    .reduce<unknown>((part, key) => (part as Schema | undefined)?.[key], root);
  return resolve(target as Schema, root);
};

/** Writes out a pattern made of plain characters, `\d`, sets and `{n,m}`, such as `^INC\d{7,12}$`. */
const spelled = (pattern: string): string =>
  pattern
    .replace(/^\^|\$$/g, "")
    .replaceAll(/(\\d|\[[^\]]+\]|[\w-])\{(\d+)(?:,\d*)?\}/g, (_, unit: string, count: string) =>
      (unit.startsWith("[") ? unit.charAt(1) : unit).repeat(Number(count)),
    )
    .replaceAll("\\d", "7")
    .replaceAll("\\.", ".");

const text = (schema: Schema): string => {
  const pattern = typeof schema.pattern === "string" ? new RegExp(schema.pattern, "u") : undefined;
  const least = Number(schema.minLength ?? 0);
  const candidates = [
    "Example",
    "example",
    "made-up",
    "name",
    "1",
    "true",
    "en",
    "24:00",
    "09:00",
    "12-25",
    "2026-03-01T09:00",
    spelled(String(schema.pattern ?? "")),
  ];
  if (schema.format === "date") return "2026-03-01";
  if (schema.format === "uri") return "https://example.com/";
  if (schema.format === "date-time") return "2026-03-01T10:00:00.000Z";
  const found = candidates.find((each) => each.length >= least && (pattern?.test(each) ?? true));
  if (found === undefined)
    throw new Error(`No example for ${JSON.stringify(schema)}: name one in the fixture`);
  return found.slice(0, Number(schema.maxLength ?? found.length));
};

const number = (schema: Schema): number =>
  Math.max(Number(schema.minimum ?? 1), Number(schema.exclusiveMinimum ?? 0) + 1);

/** Property names of an object schema. */
export const propertiesOf = (schema: Schema, root: Schema): Readonly<Record<string, Schema>> =>
  (resolve(schema, root).properties ?? {}) as Readonly<Record<string, Schema>>;

/** Alternatives of a schema: those of `anyOf` or `oneOf`, or the schema itself. */
export const alternativesOf = (schema: Schema, root: Schema): readonly Schema[] => {
  const whole = resolve(schema, root);
  const options = (whole.anyOf ?? whole.oneOf) as readonly Schema[] | undefined;
  return options ? options.flatMap((option) => alternativesOf(option, root)) : [whole];
};

/** One entry where the names are the client's own. */
const namedFreely = ({ propertyNames, additionalProperties }: Schema, root: Schema, full: boolean) =>
  typeof propertyNames === "object" && typeof additionalProperties === "object"
    ? {
        [String(exampleOf(propertyNames as Schema, root))]: exampleOf(
          additionalProperties as Schema,
          root,
          full,
        ),
      }
    : {};

/** A valid value for a JSON Schema: only what is required, or with `full` everything that may be there. */
export const exampleOf = (given: Schema, root: Schema, full = false): unknown => {
  const [schema = {}] = alternativesOf(given, root);
  if ("const" in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  switch (schema.type) {
    case "string":
      return text(schema);
    case "number":
    case "integer":
      return number(schema);
    case "boolean":
      return true;
    case "null":
      return null;
    case "array": {
      if (Array.isArray(schema.prefixItems))
        return schema.prefixItems.map((item) => exampleOf(item as Schema, root, full));
      const count = Math.max(Number(schema.minItems ?? 0), full ? 1 : 0);
      return Array.from({ length: count }, () => exampleOf(schema.items as Schema, root, full));
    }
    case "object": {
      if (schema.properties === undefined) return namedFreely(schema, root, full);
      const required = (schema.required ?? []) as readonly string[];
      const chosen = Object.entries(propertiesOf(schema, root)).filter(
        ([name]) => full || required.includes(name),
      );
      return Object.fromEntries(chosen.map(([name, part]) => [name, exampleOf(part, root, full)]));
    }
    case undefined:
      // Anything at all.
      return "Example";
    default:
      throw new Error(`No example for ${JSON.stringify(schema)}`);
  }
};
