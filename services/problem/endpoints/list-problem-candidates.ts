import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { candidateLifecycle } from "../candidate.ts";
import { SeenCandidate, withCost } from "../seen-candidate.ts";
import type { ProblemContext } from "../table.ts";

export const listProblemCandidates = endpoint({
  id: "listProblemCandidates",
  summary: "Incidents that keep coming back, newest first",
  route: "GET /problem-candidates",
  permission: "problem:read",
  query: z.strictObject({ ...pageQuery, state: candidateLifecycle.State.default("proposed") }),
  reply: pageOf(SeenCandidate),
  refusals: ["invalid_cursor"],
  handle: async ({ query: { state, ...page } }, context: ProblemContext) => {
    const ask = { index: "candidatesByState", partition: state, newestFirst: true };
    const { items, nextCursor } = await context.candidates.list(ask, page);
    return { items: await Promise.all(items.map((each) => withCost(each, context))), nextCursor };
  },
});
