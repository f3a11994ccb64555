import * as z from "zod";
import { later } from "../../../shared/domain/refusal-in.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { AcceptCandidate, carryOut, chosenOf, problemFor } from "../accept-candidate.ts";
import { Candidate, CandidateId } from "../candidate.ts";
import { accept } from "../decisions/candidate.ts";
import type { Acceptance } from "../events-candidate.ts";
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
    const { candidates, now } = context;
    const known = await candidates.get(params.candidateId);
    const found = await later(problemFor(known, body, context));
    const { title, impact = 3, urgency = 3, teamId } = body;
    let acceptance: Acceptance | undefined;
    const accepted = await candidates.update(params.candidateId, ifMatch, (candidate) => {
      const incidentIds = chosenOf(candidate, body);
      const { problemId, isNew } = found();
      acceptance = { isNew, acceptedBy: actor.id, incidentIds, title, impact, urgency, teamId };
      return accept(candidate, problemId, acceptance, now());
    });
    if (acceptance !== undefined) await carryOut({ ...known, ...accepted }, acceptance, context);
    return accepted;
  },
});
