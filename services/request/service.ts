import { keptLifecycle } from "../../shared/kept/kept.ts";
import { defineService } from "../../shared/service.ts";
import { requestGrants } from "./access.ts";
import { fileEndpoints, filesScanned, filesSettled } from "./attachments.ts";
import { catalogEndpoints } from "./catalog-endpoints.ts";
import { catalogItemLifecycle } from "./catalog-item.ts";
import { categoryEndpoints } from "./category-endpoints.ts";
import type { RequestContext } from "./context.ts";
import { draftLifecycle } from "./draft.ts";
import { draftEndpoints } from "./draft-endpoints.ts";
import { tellRequestSignal } from "./endpoints/tell-signal.ts";
import { requestEvents } from "./events.ts";
import { attachmentEvents } from "./events-attachments.ts";
import { RequestHoldingsFound } from "./events-holdings.ts";
import { keptEvents } from "./events-kept.ts";
import { RequestLinked } from "./events-linked.ts";
import { satisfactionEvents } from "./events-satisfaction.ts";
import { scheduleEvents } from "./events-schedule.ts";
import { serviceLevelEvents } from "./events-service-levels.ts";
import { RequestSignalled } from "./events-signals.ts";
import { standingEvents } from "./events-standing.ts";
import { stepEvents } from "./events-steps.ts";
import { itemEndpoints } from "./item-endpoints.ts";
import { requestLifecycle } from "./request.ts";
import { requestEndpoints } from "./request-endpoints.ts";
import { requestItemLifecycle } from "./request-item.ts";
import { satisfactionEndpoints } from "./satisfaction-endpoints.ts";
import { scheduleEndpoints } from "./schedule-endpoints.ts";
import { orderScheduled } from "./schedules/order-scheduled.ts";
import { watchRequestServiceLevels } from "./schedules/watch-request-service-levels.ts";
import { watchRequests } from "./schedules/watch-requests.ts";
import { settingsEndpoints } from "./settings-endpoints.ts";
import { standingLifecycle } from "./standing.ts";
import { standingEndpoints } from "./standing-endpoints.ts";
import { agreementChanged } from "./subscriptions/agreement-changed.ts";
import { approvalDelegated } from "./subscriptions/approval-delegated.ts";
import { assetHeard } from "./subscriptions/asset-heard.ts";
import { calendarChanged } from "./subscriptions/calendar-changed.ts";
import { changeHeard } from "./subscriptions/change-heard.ts";
import { departureAsked } from "./subscriptions/departure-asked.ts";
import { errandAnswered } from "./subscriptions/errand-answered.ts";
import { incidentConverted } from "./subscriptions/incident-converted.ts";
import { incidentOpened } from "./subscriptions/incident-opened.ts";
import { itemEnded } from "./subscriptions/item-ended.ts";
import { recordKnown } from "./subscriptions/record-known.ts";
import { satisfaction } from "./subscriptions/satisfaction.ts";
import { signalled } from "./subscriptions/signalled.ts";
import { stepCalled } from "./subscriptions/step-called.ts";
import { taskEscalated } from "./subscriptions/task-escalated.ts";
import { teamChanged } from "./subscriptions/team-changed.ts";
import { surveyLifecycle } from "./survey.ts";
import { requestTable } from "./table.ts";
import { requestTaskLifecycle } from "./task.ts";

export const requestService = defineService<RequestContext>({
  name: "request",
  title: "Service request management",
  summary: "From 'I need' to done: a catalog, orders, approvals, and fulfilment task by task.",
  table: requestTable,
  keepsFiles: true,
  grants: requestGrants,
  lifecycles: {
    request: requestLifecycle,
    requestItem: requestItemLifecycle,
    requestTask: requestTaskLifecycle,
    catalogItem: catalogItemLifecycle,
    requestDraft: draftLifecycle,
    catalogCategory: keptLifecycle,
    standingEntitlement: standingLifecycle,
    satisfactionSurvey: surveyLifecycle,
    requestSchedule: keptLifecycle,
  },
  events: [
    ...requestEvents,
    RequestLinked,
    RequestSignalled,
    ...stepEvents,
    ...standingEvents,
    ...satisfactionEvents,
    ...scheduleEvents,
    RequestHoldingsFound,
    ...serviceLevelEvents,
    ...keptEvents,
    ...attachmentEvents,
  ],
  endpoints: [
    ...requestEndpoints,
    ...itemEndpoints,
    ...draftEndpoints,
    ...catalogEndpoints,
    ...categoryEndpoints,
    ...settingsEndpoints,
    ...standingEndpoints,
    ...satisfactionEndpoints,
    ...scheduleEndpoints,
    tellRequestSignal,
    ...fileEndpoints,
  ],
  subscriptions: [
    ...approvalDelegated,
    ...itemEnded,
    ...satisfaction,
    departureAsked,
    incidentConverted,
    incidentOpened,
    ...errandAnswered,
    ...assetHeard,
    ...changeHeard,
    stepCalled,
    ...taskEscalated,
    signalled,
    teamChanged,
    ...recordKnown,
    agreementChanged,
    calendarChanged,
    ...filesSettled,
  ],
  foreign: [filesScanned],
  schedules: [watchRequests, watchRequestServiceLevels, orderScheduled],
});
