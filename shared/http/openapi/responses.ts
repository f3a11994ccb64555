import { type RefusalCode, refusalCodes } from "../../domain/refusal.ts";
import type { JsonSchema } from "../../json-schema.ts";
import { type Endpoint, type Form, methodOf } from "../endpoint.ts";
import { formsOf } from "../formed-page.ts";
import { refusalsOf } from "../implied-refusals.ts";
import type { SchemaBook } from "./schema-book.ts";

type Response = Readonly<Record<string, unknown>>;

const correlation = {
  "X-Correlation-Id": { description: "Quote it to support", required: true, schema: { type: "string" } },
};

const problem = (codes: readonly (RefusalCode | "internal_error")[]): Response => ({
  "application/problem+json": {
    schema: {
      allOf: [
        { $ref: "#/components/schemas/Problem" },
        { type: "object", properties: { code: { enum: codes } } },
      ],
    },
  },
});

/** What the API itself says before a service is asked. */
const message = {
  "application/json": {
    schema: { type: "object", properties: { message: { type: "string" } }, required: ["message"] },
  },
};

const retryAfter = { "Retry-After": { description: "Seconds", schema: { type: "integer" } } };

/** What the API itself may refuse before a service is asked, in its own words. */
const byGateway = [401, 429];

const refused = (status: number, codes: readonly RefusalCode[]): Response => ({
  description: codes.map((code) => `${refusalCodes[code].title} (\`${code}\`)`).join("; "),
  headers: {
    // Most tokens and floods are refused by the API itself, which has no correlation id.
    ...(byGateway.includes(status) ? {} : correlation),
    ...([429, 503].includes(status) || codes.includes("write_conflict") ? retryAfter : {}),
  },
  content: { ...(byGateway.includes(status) ? message : {}), ...problem(codes) },
});

/** Answers that any operation may give and none declares. */
export const commonResponses: Readonly<Record<string, Response>> = {
  internalError: {
    description: "A defect; the correlation id finds it in the logs",
    headers: correlation,
    content: problem(["internal_error"]),
  },
};

const contentOf = (forms: readonly Form[]): Response =>
  Object.fromEntries(
    forms.map(({ type, description }) => [type, { schema: { type: "string", description } }]),
  );

/** A list in its other forms, by the same route with the same access. */
const formed = (endpoint: Endpoint): Response => contentOf(formsOf(endpoint));
const link = {
  Link: {
    description:
      'Of a table or another form that more follows: `<...>; rel="next"` leads to them. Absent on the last page',
    schema: { type: "string" },
  },
};

const success = (
  endpoint: Endpoint,
  reply: JsonSchema,
  hasVersion: boolean,
): Readonly<Record<string, Response>> => {
  const etag = hasVersion
    ? {
        ETag: {
          description: "The record's version",
          required: true,
          schema: { type: "string", pattern: '^"\\d+"$' },
        },
      }
    : {};
  const { only } = endpoint;
  const forms = formed(endpoint);
  const headers = { ...correlation, ...etag, ...(Object.keys(forms).length > 0 ? link : {}) };
  const isRead = methodOf(endpoint.route) === "GET";
  return {
    [endpoint.status ?? 200]: {
      description: endpoint.status === 201 ? "Created" : "Done",
      headers,
      content: only ? contentOf([only]) : { "application/json": { schema: reply }, ...forms },
    },
    ...(isRead && hasVersion ? { 304: { description: "Unchanged since If-None-Match", headers } } : {}),
  };
};

/** Every answer of an operation. Refusals are kept in `shelf` by their codes, since most are alike. */
export const responsesOf = (
  endpoint: Endpoint,
  book: SchemaBook,
  shelf: Map<string, Response>,
  hasVersion: boolean,
): Readonly<Record<string, Response>> => {
  const codes = [...refusalsOf(endpoint), "unavailable" as const, "too_many_requests" as const].toSorted();
  const statuses = [...new Set(codes.map((code) => refusalCodes[code].status))].toSorted((a, b) => a - b);
  const refusals = statuses.map((status) => {
    const here = [...new Set(codes.filter((code) => refusalCodes[code].status === status))];
    const name = here.join("-or-");
    shelf.set(name, refused(status, here));
    return [status, { $ref: `#/components/responses/${name}` }] as const;
  });
  return {
    ...success(endpoint, book.of(endpoint.reply, "output"), hasVersion),
    ...Object.fromEntries(refusals),
    500: { $ref: "#/components/responses/internalError" },
  };
};
