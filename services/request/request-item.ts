import * as z from "zod";
import { Approval } from "../../shared/approvals/approval.ts";
import { attachmentFields, type WithAttachments } from "../../shared/attachments/attachment.ts";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { Answers } from "../../shared/forms/form.ts";
import { ClockSummary } from "../../shared/targets/clock-summary.ts";
import type { ClockedRecord } from "../../shared/targets/keep-clocks.ts";
import {
  CatalogItemId,
  CategoryId,
  PersonId,
  RequestId,
  RequestItemId,
  ServiceId,
  StandingId,
  TeamId,
} from "./ids.ts";
import { Money, Recurring } from "./money.ts";
import { RequestTask } from "./task.ts";

/** One thing that was asked for. It ends as its tasks do, unless it is not approved or not wanted any more. */
export const requestItemLifecycle = defineLifecycle(
  ["awaiting_approval", "in_fulfilment", "complete", "incomplete", "skipped", "rejected", "cancelled"],
  {
    revise: { from: ["awaiting_approval"], to: "awaiting_approval" },
    approve: { from: ["awaiting_approval"], to: "in_fulfilment" },
    reject: { from: ["awaiting_approval"], to: "rejected" },
    complete: { from: ["in_fulfilment"], to: "complete" },
    leave: { from: ["in_fulfilment"], to: "incomplete" },
    skip: { from: ["in_fulfilment"], to: "skipped" },
    cancel: { from: ["awaiting_approval", "in_fulfilment"], to: "cancelled" },
  },
);
export type RequestItemState = z.infer<typeof requestItemLifecycle.State>;

export const RequestItem = z.object({
  id: RequestItemId,
  ...recordFields,
  requestId: RequestId,
  catalogItemId: CatalogItemId,
  edition: z.number().int().describe("Edition of the catalog item, with its form"),
  name: z.string(),
  categoryId: CategoryId,
  serviceId: ServiceId.optional(),
  state: requestItemLifecycle.State,
  requesterId: PersonId.describe("Who asked"),
  requestedFor: PersonId,
  quantity: z.number().int(),
  answers: Answers,
  shown: z
    .array(z.object({ label: z.string(), text: z.string() }))
    .describe("The answers as people read them"),
  note: z.string().optional(),
  price: Money.optional().describe("Of all of it"),
  recurring: Recurring.optional(),
  approval: Approval.optional().describe("Who was asked to approve it and what they decided"),
  autoApproved: z.string().optional().describe("Why nobody was asked"),
  parentId: RequestItemId.optional().describe(
    "The bundle that it came with: it is begun when that is approved",
  ),
  after: z.array(RequestItemId).describe("Items that are over before it is begun"),
  standing: z.enum(["asset", "software", "access", "other"]).optional(),
  givesBack: StandingId.optional().describe("What somebody holds, and gives back by it"),
  teamId: TeamId.optional().describe("Who fulfils it"),
  tasks: z.array(RequestTask),
  ...attachmentFields,
  placedAt: z.iso.datetime(),
  startedAt: z.iso.datetime().optional().describe("When its fulfilment could begin"),
  endedAt: z.iso.datetime().optional(),
  expectedAt: z.iso.datetime().optional().describe("When it is usually there"),
  reason: z.string().optional().describe("Why it was cancelled or rejected"),
  targetAt: z.iso
    .datetime()
    .optional()
    .describe("When it should be fulfilled at the latest, by its agreements"),
  serviceLevels: z.array(ClockSummary).optional().describe("One clock per agreement and metric"),
  actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
});
export type RequestItem = z.infer<typeof RequestItem> & ClockedRecord & WithAttachments;

export const SeenRequestItem = RequestItem.meta({ id: "RequestItem" });
export const ListedRequestItem = SeenRequestItem.omit({
  answers: true,
  shown: true,
  note: true,
  approval: true,
  tasks: true,
  reason: true,
  attachments: true,
}).meta({ id: "ListedRequestItem" });

export const isOpenItem = ({ state }: Pick<RequestItem, "state">): boolean =>
  state === "awaiting_approval" || state === "in_fulfilment";
