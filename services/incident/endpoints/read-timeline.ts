import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { incidentParams } from "../command-endpoint.ts";
import type { IncidentContext } from "../table.ts";
import { Moment, momentsOf } from "../timeline.ts";

/** Entries of a history that one call reads at most: ten pages, more than the longest major incidents had. */
const mostPages = 10;

export const readTimeline = endpoint({
  id: "readTimeline",
  summary: "The moments that mattered, in the order they took place",
  route: "GET /incidents/{incidentId}/timeline",
  permission: "incident:read",
  params: incidentParams,
  reply: z.object({
    items: z.array(Moment),
    isWhole: z.boolean().describe("False where the history is longer than one call reads"),
  }),
  refusals: ["not_found"],
  handle: async ({ params }, { incidents }: IncidentContext) => {
    const entries = [];
    let cursor: string | undefined;
    for (let page = 0; page < mostPages; page++) {
      const { items, nextCursor } = await incidents.history(params.incidentId, { limit: 100, cursor });
      entries.push(...items);
      cursor = nextCursor;
      if (cursor === undefined) break;
    }
    return { items: momentsOf(entries), isWhole: cursor === undefined };
  },
});
