import * as z from "zod";
import { schemaOf } from "../../../shared/forms/schema-of.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { catalogParams } from "../catalog-params.ts";
import type { RequestContext } from "../context.ts";
import { seenItem } from "../offered-item.ts";

export const getCatalogItemFormSchema = endpoint({
  id: "getCatalogItemFormSchema",
  summary: "The answers that its form takes as JSON Schema (2020-12), for clients that do not draw it",
  route: "GET /catalog-items/{catalogItemId}/form-schema",
  permission: "request:read",
  params: catalogParams,
  reply: z.record(z.string(), z.unknown()),
  refusals: ["not_found"],
  handle: async ({ params }, context: RequestContext) => {
    const { form } = await seenItem(params.catalogItemId, context);
    return { ...schemaOf(form) };
  },
});
