import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";

/** What monitoring says of a check. Nobody but monitoring changes it. */
export const alertLifecycle = defineLifecycle(["firing", "recovered"], {
  recover: { from: ["firing"], to: "recovered" },
  fire: { from: ["recovered"], to: "firing" },
});

export const AlertId = z.string().regex(/^ALT\d{24}$/, "The id of an alert");
const Level = z.number().int().min(1).max(3);
const Instant = z.iso.datetime();

/**
 * A check on a resource as monitoring sees it: one record for ever, whose episodes each begin with a firing and
 * end when it has been well for as long as the settings say. An episode has at most one incident.
 */
export const Alert = z.object({
  id: AlertId,
  version: z.number().int(),
  createdAt: Instant,
  updatedAt: Instant,
  source: z.string(),
  resource: z.string(),
  check: z.string(),
  state: alertLifecycle.State.describe("What others are told; while it flaps, it stays firing"),
  observed: alertLifecycle.State.describe("What the tool said last"),
  observedAt: Instant.describe("Since when that is so, by the tool's clock"),
  severity: z.string(),
  summary: z.string(),
  serviceId: z.string().optional(),
  ciIds: z.array(z.string()),
  category: z.string().optional(),
  links: z.array(z.object({ title: z.string().optional(), url: z.string() })),
  labels: z.record(z.string(), z.string()),
  impact: Level,
  urgency: Level,
  informational: z.boolean().optional().describe("Kept and counted; no incident is opened for it"),
  episode: z.number().int().describe("How many times it fired after a time of being well"),
  transition: z.number().int().describe("How many times others were told of a change"),
  raisedAt: Instant.describe("When the latest firing came here"),
  recoveredAt: Instant.optional(),
  occurrences: z.number().int().describe("How often the tool reported it in this episode"),
  lastAt: Instant.optional().describe("When it was last reported"),
  fires: z.number().int().describe("Reports of this episode that are in the history; the others are counted"),
  changes: z.array(Instant).describe("When it changed lately"),
  flapping: z
    .object({ since: Instant, until: Instant.describe("It is stable when nothing changes until then") })
    .optional(),
  muted: z.object({ windowId: z.string(), until: Instant }).optional(),
  isOwn: z.boolean().optional().describe("This episode has an incident of its own"),
  incidentId: z.string().optional(),
  parentIncidentId: z.string().optional().describe("Incident of the storm it began with"),
  stormId: z.string().optional(),
  incidentIds: z.array(z.string()).describe("Incidents of its latest episodes, newest last"),
});
export type Alert = z.infer<typeof Alert> & RecordBase;

/** An alert as the API shows it. */
export const SeenAlert = Alert.omit({ fires: true, changes: true }).meta({ id: "Alert" });
export const ListedAlert = SeenAlert.omit({ labels: true, links: true }).meta({ id: "ListedAlert" });

/** What a tool is told of the alert it reported: nothing that it did not know. */
export const Receipt = z
  .object({
    id: AlertId,
    version: z.number().int(),
    state: alertLifecycle.State.optional().describe("Absent for what never fired"),
  })
  .meta({ id: "AlertReceipt" });
