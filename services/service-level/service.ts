import { defineService } from "../../shared/service.ts";
import { serviceLevelGrants } from "./access.ts";
import { createAgreement } from "./endpoints/create-agreement.ts";
import { createCalendar } from "./endpoints/create-calendar.ts";
import { createHolidayList } from "./endpoints/create-holiday-list.ts";
import { findDueDate } from "./endpoints/find-due-date.ts";
import { getAgreement } from "./endpoints/get-agreement.ts";
import { getCalendar } from "./endpoints/get-calendar.ts";
import { getCalendarOpening } from "./endpoints/get-calendar-opening.ts";
import { getHolidayList } from "./endpoints/get-holiday-list.ts";
import { listAgreementHistory } from "./endpoints/list-agreement-history.ts";
import { listAgreements } from "./endpoints/list-agreements.ts";
import { listCalendarHistory } from "./endpoints/list-calendar-history.ts";
import { listCalendars } from "./endpoints/list-calendars.ts";
import { listHolidayListHistory } from "./endpoints/list-holiday-list-history.ts";
import { listHolidayLists } from "./endpoints/list-holiday-lists.ts";
import { replaceAgreement } from "./endpoints/replace-agreement.ts";
import { replaceCalendar } from "./endpoints/replace-calendar.ts";
import { replaceHolidayList } from "./endpoints/replace-holiday-list.ts";
import { restoreAgreement } from "./endpoints/restore-agreement.ts";
import { restoreCalendar } from "./endpoints/restore-calendar.ts";
import { restoreHolidayList } from "./endpoints/restore-holiday-list.ts";
import { retireAgreement } from "./endpoints/retire-agreement.ts";
import { retireCalendar } from "./endpoints/retire-calendar.ts";
import { retireHolidayList } from "./endpoints/retire-holiday-list.ts";
import { serviceLevelEvents } from "./events.ts";
import { retirable } from "./retirable.ts";
import { calendarChanged } from "./subscriptions/calendar-changed.ts";
import { holidayListChanged } from "./subscriptions/holiday-list-changed.ts";
import { type ServiceLevelContext, serviceLevelTable } from "./table.ts";

export const serviceLevelService = defineService<ServiceLevelContext>({
  name: "service-level",
  title: "Service level management",
  summary: "Keeps what is agreed on response and restoration, and the calendars its time is counted on.",
  table: serviceLevelTable,
  grants: serviceLevelGrants,
  lifecycles: { holidayList: retirable, calendar: retirable, agreement: retirable },
  events: serviceLevelEvents,
  endpoints: [
    createAgreement,
    createCalendar,
    createHolidayList,
    findDueDate,
    getAgreement,
    getCalendar,
    getCalendarOpening,
    getHolidayList,
    listAgreementHistory,
    listAgreements,
    listCalendarHistory,
    listCalendars,
    listHolidayListHistory,
    listHolidayLists,
    replaceAgreement,
    replaceCalendar,
    replaceHolidayList,
    restoreAgreement,
    restoreCalendar,
    restoreHolidayList,
    retireAgreement,
    retireCalendar,
    retireHolidayList,
  ],
  subscriptions: [calendarChanged, holidayListChanged],
  schedules: [],
});
