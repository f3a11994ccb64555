import { endpoint } from "../../../shared/http/endpoint.ts";
import { ciParams } from "../ci-endpoint.ts";
import { Health, healthOf } from "../health.ts";
import { tellTo } from "../impact/answer.ts";
import type { ConfigurationContext } from "../table.ts";

export const getCiHealth = endpoint({
  id: "getCiHealth",
  summary: "How a configuration item is doing, by open incidents on it and on what it needs",
  route: "GET /cis/{ciId}/health",
  permission: "configuration:read_all",
  params: ciParams,
  reply: Health,
  refusals: ["not_found"],
  handle: async ({ params: { ciId }, actor }, context: ConfigurationContext) => {
    await context.cis.get(ciId);
    return healthOf(ciId, context, tellTo(actor));
  },
});
