import { safeHeaders } from "../../../shared/http/safe-headers.ts";
import type { Answer } from "../../bed/client.ts";
import { schemaViolations } from "./json-schema-check.ts";
import { document } from "./operations.ts";

type Json = Readonly<Record<string, unknown>>;
type Described = {
  readonly content?: Readonly<Record<string, { readonly schema: Json }>>;
  readonly headers?: Readonly<Record<string, { readonly required?: boolean }>>;
};

const templates = Object.keys(document.paths).map((path) => ({
  path,
  pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`),
}));

/** The template a path belongs to; a fixed one comes before one with a parameter, as in the HTTP API. */
const templateOf = (path: string): string | undefined =>
  Object.hasOwn(document.paths, path) ? path : templates.find(({ pattern }) => pattern.test(path))?.path;

const resolve = (response: Json | undefined): Described | undefined => {
  const name = typeof response?.$ref === "string" ? response.$ref.split("/").at(-1) : undefined;
  return (name === undefined ? response : document.components.responses[name]) as Described | undefined;
};

/** What the services answer can be told from the HTTP API's own words by its correlation id. */
const unsafe = ({ status, headers }: Answer<unknown>): readonly string[] =>
  headers.has("x-correlation-id")
    ? [
        ...Object.entries(safeHeaders).filter(([name, value]) => headers.get(name) !== value),
        ...(status === 304 || headers.has("content-type") ? [] : [["content-type"]]),
      ].map(([name]) => `header ${name} is missing or another`)
    : [];

/** Where an answer is not as the OpenAPI document describes it. */
export const disagreements = (method: string, url: string, answer: Answer<unknown>): readonly string[] => {
  const { status, headers, body } = answer;
  // The HTTP API looks for a route in the decoded path, so an encoded slash makes another path of it.
  const path = templateOf(decodeURIComponent(url.split("?", 1)[0] ?? ""));
  const operation = path === undefined ? undefined : document.paths[path]?.[method.toLowerCase()];
  const at = `${method} ${path ?? url} ${status}`;
  // A path that no operation has is the HTTP API's to refuse.
  if (operation === undefined)
    return [404, 400].includes(status) ? [] : [`${at}: answered though not described`];
  // Every operation may ask to be tried again, which it does on a machine that is too busy.
  const isBusy = status === 503 && (body as Json | undefined)?.code === "unavailable";
  if (status >= 500 && !isBusy) return [...unsafe(answer), `${at}: a defect, or an undeclared refusal`];
  const described = resolve((operation.responses as Readonly<Record<string, Json>>)[status]);
  if (described === undefined) return [`${at}: not described (${JSON.stringify(body)?.slice(0, 300)})`];
  const promised = Object.entries(described.headers ?? {}).filter(([, { required }]) => required);
  const missing = promised.map(([name]) => name).filter((name) => !headers.has(name));
  const type = headers.get("content-type")?.split(";", 1)[0] ?? "";
  const schema = described.content?.[type]?.schema;
  if (described.content && !schema) return [`${at}: content type ${type} is not described`];
  const violations = schema ? schemaViolations(schema, body, { root: document, closed: true }, "reply") : [];
  return [
    ...unsafe(answer).map((each) => `${at}: ${each}`),
    ...missing.map((name) => `${at}: header ${name} is missing`),
    ...violations.map((each) => `${at}: ${each}`),
  ];
};
