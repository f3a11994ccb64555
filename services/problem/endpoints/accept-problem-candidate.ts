import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { AcceptCandidate, acceptCandidate } from "../accept-candidate.ts";
import { Candidate, CandidateId, candidateLifecycle } from "../candidate.ts";
import { accept } from "../decisions/candidate.ts";
import type { ProblemContext } from "../table.ts";

export const acceptProblemCandidate = endpoint({
  id: "acceptProblemCandidate",
  summary: "Its incidents have one cause: they become a new problem's, or those of one that is there",
  route: "POST /problem-candidates/{candidateId}/accept",
  permission: "problem:manage",
  params: z.object({ candidateId: CandidateId }),
  body: AcceptCandidate,
  reply: Candidate,
  refusals: ["not_found", "illegal_transition", "version_conflict"],
  handle: async ({ params, body, actor, ifMatch }, context: ProblemContext) => {
    const { candidates, settings, now } = context;
    const candidate = await candidates.get(params.candidateId);
    const on = { actor, now: now(), settings: await settings() };
    // Refused before the problem is written; a repeat under a key is answered below as the first time.
    const isRepeat = candidate.state === "accepted" && candidate.problemId !== undefined;
    if (!isRepeat) {
      candidateLifecycle.next(candidate.state, "accept");
      if (ifMatch !== undefined && ifMatch !== candidate.version) throw new Refusal("version_conflict");
    }
    const problemId = isRepeat
      ? String(candidate.problemId)
      : await acceptCandidate(candidate, body, on, context);
    return candidates.update(params.candidateId, ifMatch, (latest) => accept(latest, problemId, on.now));
  },
});
