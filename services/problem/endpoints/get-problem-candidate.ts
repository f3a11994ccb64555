import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { Candidate, CandidateId } from "../candidate.ts";
import type { ProblemContext } from "../table.ts";

export const getProblemCandidate = endpoint({
  id: "getProblemCandidate",
  summary: "Read a candidate and the incidents it rests on",
  route: "GET /problem-candidates/{candidateId}",
  permission: "problem:read",
  params: z.object({ candidateId: CandidateId }),
  reply: Candidate,
  refusals: ["not_found"],
  handle: ({ params }, { candidates }: ProblemContext) => candidates.get(params.candidateId),
});
