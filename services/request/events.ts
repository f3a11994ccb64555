import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";

const source = "itsm.request";
const state = z.enum([
  "awaiting_approval",
  "in_fulfilment",
  "complete",
  "incomplete",
  "skipped",
  "rejected",
  "cancelled",
]);
const money = z.object({ amount: z.number(), currency: z.string() });

/** A request as it is after the event: a consumer that keeps the highest `meta.sequence` is right. */
export const RequestSnapshot = z.object({
  id: z.string(),
  state,
  requesterId: z.string(),
  requestedFor: z.string(),
  placedAt: z.string(),
  endedAt: z.string().optional(),
  origin: z.object({ kind: z.string(), id: z.string() }).optional().describe("What it was made from"),
  price: money.optional(),
  items: z.array(
    z.object({ id: z.string(), catalogItemId: z.string(), name: z.string(), state, quantity: z.number() }),
  ),
});
export type RequestSnapshot = z.infer<typeof RequestSnapshot>;

const task = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  state: z.enum(["waiting", "open", "in_progress", "complete", "incomplete", "skipped"]),
  teamId: z.string().optional(),
  assigneeId: z.string().optional(),
  dueAt: z.string().optional(),
  recordId: z.string().optional().describe("The asset, change or other record that it is about"),
});

/** One thing that was asked for, as it is after the event. What was answered to its form stays with the record. */
export const RequestItemSnapshot = z.object({
  id: z.string(),
  requestId: z.string(),
  catalogItemId: z.string(),
  edition: z.number().int(),
  name: z.string(),
  categoryId: z.string(),
  serviceId: z.string().optional(),
  state,
  requesterId: z.string(),
  requestedFor: z.string(),
  quantity: z.number().int(),
  price: money.optional(),
  recurring: money.extend({ every: z.string() }).optional(),
  teamId: z.string().optional(),
  parentId: z.string().optional(),
  standing: z.string().optional().describe("What somebody holds once they have got it"),
  givesBack: z.string().optional().describe("What somebody holds, and gives back by it"),
  placedAt: z.string(),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  expectedAt: z.string().optional(),
  targetAt: z.string().optional(),
  tasks: z.array(task),
});
export type RequestItemSnapshot = z.infer<typeof RequestItemSnapshot>;

const plain = z.object({ request: RequestSnapshot });
const requestEvent = <S extends z.ZodRawShape>(type: string, summary: string, more: S) =>
  defineEvent({ source, type, version: 1, summary, data: plain.extend(more) });
const item = z.object({ item: RequestItemSnapshot });
const itemEvent = <S extends z.ZodRawShape>(type: string, summary: string, more: S) =>
  defineEvent({ source, type, version: 1, summary, data: item.extend(more) });

export const RequestPlaced = requestEvent("RequestPlaced", "Somebody asked for something.", {});
export const RequestProgressed = requestEvent(
  "RequestProgressed",
  "Something about its items is another than before.",
  {},
);
export const RequestEnded = requestEvent(
  "RequestEnded",
  "All of its items are over: fulfilled or not, rejected or cancelled.",
  {},
);
export const RequestCancelled = requestEvent(
  "RequestCancelled",
  "It is not wanted any more: what is open of it is cancelled.",
  {},
);
export const RequestCommented = requestEvent("RequestCommented", "Somebody said something all may read.", {
  text: z.string(),
});
export const RequestNoted = requestEvent("RequestNoted", "Somebody left a note for those who fulfil it.", {});

/** Whoever makes such records answers with a new one that is tied to the request. */
export const RequestConverted = requestEvent("RequestConverted", "It is to become another record as well.", {
  to: z.string().describe("Kind of record: incident"),
  title: z.string(),
  description: z.string().optional(),
});

export const RequestItemPlaced = itemEvent("RequestItemPlaced", "It was asked for.", {});
export const RequestItemRevised = itemEvent(
  "RequestItemRevised",
  "It is wanted otherwise: by other answers, or another quantity. What was decided for it counts no more.",
  {},
);
const asked = z.object({
  round: z.number().int(),
  step: z.string(),
  people: z.array(z.string()),
  roles: z.array(z.string()),
  expiresAt: z.string().optional(),
});
export const RequestItemApprovalRequested = itemEvent(
  "RequestItemApprovalRequested",
  "People are asked to approve it.",
  { approval: asked },
);
export const RequestItemApprovalReminded = itemEvent(
  "RequestItemApprovalReminded",
  "Those who were asked have not decided yet.",
  { approval: asked },
);
export const RequestItemApprovalDecided = itemEvent(
  "RequestItemApprovalDecided",
  "Somebody who was asked has decided.",
  {
    decision: z.object({
      personId: z.string(),
      onBehalfOf: z.string().optional(),
      step: z.string(),
      verdict: z.enum(["approve", "reject", "abstain"]),
    }),
  },
);
export const RequestItemApproved = itemEvent(
  "RequestItemApproved",
  "All who had to have approved it, or nobody had to: it is being fulfilled.",
  {},
);
export const RequestItemRejected = itemEvent("RequestItemRejected", "It was not approved.", {
  why: z.enum(["rejected", "expired"]),
});
export const RequestItemBegun = itemEvent(
  "RequestItemBegun",
  "What it had to wait for is over: its first tasks may begin.",
  {},
);
export const RequestItemEnded = itemEvent(
  "RequestItemEnded",
  "Its tasks are over: it is complete, incomplete or skipped.",
  {},
);
export const RequestItemCancelled = itemEvent(
  "RequestItemCancelled",
  "It is not wanted any more, or a step of it was done after that: what was got for it is given back.",
  {},
);

const aboutTasks = { tasks: z.array(task).describe("Those that the event is about") };
export const RequestTaskAdded = itemEvent("RequestTaskAdded", "Another task belongs to it.", aboutTasks);
export const RequestTaskChanged = itemEvent(
  "RequestTaskChanged",
  "A task was begun, or given to somebody.",
  aboutTasks,
);
export const RequestTaskEnded = itemEvent("RequestTaskEnded", "A task is over.", aboutTasks);

export const requestEvents = [
  RequestPlaced,
  RequestProgressed,
  RequestEnded,
  RequestCancelled,
  RequestCommented,
  RequestNoted,
  RequestConverted,
  RequestItemPlaced,
  RequestItemRevised,
  RequestItemApprovalRequested,
  RequestItemApprovalReminded,
  RequestItemApprovalDecided,
  RequestItemApproved,
  RequestItemRejected,
  RequestItemBegun,
  RequestItemEnded,
  RequestItemCancelled,
  RequestTaskAdded,
  RequestTaskChanged,
  RequestTaskEnded,
];
