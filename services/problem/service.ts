import { defineService } from "../../shared/service.ts";
import { problemGrants } from "./access.ts";
import { candidateLifecycle } from "./candidate.ts";
import { changeProblemSettings } from "./endpoints/change-problem-settings.ts";
import { dismissProblemCandidate } from "./endpoints/dismiss-problem-candidate.ts";
import { getProblemCandidate } from "./endpoints/get-problem-candidate.ts";
import { getProblemSettings } from "./endpoints/get-problem-settings.ts";
import { listProblemCandidateHistory } from "./endpoints/list-problem-candidate-history.ts";
import { listProblemCandidates } from "./endpoints/list-problem-candidates.ts";
import { problemRecordEvents } from "./events.ts";
import { candidateEvents } from "./events-candidate.ts";
import { incidentChanged } from "./subscriptions/incident-changed.ts";
import { type ProblemContext, problemTable } from "./table.ts";

export const problemService = defineService<ProblemContext>({
  name: "problem",
  title: "Problem management",
  summary: "Finds and removes the causes behind incidents.",
  table: problemTable,
  grants: problemGrants,
  lifecycles: { candidate: candidateLifecycle },
  events: [...candidateEvents, ...problemRecordEvents],
  endpoints: [
    listProblemCandidates,
    getProblemCandidate,
    listProblemCandidateHistory,
    dismissProblemCandidate,
    getProblemSettings,
    changeProblemSettings,
  ],
  subscriptions: incidentChanged,
  schedules: [],
});
