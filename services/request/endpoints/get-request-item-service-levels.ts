import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { explainedLevels, explainLevels } from "../../../shared/targets/explained-levels.ts";
import { presentFacts } from "../clock-facts.ts";
import type { RequestContext } from "../context.ts";
import { itemParams } from "../item-endpoint.ts";

export const getRequestItemServiceLevels = endpoint({
  id: "getRequestItemServiceLevels",
  summary: "Explain an item's service levels: every stretch of time with its reason",
  route: "GET /request-items/{requestItemId}/service-levels",
  permission: "request:read",
  params: itemParams,
  reply: z.object(explainedLevels("item")),
  refusals: ["not_found"],
  handle: async ({ params }, { items, terms, now }: RequestContext) => {
    const [item, inForce] = await Promise.all([items.get(params.requestItemId), terms()]);
    return explainLevels(item, presentFacts(item), inForce, now());
  },
});
