import * as z from "zod";
import { later } from "../../shared/domain/refusal-in.ts";
import { pageOf, pageQuery } from "../../shared/dynamo/page.ts";
import type { Decision } from "../../shared/dynamo/record.ts";
import { type Endpoint, endpoint } from "../../shared/http/endpoint.ts";
import { HistoryItem } from "../../shared/http/history-item.ts";
import { named } from "../../shared/kept/named.ts";
import { type CatalogItem, ItemFields, SeenCatalogItem } from "./catalog-item.ts";
import { catalogParams } from "./catalog-params.ts";
import type { RequestContext } from "./context.ts";
import {
  draftItem,
  publishItem,
  redraftItem,
  restoreItem,
  retireItem,
  rewriteItem,
} from "./decisions/catalog.ts";
import { checkOrder } from "./endpoints/check-order.ts";
import { getCatalogItem } from "./endpoints/get-catalog-item.ts";
import { getCatalogItemEdition } from "./endpoints/get-catalog-item-edition.ts";
import { getCatalogItemFormSchema } from "./endpoints/get-catalog-item-form-schema.ts";
import { listCatalogItems } from "./endpoints/list-catalog-items.ts";
import { previewCatalogItem } from "./endpoints/preview-catalog-item.ts";
import { refuseSenseless } from "./senseless.ts";

const step = (declared: {
  readonly id: string;
  readonly summary: string;
  readonly verb: string;
  readonly decide: (item: CatalogItem, personId: string, now: string) => Decision<CatalogItem>;
}): Endpoint<RequestContext> =>
  endpoint({
    id: declared.id,
    summary: declared.summary,
    route: `POST /catalog-items/{catalogItemId}/${declared.verb}`,
    permission: "request:manage",
    params: catalogParams,
    body: z.strictObject({}),
    reply: SeenCatalogItem,
    refusals: ["not_found", "illegal_transition", "version_conflict"],
    handle: ({ params, actor, ifMatch }, { catalog, now }: RequestContext) =>
      catalog.update(params.catalogItemId, ifMatch, (item) => declared.decide(item, actor.id, now())),
  });

/** It must make sense, and what it names must be there: its shelf, and what its bundle is made of. */
const mustBeSound = async (fields: ItemFields, { categories, catalog }: RequestContext): Promise<void> => {
  refuseSenseless(fields);
  const { categoryId, bundle = [] } = fields;
  await named(categories, categoryId, "body.categoryId");
  for (const [at, part] of bundle.entries())
    await named(catalog, part.catalogItemId, `body.bundle.${at}.catalogItemId`);
};

/** The service catalog (ITIL 4): what is offered, written as drafts and published edition by edition. */
export const catalogEndpoints: readonly Endpoint<RequestContext>[] = [
  listCatalogItems,
  getCatalogItem,
  getCatalogItemEdition,
  getCatalogItemFormSchema,
  checkOrder,
  previewCatalogItem,
  endpoint({
    id: "createCatalogItem",
    summary: "Write a catalog item; it is offered when it is published",
    route: "POST /catalog-items",
    permission: "request:manage",
    body: ItemFields,
    reply: SeenCatalogItem,
    status: 201,
    refusals: ["rule_violation"],
    handle: async ({ body, actor }, context: RequestContext) => {
      const found = await later(mustBeSound(body, context));
      return context.catalog.create((id) => {
        found();
        return draftItem(id, body, actor.id);
      });
    },
  }),
  endpoint({
    id: "replaceCatalogItem",
    summary: "Write its draft anew; what is not given is gone, what is offered stays as it was published",
    route: "PUT /catalog-items/{catalogItemId}",
    permission: "request:manage",
    params: catalogParams,
    body: ItemFields,
    reply: SeenCatalogItem,
    needsVersion: true,
    refusals: ["not_found", "illegal_transition", "rule_violation"],
    handle: async ({ params, body, actor, ifMatch }, context: RequestContext) => {
      const found = await later(mustBeSound(body, context));
      return context.catalog.update(params.catalogItemId, ifMatch, (item) => {
        found();
        return rewriteItem(item, body, actor.id);
      });
    },
  }),
  step({
    id: "publishCatalogItem",
    summary: "Offer it as it is written now, as another edition",
    verb: "publish",
    decide: publishItem,
  }),
  step({
    id: "redraftCatalogItem",
    summary: "Write another edition; the present one stays offered meanwhile",
    verb: "redraft",
    decide: redraftItem,
  }),
  step({
    id: "retireCatalogItem",
    summary: "Offer it no more; what was ordered goes on",
    verb: "retire",
    decide: retireItem,
  }),
  step({
    id: "restoreCatalogItem",
    summary: "It is a draft again",
    verb: "restore",
    decide: restoreItem,
  }),
  endpoint({
    id: "listCatalogItemHistory",
    summary: "Everything that happened to a catalog item",
    route: "GET /catalog-items/{catalogItemId}/history",
    permission: "request:manage",
    params: catalogParams,
    query: z.strictObject(pageQuery),
    reply: pageOf(HistoryItem),
    refusals: ["not_found", "invalid_cursor"],
    handle: ({ params, query }, { catalog }: RequestContext) => catalog.history(params.catalogItemId, query),
  }),
];
