import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";
import { RequestItemSnapshot } from "./events.ts";

const source = "itsm.request";

/** What a step of a fulfilment does by itself, and with what. Whoever does it answers under `errandId`. */
export const StepAsked = z.object({
  errandId: z.string().describe("The task's number and which attempt it is, such as SCTASK0000001-1.1"),
  taskId: z.string(),
  kind: z.enum([
    "reserve_asset",
    "hand_over_asset",
    "return_asset",
    "allocate_seat",
    "release_seat",
    "open_change",
    "event",
    "call",
  ]),
  title: z.string(),
  modelId: z.string().optional().describe("Model of the asset, or of the software"),
  stockroomId: z.string().optional(),
  assetId: z.string().optional().describe("The one that an earlier step is about"),
  templateId: z.string().optional().describe("Template of a standard change"),
  name: z.string().optional().describe("What the customer's own automation knows it by"),
  values: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
    .optional()
    .describe("Answers that the step passes on"),
});
export type StepAsked = z.infer<typeof StepAsked>;

export const RequestStepAsked = defineEvent({
  source,
  type: "RequestStepAsked",
  version: 1,
  summary: "A step that does itself is to be done: by another service, or by the customer's own automation.",
  data: z.object({ item: RequestItemSnapshot, step: StepAsked }),
});

const aboutTask = z.object({ item: RequestItemSnapshot, taskId: z.string(), text: z.string() });
export const RequestTaskFailed = defineEvent({
  source,
  type: "RequestTaskFailed",
  version: 1,
  summary: "A step could not do itself: it is a task for people now.",
  data: aboutTask,
});
export const RequestTaskStuck = defineEvent({
  source,
  type: "RequestTaskStuck",
  version: 1,
  summary: "A task takes longer than it should.",
  data: aboutTask,
});

export const RequestTaskEscalated = defineEvent({
  source,
  type: "RequestTaskEscalated",
  version: 1,
  summary: "A task that failed or takes too long was put before somebody else as well.",
  data: z.object({
    item: RequestItemSnapshot,
    taskId: z.string(),
    personId: z.string().optional(),
    teamId: z.string().optional(),
    why: z.string(),
  }),
});

export const stepEvents = [RequestStepAsked, RequestTaskFailed, RequestTaskStuck, RequestTaskEscalated];
