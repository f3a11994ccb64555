import type { OpenApi } from "../shared/http/openapi.ts";

type Schema = { readonly [keyword: string]: unknown };
type Operation = {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
};
type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

const list = (value: unknown): readonly Schema[] => (Array.isArray(value) ? value : []);
const entriesOf = (value: unknown): [string, Schema][] => Object.entries((value ?? {}) as object);
const name = (key: string): string => (/^[A-Za-z_]\w*$/.test(key) ? key : JSON.stringify(key));
const union = (types: readonly string[]): string => [...new Set(types)].join(" | ") || "never";

const objectType = (schema: Schema): string => {
  const required = new Set((schema.required ?? []) as readonly string[]);
  const fields = entriesOf(schema.properties).map(
    ([key, field]) => `${name(key)}${required.has(key) ? "" : "?"}: ${typeOf(field)};`,
  );
  const { additionalProperties: others } = schema;
  const isOpen = typeof others === "object" && others !== null;
  if (fields.length > 0) return `{ ${fields.join(" ")} }`;
  return isOpen
    ? `Readonly<Record<string, ${typeOf(others as Schema)}>>`
    : "Readonly<Record<string, unknown>>";
};

const arrayType = ({ prefixItems, items }: Schema): string => {
  const rest = items === undefined || items === false ? undefined : typeOf(items as Schema);
  if (prefixItems === undefined) return `readonly (${rest ?? "unknown"})[]`;
  return `readonly [${[...list(prefixItems).map(typeOf), ...(rest ? [`...(${rest})[]`] : [])].join(", ")}]`;
};

const ofKind = (kind: unknown, schema: Schema): string => {
  if (Array.isArray(kind)) return union(kind.map((each) => ofKind(each, schema)));
  if (kind === "object") return objectType(schema);
  if (kind === "array") return arrayType(schema);
  if (kind === "integer") return "number";
  return kind === "string" || kind === "number" || kind === "boolean" || kind === "null" ? kind : "unknown";
};

/** JSON Schema as a TypeScript type: the shape only, limits of length and number are the API's to judge. */
const typeOf = (schema: Schema): string => {
  const { $ref, const: constant, enum: values, anyOf, oneOf, allOf, type } = schema;
  if (typeof $ref === "string") return `Schemas[${JSON.stringify($ref.split("/").at(-1))}]`;
  if (constant !== undefined) return JSON.stringify(constant);
  if (Array.isArray(values)) return union(values.map((value) => JSON.stringify(value)));
  if (anyOf !== undefined || oneOf !== undefined) return union(list(anyOf ?? oneOf).map(typeOf));
  if (allOf !== undefined) return list(allOf).map(typeOf).join(" & ");
  return ofKind(type, schema);
};

const parametersIn = (place: string, { parameters = [] }: Operation): string => {
  const found = parameters.filter((each) => each.in === place);
  const fields = found.map(
    (each) => `${name(each.name)}${each.required ? "" : "?"}: ${typeOf(each.schema)};`,
  );
  return fields.length === 0 ? "undefined" : `{ ${fields.join(" ")} }`;
};

const bodyOf = ({ requestBody }: Operation): string => {
  const schema = requestBody?.content["application/json"]?.schema;
  return schema === undefined ? "undefined" : typeOf(schema);
};

const replyOf = ({ responses }: Operation): string => {
  const [, success] = Object.entries(responses).find(([status]) => status.startsWith("2")) ?? [];
  const schema = success?.content?.["application/json"]?.schema;
  return schema === undefined ? "undefined" : typeOf(schema);
};

const routeType = (operation: Operation): string =>
  `{ params: ${parametersIn("path", operation)}; query: ${parametersIn("query", operation)}; ` +
  `body: ${bodyOf(operation)}; reply: ${replyOf(operation)} }`;

/** The API's shapes as TypeScript, for clients written in it: one entry per operation, named by its route. */
export const clientTypesOf = ({ paths, components }: OpenApi): string => {
  const schemas = Object.entries(components.schemas).map(
    ([key, schema]) => `  ${name(key)}: ${typeOf(schema as Schema)};`,
  );
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) =>
        `  ${JSON.stringify(`${method.toUpperCase()} ${path}`)}: ${routeType(operation as Operation)};`,
    ),
  );
  return [
    "/** Written by `npm run docs` from the services' declarations. */",
    "export type Schemas = {",
    ...schemas,
    "};",
    "",
    "export type Routes = {",
    ...routes,
    "};",
    "",
  ].join("\n");
};
