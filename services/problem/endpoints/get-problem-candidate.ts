import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { CandidateId } from "../candidate.ts";
import { SeenCandidate, withCost } from "../seen-candidate.ts";
import type { ProblemContext } from "../table.ts";

export const getProblemCandidate = endpoint({
  id: "getProblemCandidate",
  summary: "Read a candidate, the incidents it rests on, and what they cost",
  route: "GET /problem-candidates/{candidateId}",
  permission: "problem:read",
  params: z.object({ candidateId: CandidateId }),
  reply: SeenCandidate,
  refusals: ["not_found"],
  handle: async ({ params }, context: ProblemContext) =>
    withCost(await context.candidates.get(params.candidateId), context),
});
