import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { Candidate, CandidateId } from "../candidate.ts";
import { Dismissal, dismiss } from "../decisions/candidate.ts";
import type { ProblemContext } from "../table.ts";

export const dismissProblemCandidate = endpoint({
  id: "dismissProblemCandidate",
  summary: "No common cause in it; it stays quiet until enough new incidents come",
  route: "POST /problem-candidates/{candidateId}/dismiss",
  permission: "problem:manage",
  params: z.object({ candidateId: CandidateId }),
  body: Dismissal,
  reply: Candidate,
  refusals: ["not_found", "illegal_transition", "version_conflict"],
  handle: ({ params, body, ifMatch }, { candidates, now }: ProblemContext) =>
    candidates.update(params.candidateId, ifMatch, (candidate) => dismiss(candidate, body, now())),
});
