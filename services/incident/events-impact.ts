import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";
import { IncidentSnapshot } from "./events.ts";

const source = "itsm.incident";
const plain = z.object({ incident: IncidentSnapshot });

export const IncidentImpactRequested = defineEvent({
  source,
  type: "IncidentImpactRequested",
  version: 1,
  summary: "Somebody wants to know anew what depends on the CIs that an incident names.",
  data: plain,
});

export const IncidentImpactAssessed = defineEvent({
  source,
  type: "IncidentImpactAssessed",
  version: 1,
  summary: "What depends on the CIs that an incident names is known, or is seen otherwise now.",
  data: plain.extend({
    impactedCount: z.number().int(),
    serviceCount: z.number().int(),
    criticality: z.string().optional(),
  }),
});

export const impactEvents = [IncidentImpactRequested, IncidentImpactAssessed];
