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
import { changeParams } from "../command-endpoint.ts";
import type { ChangeContext } from "../context.ts";

export const getChangeServiceLevels = endpoint({
  id: "getChangeServiceLevels",
  summary: "Explain a change's service levels: every stretch of time with its reason",
  route: "GET /changes/{changeId}/service-levels",
  permission: "change:read",
  params: changeParams,
  reply: z.object({ ...explainedAt, serviceLevels: ExplainedClocks, recorded: recordedClocks("change") }),
  refusals: ["not_found"],
  handle: async ({ params, actor }, { changes, terms, now }: ChangeContext) => {
    const [change, inForce] = await Promise.all([changes.get(params.changeId), terms()]);
    const at = now();
    const { targetAt, serviceLevels = [] } = change;
    const explained = explainClocks(change, presentFacts(change), inForce, at, seesClock(actor));
    return { at, targetAt, serviceLevels: explained, recorded: [...serviceLevels] };
  },
});
