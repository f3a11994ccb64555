import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";

const survey = z.object({
  id: z.string(),
  state: z.enum(["asked", "answered", "low", "followed_up"]),
  personId: z.string(),
  about: z.object({ kind: z.enum(["request", "incident"]), id: z.string() }),
  serviceId: z.string().optional(),
  teamId: z.string().optional(),
  serviceIds: z.array(z.string()).optional().describe("All services of what was asked for"),
  teamIds: z.array(z.string()).optional().describe("All teams that served"),
  catalogItemIds: z.array(z.string()).optional(),
  ownerId: z.string().optional().describe("Who is to follow up a low score"),
  ownerTeamId: z.string().optional(),
  dueAt: z.string().optional().describe("Until when a low score is to be followed up"),
  score: z.number().int().optional().describe("1 very bad to 5 very good"),
});
const event = (type: string, summary: string) =>
  defineEvent({ source: "itsm.request", type, version: 1, summary, data: z.object({ survey }) });

export const SatisfactionAsked = event("SatisfactionAsked", "Somebody is asked how they were served.");
export const SatisfactionAnswered = event(
  "SatisfactionAnswered",
  "Somebody said how they were served; after a low score it waits for somebody to follow up.",
);
export const SatisfactionFollowUpAssigned = event(
  "SatisfactionFollowUpAssigned",
  "Another person or team is to follow up a low score, or until another time.",
);
export const SatisfactionFollowedUp = event(
  "SatisfactionFollowedUp",
  "Something was done about a low score.",
);

export const satisfactionEvents = [
  SatisfactionAsked,
  SatisfactionAnswered,
  SatisfactionFollowUpAssigned,
  SatisfactionFollowedUp,
];
