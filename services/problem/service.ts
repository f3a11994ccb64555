import { taskLifecycle } from "../../shared/domain/task.ts";
import { defineService } from "../../shared/service.ts";
import { problemGrants } from "./access.ts";
import { candidateLifecycle } from "./candidate.ts";
import { candidateEndpoints } from "./candidate-endpoints.ts";
import { acceptProblemRisk } from "./endpoints/accept-problem-risk.ts";
import { analyseProblem } from "./endpoints/analyse-problem.ts";
import { assessProblem } from "./endpoints/assess-problem.ts";
import { assignProblem } from "./endpoints/assign-problem.ts";
import { cancelProblem } from "./endpoints/cancel-problem.ts";
import { changeProblemSettings } from "./endpoints/change-problem-settings.ts";
import { closeProblem } from "./endpoints/close-problem.ts";
import { editProblem } from "./endpoints/edit-problem.ts";
import { fixProblem } from "./endpoints/fix-problem.ts";
import { getCiCost } from "./endpoints/get-ci-cost.ts";
import { getProblem } from "./endpoints/get-problem.ts";
import { getProblemCost } from "./endpoints/get-problem-cost.ts";
import { getProblemServiceLevels } from "./endpoints/get-problem-service-levels.ts";
import { getProblemSettings } from "./endpoints/get-problem-settings.ts";
import { linkProblemIncidents } from "./endpoints/link-problem-incidents.ts";
import { listProblemHistory } from "./endpoints/list-problem-history.ts";
import { listProblemIncidents } from "./endpoints/list-problem-incidents.ts";
import { listProblems } from "./endpoints/list-problems.ts";
import { listSuspectedChanges } from "./endpoints/list-suspected-changes.ts";
import { markDuplicateProblem } from "./endpoints/mark-duplicate-problem.ts";
import { nameRootCause } from "./endpoints/name-root-cause.ts";
import { noteOnProblem } from "./endpoints/note-on-problem.ts";
import { openProblem } from "./endpoints/open-problem.ts";
import { reanalyseProblem } from "./endpoints/reanalyse-problem.ts";
import { requestProblemChange } from "./endpoints/request-problem-change.ts";
import { resolveProblem } from "./endpoints/resolve-problem.ts";
import { unlinkProblemIncidents } from "./endpoints/unlink-problem-incidents.ts";
import { writeProblemAnalysis } from "./endpoints/write-problem-analysis.ts";
import { problemRecordEvents } from "./events.ts";
import { candidateEvents } from "./events-candidate.ts";
import { ProblemHoldingsFound } from "./events-holdings.ts";
import { serviceLevelEvents } from "./events-service-levels.ts";
import { taskEvents } from "./events-tasks.ts";
import { knownErrorEndpoints } from "./known-error-endpoints.ts";
import { problemLifecycle } from "./problem.ts";
import { watchProblemServiceLevels } from "./schedules/watch-problem-service-levels.ts";
import { agreementChanged } from "./subscriptions/agreement-changed.ts";
import { articleUsed } from "./subscriptions/article-used.ts";
import { calendarChanged } from "./subscriptions/calendar-changed.ts";
import { candidateAccepted } from "./subscriptions/candidate-accepted.ts";
import { changeChanged } from "./subscriptions/change-changed.ts";
import { ciRelated } from "./subscriptions/ci-related.ts";
import { departureAsked } from "./subscriptions/departure-asked.ts";
import { incidentChanged } from "./subscriptions/incident-changed.ts";
import { incidentConverted } from "./subscriptions/incident-converted.ts";
import { knowledgeSettingsChanged } from "./subscriptions/knowledge-settings-changed.ts";
import { type ProblemContext, problemTable } from "./table.ts";
import { taskEndpoints } from "./task-endpoints.ts";

export const problemService = defineService<ProblemContext>({
  name: "problem",
  title: "Problem management",
  summary: "Finds and removes the causes behind incidents.",
  table: problemTable,
  grants: problemGrants,
  lifecycles: { problem: problemLifecycle, candidate: candidateLifecycle, task: taskLifecycle },
  events: [
    ...problemRecordEvents,
    ...taskEvents,
    ...serviceLevelEvents,
    ...candidateEvents,
    ProblemHoldingsFound,
  ],
  endpoints: [
    acceptProblemRisk,
    analyseProblem,
    assessProblem,
    assignProblem,
    cancelProblem,
    changeProblemSettings,
    closeProblem,
    editProblem,
    fixProblem,
    getProblemServiceLevels,
    getProblemSettings,
    getCiCost,
    getProblem,
    getProblemCost,
    linkProblemIncidents,
    listProblemHistory,
    listSuspectedChanges,
    listProblemIncidents,
    listProblems,
    markDuplicateProblem,
    nameRootCause,
    noteOnProblem,
    openProblem,
    reanalyseProblem,
    requestProblemChange,
    resolveProblem,
    unlinkProblemIncidents,
    writeProblemAnalysis,
    ...taskEndpoints,
    ...knownErrorEndpoints,
    ...candidateEndpoints,
  ],
  subscriptions: [
    agreementChanged,
    ...articleUsed,
    calendarChanged,
    candidateAccepted,
    ...changeChanged,
    ...ciRelated,
    departureAsked,
    ...incidentChanged,
    incidentConverted,
    knowledgeSettingsChanged,
  ],
  schedules: [watchProblemServiceLevels],
});
