import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { ItemFields } from "../catalog-item.ts";
import { catalogParams } from "../catalog-params.ts";
import type { RequestContext } from "../context.ts";
import { editionOf } from "../offered-item.ts";

const Edition = z
  .object({ catalogItemId: z.string(), edition: z.number().int(), ...ItemFields.shape })
  .partial({ audience: true, approvals: true, autoApprove: true, fulfilment: true })
  .meta({ id: "CatalogItemEdition" });

export const getCatalogItemEdition = endpoint({
  id: "getCatalogItemEdition",
  summary: "An edition of a catalog item as it was published: by it, what was ordered can be understood",
  route: "GET /catalog-items/{catalogItemId}/edition",
  permission: "request:read",
  params: catalogParams,
  query: z.strictObject({ edition: z.coerce.number().int().min(1).max(100_000) }),
  reply: Edition,
  refusals: ["not_found"],
  handle: async ({ params, query: { edition } }, context: RequestContext) => {
    const item = await (await context.offersTo()).get(params.catalogItemId);
    const fields = await editionOf(item, edition, context);
    return { catalogItemId: item.id, edition, ...fields } as z.infer<typeof Edition>;
  },
});
