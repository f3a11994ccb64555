import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { SeenCatalogItem } from "../catalog-item.ts";
import { catalogParams } from "../catalog-params.ts";
import type { RequestContext } from "../context.ts";
import { PersonId } from "../ids.ts";
import { seenItem } from "../offered-item.ts";

export const getCatalogItem = endpoint({
  id: "getCatalogItem",
  summary: "Read a catalog item with its form: as it is offered, or as it is written for who manages it",
  route: "GET /catalog-items/{catalogItemId}",
  permission: "request:read",
  params: catalogParams,
  query: z.strictObject({
    requestedFor: PersonId.optional().describe("As it is offered to this person, for who orders for them"),
  }),
  reply: SeenCatalogItem,
  refusals: ["not_found"],
  handle: ({ params, query: { requestedFor } }, context: RequestContext) =>
    seenItem(params.catalogItemId, context, requestedFor),
});
