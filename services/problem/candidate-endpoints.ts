import { acceptProblemCandidate } from "./endpoints/accept-problem-candidate.ts";
import { dismissProblemCandidate } from "./endpoints/dismiss-problem-candidate.ts";
import { getProblemCandidate } from "./endpoints/get-problem-candidate.ts";
import { listProblemCandidateHistory } from "./endpoints/list-problem-candidate-history.ts";
import { listProblemCandidates } from "./endpoints/list-problem-candidates.ts";

/** Incidents that keep coming back. */
export const candidateEndpoints = [
  acceptProblemCandidate,
  dismissProblemCandidate,
  getProblemCandidate,
  listProblemCandidateHistory,
  listProblemCandidates,
];
