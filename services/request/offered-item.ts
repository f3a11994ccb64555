import { may } from "../../shared/access/actor.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import type { Records } from "../../shared/dynamo/records.ts";
import { type CatalogItem, editionName, type ItemFields } from "./catalog-item.ts";
import type { RequestContext } from "./context.ts";
import { mayOrderFor } from "./order-for.ts";

/** How it is approved and fulfilled, and who may have it, is for those who manage the catalog. */
const withoutInner = ({
  audience: _audience,
  approvals: _approvals,
  autoApprove: _auto,
  fulfilment: _fulfilment,
  ...shown
}: ItemFields): Omit<ItemFields, "audience" | "approvals" | "autoApprove" | "fulfilment"> => shown;

/** What is offered to somebody, for who may order for them. */
export const offersFor = async (
  requestedFor: string | undefined,
  context: RequestContext,
): Promise<Records<CatalogItem>> => {
  const { actor, offersTo } = context;
  if (requestedFor === undefined || requestedFor === actor.id) return offersTo();
  const [teams, settings] = await Promise.all([context.teams(), context.settings()]);
  if (!mayOrderFor({ actor, requestedFor, teams, settings }))
    throw new Refusal("forbidden", "Only who leads their team orders for somebody else");
  return offersTo(requestedFor);
};

const publishedAs = async (
  { id }: Pick<CatalogItem, "id">,
  edition: number,
  { catalog }: RequestContext,
): Promise<ItemFields> => {
  const [part] = await catalog.parts([{ id, name: editionName(edition) }]);
  if (part === undefined) throw new Refusal("not_found");
  return part.value as unknown as ItemFields;
};

/** For whom an edition of an item was. */
export const audienceOf = async (...asked: Parameters<typeof publishedAs>): Promise<ItemFields["audience"]> =>
  (await publishedAs(...asked)).audience;

/** An edition of an item as it was published; refused where there is no such one. */
export const editionOf = async (
  item: Pick<CatalogItem, "id">,
  edition: number,
  context: RequestContext,
): Promise<Partial<ItemFields>> => {
  const fields = await publishedAs(item, edition, context);
  return may(context.actor, "request:manage") ? fields : withoutInner(fields);
};

/** An item as the caller may see it: as it is being written, or as it is offered, to them or to whom they ask for. */
export const seenItem = async (
  id: string,
  context: RequestContext,
  requestedFor?: string,
): Promise<CatalogItem> => {
  const item = await (await offersFor(requestedFor, context)).get(id);
  if (may(context.actor, "request:manage") || item.offer === undefined) return item;
  return { ...(await editionOf(item, item.offer.edition, context)), ...item } as CatalogItem;
};
