import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";

const source = "itsm.request";
const data = z.object({
  schedule: z.object({
    id: z.string(),
    name: z.string(),
    retired: z.boolean(),
    ownerId: z.string(),
    nextAt: z.string().optional(),
    lastRequestId: z.string().optional(),
  }),
});

export const RequestScheduleChanged = defineEvent({
  source,
  type: "RequestScheduleChanged",
  version: 1,
  summary: "What is ordered at a time to come was said, is another thing now, or was retired or restored.",
  data,
});
export const RequestScheduleOrdered = defineEvent({
  source,
  type: "RequestScheduleOrdered",
  version: 1,
  summary: "Its time has come: it was ordered.",
  data,
});
export const RequestScheduleFailed = defineEvent({
  source,
  type: "RequestScheduleFailed",
  version: 1,
  summary: "Its time has come, and ordering it was refused.",
  data: data.extend({ text: z.string() }),
});

export const scheduleEvents = [RequestScheduleChanged, RequestScheduleOrdered, RequestScheduleFailed];
