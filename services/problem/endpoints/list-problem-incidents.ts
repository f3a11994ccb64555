import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { problemParams } from "../command-endpoint.ts";
import { problemGroup } from "../incident-projection.ts";
import type { ProblemContext } from "../table.ts";

const LinkedIncident = z.object({
  id: z.string(),
  state: z.string(),
  title: z.string().optional(),
  priority: z.number().int(),
  category: z.string().optional(),
  serviceId: z.string().optional(),
  ciIds: z.array(z.string()),
  openedAt: z.iso.datetime(),
  resolvedAt: z.iso.datetime().optional(),
  breaches: z.number().int().optional().describe("How many of its service levels are breached, if any is"),
});

export const listProblemIncidents = endpoint({
  id: "listProblemIncidents",
  summary: "All incidents tied to a problem, newest first; restricted ones are left out",
  route: "GET /problems/{problemId}/incidents",
  permission: "problem:read",
  params: problemParams,
  query: z.strictObject(pageQuery),
  reply: pageOf(LinkedIncident),
  refusals: ["not_found", "invalid_cursor"],
  handle: async ({ params, query }, { problems, incidents }: ProblemContext) => {
    await problems.get(params.problemId);
    const { items, nextCursor } = await incidents.page(problemGroup(params.problemId), query);
    return { items: [...items], nextCursor };
  },
});
