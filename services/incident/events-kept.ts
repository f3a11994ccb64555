import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";

const source = "itsm.incident";
const state = z.enum(["active", "retired"]);

export const IncidentTemplateChanged = defineEvent({
  source,
  type: "IncidentTemplateChanged",
  version: 1,
  summary: "A template for incidents was made, written anew, retired or restored.",
  data: z.object({
    template: z.object({ id: z.string(), name: z.string(), audience: z.enum(["agent", "employee"]), state }),
  }),
});
export const CannedReplyChanged = defineEvent({
  source,
  type: "CannedReplyChanged",
  version: 1,
  summary: "A canned reply was made, written anew, retired or restored.",
  data: z.object({
    reply: z.object({ id: z.string(), name: z.string(), teamId: z.string().optional(), state }),
  }),
});

export const keptEvents = [IncidentTemplateChanged, CannedReplyChanged];
