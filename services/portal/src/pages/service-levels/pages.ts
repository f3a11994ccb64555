import { page } from "../page.ts";
import { levelTitles as titles } from "./titles.ts";

const roles = ["admin"];

export const serviceLevelPages = [
  page({
    path: "/agreements",
    title: titles.agreements,
    place: { section: "administration", text: titles.agreements, order: 10, roles },
    load: async () => (await import("./agreement-list.tsx")).AgreementList,
  }),
  page({
    path: "/agreements/new",
    title: titles.newAgreement,
    load: async () => (await import("./agreement-page.tsx")).NewAgreement,
  }),
  page({
    path: "/agreements/:agreementId",
    title: titles.agreement,
    load: async () => (await import("./agreement-page.tsx")).AgreementPage,
  }),
  page({
    path: "/calendars",
    title: titles.calendars,
    place: { section: "administration", text: titles.calendars, order: 11, roles },
    load: async () => (await import("./calendar-list.tsx")).CalendarList,
  }),
  page({
    path: "/calendars/new",
    title: titles.newCalendar,
    load: async () => (await import("./calendar-page.tsx")).NewCalendar,
  }),
  page({
    path: "/calendars/:calendarId",
    title: titles.calendar,
    load: async () => (await import("./calendar-page.tsx")).CalendarPage,
  }),
  page({
    path: "/holiday-lists",
    title: titles.holidayLists,
    place: { section: "administration", text: titles.holidayLists, order: 12, roles },
    load: async () => (await import("./holiday-lists.tsx")).HolidayLists,
  }),
  page({
    path: "/holiday-lists/new",
    title: titles.newHolidayList,
    load: async () => (await import("./holiday-list-page.tsx")).NewHolidayList,
  }),
  page({
    path: "/holiday-lists/:holidayListId",
    title: titles.holidayList,
    load: async () => (await import("./holiday-list-page.tsx")).HolidayListPage,
  }),
];
