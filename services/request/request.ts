import * as z from "zod";
import { attachmentFields, type WithAttachments } from "../../shared/attachments/attachment.ts";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { DraftId, PersonId, RequestId } from "./ids.ts";
import { Money, Recurring } from "./money.ts";
import { requestItemLifecycle } from "./request-item.ts";

const open = ["awaiting_approval", "in_fulfilment"] as const;

/** A service request (ITIL 4). Where it stands follows from its items; only cancelling it is a command. */
export const requestLifecycle = defineLifecycle(
  ["awaiting_approval", "in_fulfilment", "complete", "incomplete", "skipped", "rejected", "cancelled"],
  {
    begin: { from: open, to: "in_fulfilment" },
    await: { from: open, to: "awaiting_approval" },
    complete: { from: open, to: "complete" },
    leave: { from: open, to: "incomplete" },
    skip: { from: open, to: "skipped" },
    reject: { from: open, to: "rejected" },
    cancel: { from: open, to: "cancelled" },
  },
);
export type RequestState = z.infer<typeof requestLifecycle.State>;

/** What a request shows of each of its items. */
export const ItemSummary = z.object({
  id: z.string(),
  catalogItemId: z.string(),
  name: z.string(),
  state: requestItemLifecycle.State,
  quantity: z.number().int(),
  price: Money.optional(),
  recurring: Recurring.optional(),
  parentId: z.string().optional().describe("The bundle that it came with"),
  expectedAt: z.iso.datetime().optional(),
  round: z
    .number()
    .int()
    .optional()
    .describe("How often it was put to approvers, where that is more than once"),
});
export type ItemSummary = z.infer<typeof ItemSummary>;

/** Who has to do with a request besides who asks and whom it is for; by its items. */
export type Parties = {
  readonly people: readonly string[];
  readonly teams: readonly string[];
  readonly roles: readonly string[];
};

export const ServiceRequest = z.object({
  id: RequestId,
  ...recordFields,
  state: requestLifecycle.State,
  requesterId: PersonId.describe("Who asked"),
  requestedFor: PersonId,
  note: z.string().optional(),
  draftId: DraftId.optional(),
  origin: z
    .object({ kind: z.string(), id: z.string() })
    .optional()
    .describe("What it was made from: an incident, a schedule, a departure"),
  conversions: z.array(z.string()).optional().describe("What it was made into, beside what it stays"),
  links: z
    .array(z.object({ kind: z.string(), id: z.string() }))
    .optional()
    .describe("Records that were made from it or are tied to it, such as an incident"),
  placedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().optional(),
  cancellation: z.string().optional(),
  price: Money.optional().describe("Of all items; absent where they have several currencies"),
  items: z.array(ItemSummary),
  ...attachmentFields,
  actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
});
export type ServiceRequest = z.infer<typeof ServiceRequest> &
  RecordBase &
  WithAttachments & { readonly parties: Parties };

export const SeenRequest = ServiceRequest.meta({ id: "ServiceRequest" });
export const ListedRequest = SeenRequest.omit({ note: true, cancellation: true, attachments: true }).meta({
  id: "ListedServiceRequest",
});

export const isOpenRequest = ({ state }: Pick<ServiceRequest, "state">): boolean =>
  state === "awaiting_approval" || state === "in_fulfilment";
