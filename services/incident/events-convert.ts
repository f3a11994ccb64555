import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";
import { IncidentSnapshot } from "./events.ts";

/**
 * Whoever makes such records answers with a new one whose `origin` is the incident, and ties it to the
 * incident. Only incidents that are not restricted are converted, so the texts may go with it.
 */
export const IncidentConverted = defineEvent({
  source: "itsm.incident",
  type: "IncidentConverted",
  version: 1,
  summary: "It is to become another record as well.",
  data: z.object({
    incident: IncidentSnapshot,
    to: z.string().describe("Kind of record: problem, change or request"),
    title: z.string(),
    description: z.string().optional(),
  }),
});
