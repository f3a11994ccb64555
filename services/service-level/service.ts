import { keptLifecycle } from "../../shared/kept/kept.ts";
import { defineService } from "../../shared/service.ts";
import { serviceLevelGrants } from "./access.ts";
import { findDueDate } from "./endpoints/find-due-date.ts";
import { getCalendarOpening } from "./endpoints/get-calendar-opening.ts";
import { serviceLevelEvents } from "./events.ts";
import { keptHere } from "./kept.ts";
import { calendarChanged } from "./subscriptions/calendar-changed.ts";
import { holidayListChanged } from "./subscriptions/holiday-list-changed.ts";
import { type ServiceLevelContext, serviceLevelTable } from "./table.ts";

export const serviceLevelService = defineService<ServiceLevelContext>({
  name: "service-level",
  title: "Service level management",
  summary: "Keeps what is agreed on response and restoration, and the calendars its time is counted on.",
  table: serviceLevelTable,
  grants: serviceLevelGrants,
  lifecycles: { holidayList: keptLifecycle, calendar: keptLifecycle, agreement: keptLifecycle },
  events: serviceLevelEvents,
  endpoints: [...keptHere, findDueDate, getCalendarOpening],
  subscriptions: [calendarChanged, holidayListChanged],
  schedules: [],
});
