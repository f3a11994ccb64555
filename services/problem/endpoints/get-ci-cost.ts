import * as z from "zod";
import { ForeignId } from "../../../shared/domain/texts.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { likenessKeys } from "../candidate.ts";
import { CostReply, costQuery, countIncidents } from "../count-incidents.ts";
import type { ProblemContext } from "../table.ts";

export const getCiCost = endpoint({
  id: "getCiCost",
  summary: "What incidents of a CI cost, over time",
  route: "POST /ci-costs",
  permission: "problem:read",
  safe: true,
  body: z.strictObject({ ciId: ForeignId.describe("Configuration item"), ...costQuery }),
  reply: CostReply,
  refusals: ["rule_violation"],
  handle: async ({ body: { ciId, ...query } }, context: ProblemContext) => {
    const [group = ""] = likenessKeys({ kind: "ci", ciId });
    const { since, total, trend } = await countIncidents(group, query, context);
    return { since, total, trend };
  },
});
