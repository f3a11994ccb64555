import { attachmentEndpoints } from "../../shared/attachments/attachment-endpoints.ts";
import { fileScanned } from "../../shared/attachments/file-scanned.ts";
import { settleFiles } from "../../shared/attachments/settle-files.ts";
import { taskLifecycle } from "../../shared/domain/task.ts";
import { keptLifecycle } from "../../shared/kept/kept.ts";
import { defineService } from "../../shared/service.ts";
import { incidentGrants } from "./access.ts";
import { incidentAttachments } from "./attachments.ts";
import { assessIncidentImpact } from "./endpoints/assess-incident-impact.ts";
import { assignIncident } from "./endpoints/assign-incident.ts";
import { cancelIncident } from "./endpoints/cancel-incident.ts";
import { changeIncidentAssignmentRules } from "./endpoints/change-incident-assignment-rules.ts";
import { changeIncidentSettings } from "./endpoints/change-incident-settings.ts";
import { changeIncidents } from "./endpoints/change-incidents.ts";
import { closeIncident } from "./endpoints/close-incident.ts";
import { commentOnIncident } from "./endpoints/comment-on-incident.ts";
import { convertIncident } from "./endpoints/convert-incident.ts";
import { editIncident } from "./endpoints/edit-incident.ts";
import { findSimilar } from "./endpoints/find-similar.ts";
import { getIncident } from "./endpoints/get-incident.ts";
import { getIncidentAssignmentRules } from "./endpoints/get-incident-assignment-rules.ts";
import { getIncidentServiceLevels } from "./endpoints/get-incident-service-levels.ts";
import { getIncidentSettings } from "./endpoints/get-incident-settings.ts";
import { holdIncident } from "./endpoints/hold-incident.ts";
import { linkIncident } from "./endpoints/link-incident.ts";
import { listIncidentHistory } from "./endpoints/list-incident-history.ts";
import { listIncidents } from "./endpoints/list-incidents.ts";
import { mergeIncident } from "./endpoints/merge-incident.ts";
import { noteOnIncident } from "./endpoints/note-on-incident.ts";
import { openIncident } from "./endpoints/open-incident.ts";
import { reopenIncident } from "./endpoints/reopen-incident.ts";
import { resolveIncident } from "./endpoints/resolve-incident.ts";
import { routeIncident } from "./endpoints/route-incident.ts";
import { startIncident } from "./endpoints/start-incident.ts";
import { takeIncident } from "./endpoints/take-incident.ts";
import { tryIncidentAssignmentRules } from "./endpoints/try-incident-assignment-rules.ts";
import { unlinkIncident } from "./endpoints/unlink-incident.ts";
import { unmergeIncident } from "./endpoints/unmerge-incident.ts";
import { unwatchIncident } from "./endpoints/unwatch-incident.ts";
import { watchIncident } from "./endpoints/watch-incident.ts";
import { attachmentEvents } from "./events-attachments.ts";
import { IncidentConverted } from "./events-convert.ts";
import { IncidentHoldingsFound } from "./events-holdings.ts";
import { impactEvents } from "./events-impact.ts";
import { keptEvents } from "./events-kept.ts";
import { majorEvents } from "./events-major.ts";
import { incidentEvents } from "./events-moves.ts";
import { taskEvents } from "./events-tasks.ts";
import { incidentLifecycle } from "./incident.ts";
import { majorLifecycle } from "./major.ts";
import { majorEndpoints } from "./major-endpoints.ts";
import { announceUpdates } from "./schedules/announce-updates.ts";
import { closeResolved } from "./schedules/close-resolved.ts";
import { watchServiceLevels } from "./schedules/watch-service-levels.ts";
import { agreementChanged } from "./subscriptions/agreement-changed.ts";
import { alertChanged } from "./subscriptions/alert-changed.ts";
import { alertGrouped } from "./subscriptions/alert-grouped.ts";
import { alertLinked } from "./subscriptions/alert-linked.ts";
import { articleUsed } from "./subscriptions/article-used.ts";
import { calendarChanged } from "./subscriptions/calendar-changed.ts";
import { candidateChanged } from "./subscriptions/candidate-changed.ts";
import { changeFindingRaised } from "./subscriptions/change-finding-raised.ts";
import { changeLinked } from "./subscriptions/change-linked.ts";
import { childOpened } from "./subscriptions/child-opened.ts";
import { childUpdated } from "./subscriptions/child-updated.ts";
import { departureAsked } from "./subscriptions/departure-asked.ts";
import { duplicateAttached } from "./subscriptions/duplicate-attached.ts";
import { duplicateCommented } from "./subscriptions/duplicate-commented.ts";
import { impactAssessed } from "./subscriptions/impact-assessed.ts";
import { knownErrorChanged } from "./subscriptions/known-error-changed.ts";
import { majorRules } from "./subscriptions/major-rule.ts";
import { majorUpdated } from "./subscriptions/major-updated.ts";
import { parentCommented } from "./subscriptions/parent-commented.ts";
import { parentHeld } from "./subscriptions/parent-held.ts";
import { parentReopened } from "./subscriptions/parent-reopened.ts";
import { parentResolved } from "./subscriptions/parent-resolved.ts";
import { parentStarted } from "./subscriptions/parent-started.ts";
import { problemChanged } from "./subscriptions/problem-changed.ts";
import { problemHeard } from "./subscriptions/problem-heard.ts";
import { problemIncidents } from "./subscriptions/problem-incidents.ts";
import { requestTied } from "./subscriptions/request-tied.ts";
import { stormCleared } from "./subscriptions/storm-cleared.ts";
import { stormDetected } from "./subscriptions/storm-detected.ts";
import { survivorCommented } from "./subscriptions/survivor-commented.ts";
import { survivorResolved } from "./subscriptions/survivor-resolved.ts";
import { teamChanged } from "./subscriptions/team-changed.ts";
import { type IncidentContext, incidentTable } from "./table.ts";
import { taskEndpoints } from "./task-endpoints.ts";
import { templateEndpoints } from "./template-endpoints.ts";

export const incidentService = defineService<IncidentContext>({
  name: "incident",
  title: "Incident management",
  summary: "Answers disruptions fast and restores service, so that work goes on.",
  table: incidentTable,
  keepsFiles: true,
  grants: incidentGrants,
  lifecycles: {
    incident: incidentLifecycle,
    major: majorLifecycle,
    task: taskLifecycle,
    kept: keptLifecycle,
    cannedReply: keptLifecycle,
  },
  events: [
    ...incidentEvents,
    IncidentConverted,
    ...majorEvents,
    ...taskEvents,
    ...keptEvents,
    ...impactEvents,
    ...attachmentEvents,
    IncidentHoldingsFound,
  ],
  endpoints: [
    assessIncidentImpact,
    assignIncident,
    cancelIncident,
    changeIncidentSettings,
    changeIncidents,
    closeIncident,
    commentOnIncident,
    convertIncident,
    editIncident,
    getIncidentSettings,
    getIncident,
    getIncidentServiceLevels,
    holdIncident,
    linkIncident,
    listIncidentHistory,
    listIncidents,
    mergeIncident,
    noteOnIncident,
    openIncident,
    reopenIncident,
    resolveIncident,
    startIncident,
    takeIncident,
    unlinkIncident,
    unmergeIncident,
    unwatchIncident,
    ...majorEndpoints,
    ...taskEndpoints,
    changeIncidentAssignmentRules,
    getIncidentAssignmentRules,
    tryIncidentAssignmentRules,
    routeIncident,
    ...templateEndpoints,
    findSimilar,
    watchIncident,
    ...attachmentEndpoints(incidentAttachments),
  ],
  subscriptions: [
    ...requestTied,
    agreementChanged,
    calendarChanged,
    ...alertChanged,
    ...alertGrouped,
    alertLinked,
    stormDetected,
    ...stormCleared,
    ...changeLinked,
    changeFindingRaised,
    childOpened,
    childUpdated,
    parentCommented,
    parentHeld,
    parentReopened,
    parentResolved,
    parentStarted,
    duplicateCommented,
    duplicateAttached,
    survivorCommented,
    survivorResolved,
    majorUpdated,
    ...candidateChanged,
    ...knownErrorChanged,
    ...problemChanged,
    ...problemHeard,
    ...problemIncidents,
    ...articleUsed,
    ...majorRules,
    teamChanged,
    impactAssessed,
    departureAsked,
    ...settleFiles("incident", incidentAttachments),
  ],
  foreign: [fileScanned("incident", [incidentAttachments])],
  schedules: [closeResolved, watchServiceLevels, announceUpdates],
});
