import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";

const source = "itsm.request";

export const CatalogCategoryChanged = defineEvent({
  source,
  type: "CatalogCategoryChanged",
  version: 1,
  summary: "A shelf of the catalog was made, is another one now, or was retired or restored.",
  data: z.object({ category: z.object({ id: z.string(), name: z.string(), retired: z.boolean() }) }),
});

const item = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(["draft", "published", "retired"]),
  edition: z.number().int().describe("The last edition that was published; 0 before the first"),
  isOffered: z.boolean().describe("It can be ordered, as its last edition says"),
  categoryId: z.string(),
  ownerId: z.string().optional(),
});
const catalogEvent = (type: string, summary: string) =>
  defineEvent({ source, type, version: 1, summary, data: z.object({ item }) });

export const CatalogItemDrafted = catalogEvent(
  "CatalogItemDrafted",
  "A catalog item, or another edition of one, is being written.",
);
export const CatalogItemPublished = catalogEvent("CatalogItemPublished", "It is offered as it is now.");
export const CatalogItemRetired = catalogEvent("CatalogItemRetired", "It is not offered any more.");
export const CatalogItemRestored = catalogEvent(
  "CatalogItemRestored",
  "It is a draft again, to be offered when it is published.",
);

/** What somebody types is theirs until they order: no event carries it. */
const draft = z.object({
  id: z.string(),
  state: z.enum(["open", "ordered", "discarded"]),
  ownerId: z.string(),
  requestId: z.string().optional(),
});
const draftEvent = (type: string, summary: string) =>
  defineEvent({ source, type, version: 1, summary, data: z.object({ draft }) });

export const RequestDraftSaved = draftEvent("RequestDraftSaved", "What somebody is about to order was kept.");
export const RequestDraftOrdered = draftEvent("RequestDraftOrdered", "It became a request.");
export const RequestDraftDiscarded = draftEvent("RequestDraftDiscarded", "It is not wanted any more.");

export const RequestSettingsChanged = defineEvent({
  source,
  type: "RequestSettingsChanged",
  version: 1,
  summary: "The rules for all requests were changed.",
  data: z.object({ settings: z.record(z.string(), z.unknown()) }),
});

export const keptEvents = [
  CatalogCategoryChanged,
  CatalogItemDrafted,
  CatalogItemPublished,
  CatalogItemRetired,
  CatalogItemRestored,
  RequestDraftSaved,
  RequestDraftOrdered,
  RequestDraftDiscarded,
  RequestSettingsChanged,
];
