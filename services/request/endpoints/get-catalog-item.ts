import { endpoint } from "../../../shared/http/endpoint.ts";
import { SeenCatalogItem } from "../catalog-item.ts";
import { catalogParams } from "../catalog-params.ts";
import type { RequestContext } from "../context.ts";
import { seenItem } from "../offered-item.ts";

export const getCatalogItem = endpoint({
  id: "getCatalogItem",
  summary: "Read a catalog item with its form: as it is offered, or as it is written for who manages it",
  route: "GET /catalog-items/{catalogItemId}",
  permission: "request:read",
  params: catalogParams,
  reply: SeenCatalogItem,
  refusals: ["not_found"],
  handle: ({ params }, context: RequestContext) => seenItem(params.catalogItemId, context),
});
