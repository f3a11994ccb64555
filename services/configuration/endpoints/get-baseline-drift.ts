import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { BaselineId } from "../baseline.ts";
import { Drift, driftOf } from "../drift.ts";
import type { ConfigurationContext } from "../table.ts";

/** Left for comparing and answering once reading has to end. */
const reserveMs = 3000;

export const getBaselineDrift = endpoint({
  id: "getBaselineDrift",
  summary: "What is new, gone or different since a baseline, CIs and relations, on every level",
  route: "GET /ci-baselines/{baselineId}/drift",
  permission: "configuration:read_all",
  params: z.object({ baselineId: BaselineId }),
  query: z.strictObject({
    at: z.iso.datetime().optional().describe("Compare with this instant instead of now"),
  }),
  reply: Drift,
  refusals: ["not_found"],
  handle: async ({ params, query, actor, deadline }, context: ConfigurationContext) => {
    const baseline = await context.baselines.get(params.baselineId);
    const against = { at: query.at ?? context.now(), isNow: query.at === undefined };
    const isOver = () => performance.now() > deadline - reserveMs;
    return driftOf(baseline, against, { actor, isOver }, context);
  },
});
