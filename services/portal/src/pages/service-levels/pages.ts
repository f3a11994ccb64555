import { page } from "../page.ts";
import { levelTexts as texts } from "./texts.ts";

const roles = ["admin"];

export const serviceLevelPages = [
  page({
    path: "/agreements",
    title: texts.agreements,
    place: { section: "administration", text: texts.agreements, order: 10, roles },
    load: async () => (await import("./agreement-list.tsx")).AgreementList,
  }),
  page({
    path: "/agreements/new",
    title: texts.newAgreement,
    load: async () => (await import("./agreement-page.tsx")).NewAgreement,
  }),
  page({
    path: "/agreements/:agreementId",
    title: texts.agreement,
    load: async () => (await import("./agreement-page.tsx")).AgreementPage,
  }),
  page({
    path: "/calendars",
    title: texts.calendars,
    place: { section: "administration", text: texts.calendars, order: 11, roles },
    load: async () => (await import("./calendar-list.tsx")).CalendarList,
  }),
  page({
    path: "/calendars/new",
    title: texts.newCalendar,
    load: async () => (await import("./calendar-page.tsx")).NewCalendar,
  }),
  page({
    path: "/calendars/:calendarId",
    title: texts.calendar,
    load: async () => (await import("./calendar-page.tsx")).CalendarPage,
  }),
  page({
    path: "/holiday-lists",
    title: texts.holidayLists,
    place: { section: "administration", text: texts.holidayLists, order: 12, roles },
    load: async () => (await import("./holiday-lists.tsx")).HolidayLists,
  }),
  page({
    path: "/holiday-lists/new",
    title: texts.newHolidayList,
    load: async () => (await import("./holiday-list-page.tsx")).NewHolidayList,
  }),
  page({
    path: "/holiday-lists/:holidayListId",
    title: texts.holidayList,
    load: async () => (await import("./holiday-list-page.tsx")).HolidayListPage,
  }),
];
