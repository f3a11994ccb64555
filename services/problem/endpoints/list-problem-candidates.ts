import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { Candidate, candidateLifecycle } from "../candidate.ts";
import type { ProblemContext } from "../table.ts";

export const listProblemCandidates = endpoint({
  id: "listProblemCandidates",
  summary: "Incidents that keep coming back, newest first",
  route: "GET /problem-candidates",
  permission: "problem:read",
  query: z.strictObject({ ...pageQuery, state: candidateLifecycle.State.default("proposed") }),
  reply: pageOf(Candidate),
  refusals: ["invalid_cursor"],
  handle: ({ query: { state, ...page } }, { candidates }: ProblemContext) =>
    candidates.list({ index: "candidatesByState", partition: state, newestFirst: true }, page),
});
