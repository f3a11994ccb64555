import type * as z from "zod";
import { type JsonSchema, jsonSchemaOf } from "../../json-schema.ts";

type Direction = "input" | "output";
type Mutable = Record<string, unknown>;

/**
 * JSON Schemas of zod types, with those that carry an id (`.meta({ id })`) written once and referred to.
 */
export type SchemaBook = {
  readonly of: (schema: z.ZodType, direction: Direction) => JsonSchema;
  /** What was referred to so far, by name in alphabetical order. */
  readonly components: () => Readonly<Record<string, JsonSchema>>;
};

const isConst = (schema: unknown): schema is { readonly type: string; readonly const: unknown } =>
  typeof schema === "object" && schema !== null && Object.keys(schema).toSorted().join() === "const,type";

/** A choice between constants reads better as an enum. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const { anyOf, ...rest } = value as Mutable;
  const [first] = Array.isArray(anyOf) && anyOf.every(isConst) ? anyOf : [];
  const isEnum = first !== undefined && (anyOf as (typeof first)[]).every(({ type }) => type === first.type);
  const choice = isEnum
    ? { type: first.type, enum: (anyOf as (typeof first)[]).map((each) => each.const) }
    : anyOf === undefined
      ? {}
      : { anyOf: plain(anyOf) };
  return { ...choice, ...Object.fromEntries(Object.entries(rest).map(([key, part]) => [key, plain(part)])) };
};

const convert = (schema: z.ZodType, direction: Direction, lenient = false): Mutable => {
  const { $schema: _, ...json } = jsonSchemaOf(schema, {
    io: direction,
    ...(lenient ? { unrepresentable: "any" } : {}),
  });
  return plain(json) as Mutable;
};

const defsOf = (json: Mutable): Readonly<Record<string, unknown>> =>
  (json.$defs as Record<string, unknown> | undefined) ?? {};

const refer = (value: unknown, rename: (id: string) => string): unknown => {
  if (Array.isArray(value)) return value.map((each) => refer(each, rename));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      const id = key === "$ref" && typeof part === "string" ? /^#\/\$defs\/(.+)$/.exec(part)?.[1] : undefined;
      return [key, id === undefined ? refer(part, rename) : `#/components/schemas/${rename(id)}`];
    }),
  );
};

export const createSchemaBook = (): SchemaBook => {
  const written = new Map<string, JsonSchema>();

  const write = (name: string, json: JsonSchema): void => {
    const earlier = written.get(name);
    if (earlier !== undefined && JSON.stringify(earlier) !== JSON.stringify(json))
      throw new Error(`Two different schemas are called ${name}`);
    written.set(name, json);
  };

  return {
    of: (schema, direction) => {
      const { $defs: _, ...json } = convert(schema, direction);
      const defs = defsOf(convert(schema, direction));
      const replies = direction === "output" ? defs : defsOf(convert(schema, "output", true));
      // What is sent differs from what comes back where there are defaults: then it has a name of its own.
      const isSame = (id: string) => JSON.stringify(defs[id]) === JSON.stringify(replies[id]);
      const rename = (id: string) => (isSame(id) ? id : `${id}Input`);
      for (const [id, definition] of Object.entries(defs)) {
        const { id: _id, ...rest } = definition as Mutable;
        write(rename(id), refer(rest, rename) as JsonSchema);
      }
      return refer(json, rename) as JsonSchema;
    },
    components: () => Object.fromEntries([...written].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
};
