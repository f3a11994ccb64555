import { changedFields } from "../../../shared/domain/changed-fields.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import {
  approversByName,
  type CatalogItem,
  catalogItemLifecycle,
  editionName,
  ItemFields,
  type Offer,
} from "../catalog-item.ts";
import {
  CatalogItemDrafted,
  CatalogItemPublished,
  CatalogItemRestored,
  CatalogItemRetired,
} from "../events-kept.ts";

type ItemDecision = Decision<CatalogItem>;

const happened = (
  event: typeof CatalogItemDrafted,
  before: CatalogItem,
  changes: Partial<CatalogItem>,
): ItemDecision => {
  const { id, name, state, edition, offer, categoryId, ownerId } = { ...before, ...changes };
  const item = { id, name, state, edition, isOffered: offer !== undefined, categoryId, ownerId };
  return [occurred(event, { item }, changes)];
};

const names = Object.keys(ItemFields.shape) as (keyof ItemFields)[];

export const draftItem = (id: string, fields: ItemFields, personId: string): ItemDecision =>
  happened(CatalogItemDrafted, { id } as CatalogItem, {
    ...fields,
    isBundle: fields.bundle !== undefined,
    edition: 0,
    state: "draft",
    writtenBy: personId,
  });

/** What it says is written while it is a draft; what is offered stays as it was published. */
export const rewriteItem = (item: CatalogItem, fields: ItemFields, personId: string): ItemDecision => {
  if (item.state !== "draft")
    throw new Refusal("illegal_transition", `It is not written in state "${item.state}": redraft it first`);
  const absent = Object.fromEntries(names.map((name) => [name, undefined]));
  const wanted = { ...absent, ...fields, isBundle: fields.bundle !== undefined } as Partial<CatalogItem>;
  const changes = changedFields<CatalogItem>(item, wanted);
  if (Object.keys(changes).length === 0) return [];
  return happened(CatalogItemDrafted, item, { ...changes, writtenBy: personId });
};

/** The fields of an item as they are written, without what only the record has. */
export const writtenFields = (item: CatalogItem): ItemFields =>
  Object.fromEntries(
    names.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]]])),
  ) as unknown as ItemFields;

const offerOf = (item: CatalogItem, edition: number, personId: string, now: string): Offer => {
  const { name, summary, categoryId, icon, keywords, ownerId, audience, price, recurring } = item;
  const { deliveryDays, mostQuantity, isBundle } = item;
  const offer = {
    ...{ edition, name, summary, categoryId, icon, keywords, ownerId, audience, price, recurring },
    ...{ deliveryDays, mostQuantity, isBundle, publishedAt: now, publishedBy: personId },
  };
  return Object.fromEntries(Object.entries(offer).filter(([, value]) => value !== undefined)) as Offer;
};

/** Offers it as it is written now. The edition is kept, so that what was ordered by it can always be understood. */
export const publishItem = (item: CatalogItem, personId: string, now: string): ItemDecision => {
  const state = catalogItemLifecycle.next(item.state, "publish");
  const edition = item.edition + 1;
  const offer = offerOf(item, edition, personId, now);
  const offeredApproverIds = approversByName(item.approvals);
  const [published] = happened(CatalogItemPublished, item, { state, edition, offer, offeredApproverIds });
  if (published === undefined) return [];
  return [{ ...published, beside: [{ name: editionName(edition), value: { ...writtenFields(item) } }] }];
};

export const redraftItem = (item: CatalogItem, personId: string): ItemDecision =>
  happened(CatalogItemDrafted, item, {
    state: catalogItemLifecycle.next(item.state, "redraft"),
    writtenBy: personId,
  });

export const retireItem = (item: CatalogItem): ItemDecision =>
  happened(CatalogItemRetired, item, {
    state: catalogItemLifecycle.next(item.state, "retire"),
    offer: undefined,
    offeredApproverIds: undefined,
  });

/** Who is named in an item is somebody else now: in what is written, and in what is offered, where that changes. */
export type Replacing = {
  readonly written: ItemFields;
  readonly offered?: ItemFields | undefined;
  readonly now: string;
};

/** Both at once; what is offered is another edition, published by who published the last one. */
export const replaceItem = (item: CatalogItem, { written, offered, now }: Replacing): ItemDecision => {
  const changes = changedFields<CatalogItem>(item, { ownerId: undefined, ...written });
  if (offered === undefined || item.offer === undefined)
    return Object.keys(changes).length === 0 ? [] : happened(CatalogItemDrafted, item, changes);
  const edition = item.edition + 1;
  const isBundle = offered.bundle !== undefined;
  const offer = offerOf({ ...item, ...offered, isBundle }, edition, item.offer.publishedBy, now);
  const offeredApproverIds = approversByName(offered.approvals);
  const told = { ...changes, edition, offer, offeredApproverIds };
  return happened(CatalogItemPublished, item, told).map((occurrence) => ({
    ...occurrence,
    beside: [{ name: editionName(edition), value: { ...offered } }],
  }));
};

export const restoreItem = (item: CatalogItem): ItemDecision =>
  happened(CatalogItemRestored, item, { state: catalogItemLifecycle.next(item.state, "restore") });
