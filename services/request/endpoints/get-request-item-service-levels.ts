import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import {
  ExplainedClocks,
  explainClocks,
  explainedAt,
  recordedClocks,
} from "../../../shared/targets/explain-clocks.ts";
import { seesClock } from "../access.ts";
import { presentFacts } from "../clock-facts.ts";
import type { RequestContext } from "../context.ts";
import { itemParams } from "../item-endpoint.ts";

export const getRequestItemServiceLevels = endpoint({
  id: "getRequestItemServiceLevels",
  summary: "Explain an item's service levels: every stretch of time with its reason",
  route: "GET /request-items/{requestItemId}/service-levels",
  permission: "request:read",
  params: itemParams,
  reply: z.object({ ...explainedAt, serviceLevels: ExplainedClocks, recorded: recordedClocks("item") }),
  refusals: ["not_found"],
  handle: async ({ params, actor }, { items, terms, now }: RequestContext) => {
    const [item, inForce] = await Promise.all([items.get(params.requestItemId), terms()]);
    const at = now();
    const { targetAt, serviceLevels = [] } = item;
    const explained = explainClocks(item, presentFacts(item), inForce, at, seesClock(actor, item));
    return { at, targetAt, serviceLevels: explained, recorded: [...serviceLevels] };
  },
});
