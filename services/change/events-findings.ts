import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";

const finding = z.object({
  id: z.string(),
  state: z.enum(["open", "acknowledged", "explained", "confirmed"]),
  ciId: z.string(),
  ciName: z.string(),
  classId: z.string(),
  criticality: z.enum(["high", "medium", "low"]),
  ownerId: z.string().optional(),
  teamId: z.string().optional(),
  sourceId: z.string(),
  changed: z.array(z.string()),
  times: z.number().int(),
  firstAt: z.string(),
  lastAt: z.string(),
  opensIncident: z.boolean().describe("By policy it is an incident, too"),
  changeId: z.string().optional(),
});
const event = (type: string, summary: string) =>
  defineEvent({ source: "itsm.change", type, version: 1, summary, data: z.object({ finding }) });

export const ChangeFindingRaised = event(
  "ChangeFindingRaised",
  "A CI was found to be otherwise, and no change of it was being done.",
);
export const ChangeFindingRepeated = event("ChangeFindingRepeated", "It is otherwise once more.");
export const ChangeFindingAcknowledged = event("ChangeFindingAcknowledged", "Somebody looks after it.");
export const ChangeFindingExplained = event("ChangeFindingExplained", "It is known how it came about.");
export const ChangeFindingConfirmed = event("ChangeFindingConfirmed", "It was changed without authority.");

export const findingEvents = [
  ChangeFindingRaised,
  ChangeFindingRepeated,
  ChangeFindingAcknowledged,
  ChangeFindingExplained,
  ChangeFindingConfirmed,
];
