import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { CandidateId } from "../candidate.ts";
import { ExaminedCandidate, examined } from "../seen-candidate.ts";
import type { ProblemContext } from "../table.ts";

export const getProblemCandidate = endpoint({
  id: "getProblemCandidate",
  summary: "Read a candidate, the incidents it rests on, what they cost and what may have caused them",
  route: "GET /problem-candidates/{candidateId}",
  permission: "problem:read",
  params: z.object({ candidateId: CandidateId }),
  reply: ExaminedCandidate,
  refusals: ["not_found"],
  handle: async ({ params }, context: ProblemContext) =>
    examined(await context.candidates.get(params.candidateId), context),
});
