import * as z from "zod";
import { refusalCodes } from "../domain/refusal.ts";
import type { DocumentInfo, JsonSchema } from "../json-schema.ts";
import type { Service } from "../service.ts";
import { apiPrefix, methodOf, pathOf } from "./endpoint.ts";
import { csvType } from "./formed-page.ts";
import { operationOf } from "./openapi/operation.ts";
import { commonResponses } from "./openapi/responses.ts";
import { createSchemaBook } from "./openapi/schema-book.ts";
import { Problem } from "./problem.ts";
import { safeHeaders } from "./safe-headers.ts";

type Json = Readonly<Record<string, unknown>>;

/** An OpenAPI 3.1 document; plain data, the same text for the same declarations. */
export type OpenApi = {
  readonly openapi: "3.1.0";
  readonly info: Json;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly responses: Readonly<Record<string, Json>>;
    readonly securitySchemes: Json;
  };
  readonly [part: string]: unknown;
};

const sorted = <T>(entries: Iterable<readonly [string, T]>): Readonly<Record<string, T>> =>
  Object.fromEntries([...entries].toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** The whole API from the services' declarations; what it says is what the router does. */
export const openApiOf = (services: readonly Service[], about: DocumentInfo): OpenApi => {
  const book = createSchemaBook();
  const shelf = new Map<string, Json>(Object.entries(commonResponses));
  const paths: Record<string, Record<string, Json>> = {};
  for (const service of services) {
    for (const endpoint of service.endpoints) {
      const path = pathOf(endpoint.route);
      const method = methodOf(endpoint.route).toLowerCase();
      paths[path] = { ...paths[path], [method]: operationOf(service, endpoint, book, shelf) };
    }
  }
  book.of(z.object({ problem: Problem }), "output");
  return {
    openapi: "3.1.0",
    info: {
      ...about,
      description:
        `${about.description} Every refusal is \`application/problem+json\` with a stable \`code\`: ` +
        `${Object.keys(refusalCodes).join(", ")}. Every list is a CSV table, too, with \`Accept: ${csvType}\`. ` +
        "Texts are answered as they were given, never as HTML. Every answer carries " +
        `${Object.entries(safeHeaders)
          .map(([name, value]) => `\`${name}: ${value}\``)
          .join(", ")}.`,
    },
    servers: [{ url: apiPrefix }],
    security: [{ bearer: [] }],
    tags: services.map(({ title, summary }) => ({ name: title, description: summary })),
    paths: sorted(Object.entries(paths)),
    components: {
      schemas: book.components(),
      responses: sorted(shelf),
      securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
    },
  };
};
