import * as z from "zod";
import { may } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { catalogItemLifecycle, ListedCatalogItem } from "../catalog-item.ts";
import type { RequestContext } from "../context.ts";
import { CategoryId, PersonId } from "../ids.ts";
import { offersFor } from "../offered-item.ts";
import { allOffers } from "../table.ts";

export const listCatalogItems = endpoint({
  id: "listCatalogItems",
  summary:
    "What is offered to the caller, or to whom they order for, by name; for who manages the catalog, also what is written or retired",
  route: "GET /catalog-items",
  permission: "request:read",
  query: z
    .strictObject({
      categoryId: CategoryId.optional().describe("What is offered on this shelf"),
      state: catalogItemLifecycle.State.optional().describe("All in this state, for who manages the catalog"),
      requestedFor: PersonId.optional().describe("What is offered to this person, for who orders for them"),
      ...pageQuery,
    })
    .refine(
      ({ categoryId, requestedFor, state }) =>
        state === undefined || (categoryId === undefined && requestedFor === undefined),
      "Ask by one filter at a time",
    ),
  reply: pageOf(ListedCatalogItem),
  refusals: ["invalid_cursor"],
  handle: async ({ query: { categoryId, state, requestedFor, ...page }, actor }, context: RequestContext) => {
    if (state !== undefined && !may(actor, "request:manage"))
      throw new Refusal("forbidden", "Only who manages the catalog asks for a state");
    if (state !== undefined) return context.catalog.list({ index: "catalogByState", partition: state }, page);
    const offers = await offersFor(requestedFor, context);
    return categoryId === undefined
      ? offers.list({ index: "offered", partition: allOffers }, page)
      : offers.list({ index: "offered", partition: categoryId, edges: true }, page);
  },
});
