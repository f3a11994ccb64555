import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { mustWorkOn } from "../access.ts";
import { fill, ReplyId } from "../canned-reply.ts";
import { IncidentId } from "../incident.ts";
import type { IncidentContext } from "../table.ts";

export const renderReply = endpoint({
  id: "renderCannedReply",
  summary: "A canned reply with its placeholders filled for an incident; without one, as it is",
  route: "GET /canned-replies/{replyId}/render",
  permission: "incident:reply",
  params: z.object({ replyId: ReplyId }),
  query: z.strictObject({ incidentId: IncidentId.optional() }),
  reply: z.object({ text: z.string() }),
  refusals: ["not_found"],
  handle: async ({ params, query, actor }, { replies, incidents }: IncidentContext) => {
    const { text } = await replies.get(params.replyId);
    if (query.incidentId === undefined) return { text };
    const incident = await incidents.get(query.incidentId);
    mustWorkOn(actor, incident);
    return { text: fill(text, { incident, actor }) };
  },
});
