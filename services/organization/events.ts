import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";

/** A team as it is after the event: a consumer that keeps the highest `meta.sequence` per team is right. */
export const TeamSnapshot = z.object({
  id: z.string(),
  name: z.string(),
  active: z.boolean(),
  description: z.string().optional(),
  leadId: z.string().optional(),
  members: z.array(z.object({ personId: z.string(), absent: z.boolean() })),
  calendarId: z.string().optional(),
  location: z.string().optional(),
});
export type TeamSnapshot = z.infer<typeof TeamSnapshot>;

export const TeamChanged = defineEvent({
  source: "itsm.organization",
  type: "TeamChanged",
  version: 1,
  summary: "A team was made, is another one now, or stopped or took up work again.",
  data: z.object({ team: TeamSnapshot }),
});

export const organizationEvents = [TeamChanged];
