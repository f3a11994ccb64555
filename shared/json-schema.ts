import * as z from "zod";

export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a generated document says of itself. */
export type DocumentInfo = { readonly title: string; readonly version: string; readonly description: string };

type Options = NonNullable<Parameters<typeof z.toJSONSchema>[1]>;
type Mutable = Record<string, unknown>;

/**
 * What zod writes beyond the contract: the pattern by which it checks a named format (another in another
 * release) and the bounds of safe integers.
 */
const tidy = (json: Mutable): void => {
  // zod says by it that TypeScript must not write there; in OpenAPI it would mean that clients never send it.
  delete json.readOnly;
  if ("format" in json) delete json.pattern;
  if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum;
  if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
};

const isStrict = (schema: z.core.$ZodTypes): boolean =>
  schema._zod.def.type === "object" && schema._zod.def.catchall instanceof z.ZodNever;

/**
 * JSON Schema of a zod type. Fields that are not named are forbidden only where the declaration is strict:
 * what is sent out may gain fields at any time, and readers must bear that.
 */
export const jsonSchemaOf = (schema: z.ZodType, options: Omit<Options, "override">): JsonSchema =>
  z.toJSONSchema(schema, {
    ...options,
    override: ({ zodSchema, jsonSchema }) => {
      tidy(jsonSchema);
      const { type } = zodSchema._zod.def;
      if (type === "object" && !isStrict(zodSchema)) delete jsonSchema.additionalProperties;
    },
  }) as JsonSchema;
