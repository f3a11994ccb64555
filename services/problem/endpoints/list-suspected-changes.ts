import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { problemParams } from "../command-endpoint.ts";
import { Suspect, suspectsFor } from "../suspects.ts";
import type { ProblemContext } from "../table.ts";

export const listSuspectedChanges = endpoint({
  id: "listSuspectedChanges",
  summary: "Changes done on its CIs, or on what they depend on, shortly before its first incident",
  route: "GET /problems/{problemId}/suspected-changes",
  permission: "problem:read",
  params: problemParams,
  reply: z.object({ before: z.iso.datetime(), items: z.array(Suspect) }),
  refusals: ["not_found"],
  handle: async ({ params }, context: ProblemContext) => {
    const { ciIds, incidentIds, openedAt } = await context.problems.get(params.problemId);
    const known = [...(await context.incidents.known(incidentIds)).values()];
    const before = [openedAt, ...known.map((incident) => incident.openedAt)].toSorted()[0] ?? openedAt;
    const all = [...ciIds, ...known.flatMap((incident) => incident.ciIds)];
    return { before, items: await suspectsFor(all, before, context) };
  },
});
