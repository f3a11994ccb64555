import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";

const source = "itsm.configuration";

export const CiQueryChanged = defineEvent({
  source,
  type: "CiQueryChanged",
  version: 1,
  summary: "A question to the graph is kept, is another one now, or was retired or restored.",
  data: z.object({
    query: z.object({
      id: z.string(),
      name: z.string(),
      classId: z.string(),
      isWatched: z.boolean(),
      retired: z.boolean(),
    }),
  }),
});

export const CiQueryCountChanged = defineEvent({
  source,
  type: "CiQueryCountChanged",
  version: 1,
  summary: "A watched question to the graph has more or fewer answers than when they were last counted.",
  data: z.object({
    query: z.object({ id: z.string(), name: z.string(), version: z.number().int() }),
    count: z.number().int().describe("CIs that it finds, restricted ones left out"),
    before: z.number().int().optional().describe("Absent: it is counted for the first time"),
    isTruncated: z.boolean().describe("Not all CIs were looked at: there may be more"),
    countedAt: z.string(),
  }),
});

export const queryEvents = [CiQueryChanged, CiQueryCountChanged];
