import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { problemParams } from "../command-endpoint.ts";
import { Cost, costOf } from "../cost.ts";
import { CostReply, costQuery, countIncidents } from "../count-incidents.ts";
import { problemGroup } from "../incident-projection.ts";
import type { ProblemContext } from "../table.ts";

export const getProblemCost = endpoint({
  id: "getProblemCost",
  summary: "What a problem's incidents cost, over time, and since it was resolved",
  route: "GET /problems/{problemId}/cost",
  permission: "problem:read",
  params: problemParams,
  query: z.strictObject(costQuery),
  reply: CostReply.extend({
    sinceResolved: Cost.optional().describe("Opened after the fix: whether it holds"),
  }),
  refusals: ["not_found", "rule_violation"],
  handle: async ({ params, query }, context: ProblemContext) => {
    const { resolvedAt } = await context.problems.get(params.problemId);
    const { incidents, ...counted } = await countIncidents(problemGroup(params.problemId), query, context);
    if (resolvedAt === undefined) return counted;
    const later = incidents.filter(({ openedAt }) => openedAt > resolvedAt);
    return { ...counted, sinceResolved: costOf(later, context.now()) };
  },
});
