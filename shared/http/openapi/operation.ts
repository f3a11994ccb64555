import type { Service } from "../../service.ts";
import { type Endpoint, methodOf } from "../endpoint.ts";
import { parametersOf } from "./parameters.ts";
import { responsesOf } from "./responses.ts";
import type { SchemaBook } from "./schema-book.ts";

type Json = Readonly<Record<string, unknown>>;

/** Roles that may call an operation, in the order of the service's grants. */
const rolesFor = ({ grants }: Service, permission: string): readonly string[] =>
  Object.entries(grants).flatMap(([role, granted]) =>
    granted.some((each) => each === "*" || each === permission) ? [role] : [],
  );

const who = (service: Service, { permission }: Endpoint): string =>
  permission === undefined
    ? "Open to everybody, without a token."
    : `Needs \`${permission}\`, which these roles have: ${rolesFor(service, permission).join(", ") || "none"}.`;

/** True where a reply is one record, whose version is its ETag. */
const isRecord = (reply: object): boolean => {
  const { shape, options } = reply as { readonly shape?: object; readonly options?: readonly object[] };
  return shape ? "version" in shape : (options?.every(isRecord) ?? false);
};

/** One endpoint as an OpenAPI operation. */
export const operationOf = (
  service: Service,
  endpoint: Endpoint,
  book: SchemaBook,
  shelf: Map<string, Json>,
): Json => {
  const hasVersion = isRecord(endpoint.reply);
  const parameters = parametersOf(endpoint, book, hasVersion);
  const needsBody = endpoint.body !== undefined && methodOf(endpoint.route) !== "GET";
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    description: who(service, endpoint),
    tags: [service.title],
    ...(endpoint.permission === undefined ? { security: [] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(needsBody && endpoint.body
      ? {
          requestBody: {
            // An action that needs no more than its name may come without a body.
            required: !endpoint.body.safeParse({}).success,
            content: { "application/json": { schema: book.of(endpoint.body, "input") } },
          },
        }
      : {}),
    responses: responsesOf(endpoint, book, shelf, hasVersion),
  };
};
