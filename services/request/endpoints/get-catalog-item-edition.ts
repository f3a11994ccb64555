import * as z from "zod";
import { may } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { isFor } from "../audience.ts";
import { type CatalogItem, ItemFields } from "../catalog-item.ts";
import { catalogParams } from "../catalog-params.ts";
import type { RequestContext } from "../context.ts";
import { audienceOf, editionOf } from "../offered-item.ts";
import { belongingOf } from "../people.ts";

const Edition = z
  .object({ catalogItemId: z.string(), edition: z.number().int(), ...ItemFields.shape })
  .partial({ audience: true, approvals: true, autoApprove: true, fulfilment: true })
  .meta({ id: "CatalogItemEdition" });

/** What is offered to somebody now may have been offered to others before: that edition is none for them. */
const mustBeForActor = async (item: CatalogItem, edition: number, context: RequestContext): Promise<void> => {
  const { actor, teams } = context;
  if (may(actor, "request:work") || may(actor, "request:manage")) return;
  const audience = await audienceOf(item, edition, context);
  if (!isFor(audience, belongingOf(actor.id, actor, await teams()))) throw new Refusal("not_found");
};

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
    await mustBeForActor(item, edition, context);
    const fields = await editionOf(item, edition, context);
    return { catalogItemId: item.id, edition, ...fields } as z.infer<typeof Edition>;
  },
});
