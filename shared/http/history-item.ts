import * as z from "zod";

/** One entry of a record's history as the API shows it. */
export const HistoryItem = z.object({
  type: z.string().describe("What happened, such as IncidentResolved"),
  meta: z.object({
    eventId: z.string(),
    occurredAt: z.iso.datetime(),
    actor: z.object({ id: z.string(), name: z.string().optional() }),
    sequence: z.number().int().describe("The record's version after it"),
    correlationId: z.string(),
    causationId: z.string().optional(),
  }),
  data: z.record(z.string(), z.unknown()).describe("Texts and facts of the event"),
  changes: z
    .record(z.string(), z.object({ from: z.unknown().optional(), to: z.unknown().optional() }))
    .describe("Fields before and after"),
});
