import { keptLifecycle } from "../../shared/kept/kept.ts";
import { defineService } from "../../shared/service.ts";
import { changeGrants } from "./access.ts";
import { boardEndpoints } from "./board-endpoints.ts";
import { calendarEndpoints } from "./calendar-endpoints.ts";
import { emergencyLifecycle, normalLifecycle, standardLifecycle } from "./change-type.ts";
import type { ChangeContext } from "./context.ts";
import { decisionLinkEndpoints } from "./decision-link-endpoints.ts";
import { delegationLifecycle } from "./delegation.ts";
import { delegationEndpoints } from "./delegation-endpoints.ts";
import { abstainFromChange } from "./endpoints/abstain-from-change.ts";
import { approveChange } from "./endpoints/approve-change.ts";
import { assessChange } from "./endpoints/assess-change.ts";
import { assessChangeImpact } from "./endpoints/assess-change-impact.ts";
import { cancelChange } from "./endpoints/cancel-change.ts";
import { changeChangeRiskSettings } from "./endpoints/change-change-risk-settings.ts";
import { changeChangeSettings } from "./endpoints/change-change-settings.ts";
import { closeChange } from "./endpoints/close-change.ts";
import { completeChange } from "./endpoints/complete-change.ts";
import { editChange } from "./endpoints/edit-change.ts";
import { findChangeConflicts } from "./endpoints/find-change-conflicts.ts";
import { getChange } from "./endpoints/get-change.ts";
import { getChangeNumbers } from "./endpoints/get-change-numbers.ts";
import { getChangeRiskSettings } from "./endpoints/get-change-risk-settings.ts";
import { getChangeSchedule } from "./endpoints/get-change-schedule.ts";
import { getChangeServiceLevels } from "./endpoints/get-change-service-levels.ts";
import { getChangeSettings } from "./endpoints/get-change-settings.ts";
import { judgeSuspectedIncident } from "./endpoints/judge-suspected-incident.ts";
import { linkChange } from "./endpoints/link-change.ts";
import { listChangeHistory } from "./endpoints/list-change-history.ts";
import { listChanges } from "./endpoints/list-changes.ts";
import { listChangesOfCi } from "./endpoints/list-changes-of-ci.ts";
import { listPlannedChanges } from "./endpoints/list-planned-changes.ts";
import { noteOnChange } from "./endpoints/note-on-change.ts";
import { openChange } from "./endpoints/open-change.ts";
import { rejectChange } from "./endpoints/reject-change.ts";
import { reviewChange } from "./endpoints/review-change.ts";
import { reviseChange } from "./endpoints/revise-change.ts";
import { startChange } from "./endpoints/start-change.ts";
import { submitChange } from "./endpoints/submit-change.ts";
import { unlinkChange } from "./endpoints/unlink-change.ts";
import { changeEvents } from "./events.ts";
import { boardEvents } from "./events-board.ts";
import { delegationEvents } from "./events-delegation.ts";
import { ChangeErrandAnswered } from "./events-errands.ts";
import { findingEvents } from "./events-findings.ts";
import { gateEvents } from "./events-gate.ts";
import { ChangeHoldingsFound } from "./events-holdings.ts";
import { ChangeImpactRequested } from "./events-impact.ts";
import { keptEvents } from "./events-kept.ts";
import { modificationEvents } from "./events-modifications.ts";
import { serviceLevelEvents } from "./events-service-levels.ts";
import { taskEvents } from "./events-tasks.ts";
import { exceptionEndpoints } from "./exception-endpoints.ts";
import { feedEndpoints } from "./feed-endpoints.ts";
import { findingLifecycle } from "./finding.ts";
import { findingEndpoints } from "./finding-endpoints.ts";
import { gateEndpoints } from "./gate-endpoints.ts";
import { libraryEndpoints } from "./library-endpoints.ts";
import { meetingLifecycle } from "./meeting.ts";
import { modelEndpoints } from "./model-endpoints.ts";
import { askForCalendar } from "./schedules/ask-for-calendar.ts";
import { checkCalendar } from "./schedules/check-calendar.ts";
import { planBoardMeetings } from "./schedules/plan-board-meetings.ts";
import { watchApprovals } from "./schedules/watch-approvals.ts";
import { watchChangeServiceLevels } from "./schedules/watch-change-service-levels.ts";
import { agreementChanged } from "./subscriptions/agreement-changed.ts";
import { alertHeard } from "./subscriptions/alert-heard.ts";
import { approvalDelegated } from "./subscriptions/approval-delegated.ts";
import { boardChanged } from "./subscriptions/board-changed.ts";
import { boardDecided } from "./subscriptions/board-decided.ts";
import { businessCalendarChanged } from "./subscriptions/business-calendar-changed.ts";
import { calendarChanged } from "./subscriptions/calendar-changed.ts";
import { changeEnded } from "./subscriptions/change-ended.ts";
import { changePlanned } from "./subscriptions/change-planned.ts";
import { ciChanged } from "./subscriptions/ci-changed.ts";
import { ciModificationsFollowed } from "./subscriptions/ci-modifications-followed.ts";
import { ciRelated } from "./subscriptions/ci-related.ts";
import { departureAsked } from "./subscriptions/departure-asked.ts";
import { impactAssessed } from "./subscriptions/impact-assessed.ts";
import { incidentConverted } from "./subscriptions/incident-converted.ts";
import { incidentOpened } from "./subscriptions/incident-opened.ts";
import { problemChangeRequested } from "./subscriptions/problem-change-requested.ts";
import { requestItemCancelled } from "./subscriptions/request-item-cancelled.ts";
import { requestStepAsked } from "./subscriptions/request-step-asked.ts";
import { teamChanged } from "./subscriptions/team-changed.ts";
import { templateUsed } from "./subscriptions/template-used.ts";
import { changeTable } from "./table.ts";
import { changeTaskLifecycle } from "./task.ts";
import { taskEndpoints } from "./task-endpoints.ts";
import { templateLifecycle } from "./template.ts";
import { templateEndpoints } from "./template-endpoints.ts";

export const changeService = defineService<ChangeContext>({
  name: "change",
  title: "Change enablement",
  summary: "Lets changes succeed: their risk is known, who must has approved them, and they do not meet.",
  table: changeTable,
  signs: "Permits to carry out changes",
  grants: changeGrants,
  lifecycles: {
    change: normalLifecycle,
    standardChange: standardLifecycle,
    emergencyChange: emergencyLifecycle,
    changeTask: changeTaskLifecycle,
    changeTemplate: templateLifecycle,
    changeModel: keptLifecycle,
    changeFreeze: keptLifecycle,
    changeWindow: keptLifecycle,
    changeBoard: keptLifecycle,
    changeFeed: keptLifecycle,
    changeMeeting: meetingLifecycle,
    approvalDelegation: delegationLifecycle,
    changeFinding: findingLifecycle,
  },
  events: [
    ...changeEvents,
    ...taskEvents,
    ...gateEvents,
    ...serviceLevelEvents,
    ...modificationEvents,
    ...boardEvents,
    ...findingEvents,
    ...delegationEvents,
    ...keptEvents,
    ChangeErrandAnswered,
    ChangeHoldingsFound,
    ChangeImpactRequested,
  ],
  endpoints: [
    abstainFromChange,
    approveChange,
    assessChange,
    assessChangeImpact,
    cancelChange,
    changeChangeSettings,
    closeChange,
    completeChange,
    ...decisionLinkEndpoints,
    editChange,
    getChangeSettings,
    getChange,
    linkChange,
    listChangeHistory,
    listChanges,
    noteOnChange,
    openChange,
    rejectChange,
    reviewChange,
    reviseChange,
    startChange,
    submitChange,
    unlinkChange,
    ...exceptionEndpoints,
    findChangeConflicts,
    judgeSuspectedIncident,
    changeChangeRiskSettings,
    getChangeRiskSettings,
    getChangeNumbers,
    getChangeServiceLevels,
    ...boardEndpoints,
    ...findingEndpoints,
    ...feedEndpoints,
    getChangeSchedule,
    ...libraryEndpoints,
    listChangesOfCi,
    listPlannedChanges,
    ...delegationEndpoints,
    ...gateEndpoints,
    ...calendarEndpoints,
    ...modelEndpoints,
    ...taskEndpoints,
    ...templateEndpoints,
  ],
  subscriptions: [
    agreementChanged,
    ...alertHeard,
    businessCalendarChanged,
    ...approvalDelegated,
    boardChanged,
    boardDecided,
    teamChanged,
    ...templateUsed,
    ...changePlanned,
    ...calendarChanged,
    ...changeEnded,
    ...ciChanged,
    ciModificationsFollowed,
    ...ciRelated,
    impactAssessed,
    problemChangeRequested,
    incidentConverted,
    requestItemCancelled,
    requestStepAsked,
    ...incidentOpened,
    departureAsked,
  ],
  schedules: [askForCalendar, watchApprovals, checkCalendar, planBoardMeetings, watchChangeServiceLevels],
});
