import { type Actor, may } from "../../shared/access/actor.ts";
import { type Kept, keptLifecycle } from "../../shared/kept/kept.ts";
import { isFor } from "./audience.ts";
import { type CatalogItem, catalogItemLifecycle } from "./catalog-item.ts";

/** Shelves are for everybody; who manages the catalog keeps them. */
export const viewCategory = <R extends Kept>(actor: Actor, record: R): R | undefined => {
  if (may(actor, "request:manage")) return { ...record, actions: [...keptLifecycle.allowed(record.state)] };
  return record.state === "active" ? { ...record, actions: [] } : undefined;
};

/** Who manages the catalog sees all of it as it is being written; others what is offered to them, as it is offered. */
export const viewCatalogItem = (actor: Actor, item: CatalogItem): CatalogItem | undefined => {
  if (may(actor, "request:manage"))
    return { ...item, actions: [...catalogItemLifecycle.allowed(item.state)] };
  const { offer } = item;
  const isOffered =
    offer &&
    (may(actor, "request:work") || isFor(offer.audience, { personId: actor.id, teamIds: actor.teams }));
  if (!isOffered) return undefined;
  const { audience: _audience, publishedBy: _by, ...told } = offer;
  const { publishedAt: _at, ...shown } = told;
  const { id, version, createdAt, updatedAt } = item;
  const own = { id, version, createdAt, updatedAt, state: "published", actions: [], offer: told };
  return { ...own, ...shown } as unknown as CatalogItem;
};
