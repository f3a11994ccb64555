import type { JsonSchema } from "../../json-schema.ts";
import { type Endpoint, methodOf, pathOf } from "../endpoint.ts";
import { refusalsOf } from "../implied-refusals.ts";
import type { SchemaBook } from "./schema-book.ts";

type Parameter = Readonly<Record<string, unknown>>;
type ObjectSchema = {
  readonly properties?: Readonly<Record<string, JsonSchema & { readonly description?: string }>>;
  readonly required?: readonly string[];
};

const header = (name: string, required: boolean, description: string, schema: JsonSchema): Parameter => ({
  name,
  in: "header",
  required,
  description,
  schema,
});

const etag = { type: "string", pattern: '^(\\*|(W/)?"\\d{1,15}")$' };

const headersOf = (endpoint: Endpoint, hasVersion: boolean): readonly Parameter[] => {
  const method = methodOf(endpoint.route);
  const guarded = endpoint.needsVersion || refusalsOf(endpoint).has("version_conflict");
  return [
    ...(guarded && method !== "GET"
      ? [
          header(
            "If-Match",
            endpoint.needsVersion ?? false,
            "ETag of the version this change is meant for",
            etag,
          ),
        ]
      : []),
    ...(hasVersion && method === "GET"
      ? [
          header("If-None-Match", false, "ETag of the version you have: 304 if it is still the newest", {
            type: "string",
          }),
        ]
      : []),
    ...(method === "POST" && !endpoint.safe
      ? [
          header(
            "Idempotency-Key",
            false,
            "Any text of your own: a repetition with the same key and body within a day has no second effect and gets the first answer. A key counts for you, this operation and the record in the path: on another record it is another key",
            { type: "string", pattern: "^[\\x21-\\x7e]{1,128}$" },
          ),
        ]
      : []),
  ];
};

/** Path, query and header parameters of an operation. `hasVersion`: its reply is one record with an ETag. */
export const parametersOf = (
  endpoint: Endpoint,
  book: SchemaBook,
  hasVersion: boolean,
): readonly Parameter[] => {
  const fields = (place: "path" | "query", schema: Endpoint["query"]): readonly Parameter[] => {
    if (!schema) return [];
    const { properties = {}, required = [] } = book.of(schema, "input") as ObjectSchema;
    return Object.entries(properties).map(([name, { description, ...rest }]) => ({
      name,
      in: place,
      required: place === "path" || required.includes(name),
      ...(description === undefined ? {} : { description }),
      schema: rest,
    }));
  };
  const path = fields("path", endpoint.params);
  const placeholders = pathOf(endpoint.route).match(/(?<=\{)\w+(?=\})/g) ?? [];
  if (placeholders.join() !== path.map(({ name }) => name).join())
    throw new Error(`${endpoint.id}: the path and its declared parameters differ`);
  return [...path, ...fields("query", endpoint.query), ...headersOf(endpoint, hasVersion)];
};
