import * as z from "zod";
import { EventMeta } from "../events/event-type.ts";

/** One entry of a record's history as the API shows it. */
export const HistoryItem = z
  .object({
    type: z.string().describe("What happened: type of the event"),
    meta: EventMeta.omit({ subject: true }),
    data: z.record(z.string(), z.unknown()).describe("Texts and facts of the event"),
    changes: z
      .record(z.string(), z.object({ from: z.unknown().optional(), to: z.unknown().optional() }))
      .describe("Fields before and after"),
  })
  .meta({ id: "HistoryItem" });
