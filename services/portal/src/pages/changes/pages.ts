import { page } from "../page.ts";
import { changeTitles as titles } from "./titles.ts";

const workers = [
  "agent",
  "problem-manager",
  "change-manager",
  "asset-manager",
  "configuration-manager",
  "knowledge-manager",
  "major-incident-manager",
  "admin",
];

export const changePages = [
  page({
    path: "/changes",
    title: titles.changes,
    place: { section: "work", text: titles.changes, order: 20, roles: workers },
    load: async () => (await import("./list-page.tsx")).ListPage,
  }),
  page({
    path: "/changes/list/:list",
    title: titles.changes,
    load: async () => (await import("./list-page.tsx")).ListPage,
  }),
  page({
    path: "/changes/new",
    title: titles.open,
    load: async () => (await import("./open-page.tsx")).OpenPage,
  }),
  page({
    path: "/changes/:changeId",
    title: titles.change,
    load: async () => (await import("./change-page.tsx")).ChangePage,
  }),
  page({
    path: "/change-calendar",
    title: titles.calendar,
    place: { section: "work", text: titles.calendar, order: 21, roles: workers },
    load: async () => (await import("./calendar-page.tsx")).CalendarPage,
  }),
  page({
    path: "/change-calendar/week",
    title: titles.calendar,
    load: async () => (await import("./week-page.tsx")).WeekPage,
  }),
  page({
    path: "/change-calendar/week/:week",
    title: titles.calendar,
    load: async () => (await import("./week-page.tsx")).WeekPage,
  }),
  page({
    path: "/change-calendar/:month",
    title: titles.calendar,
    load: async () => (await import("./calendar-page.tsx")).CalendarPage,
  }),
  page({
    path: "/change-meetings",
    title: titles.meetings,
    place: { section: "work", text: titles.meetings, order: 22, roles: workers },
    load: async () => (await import("./meetings-page.tsx")).MeetingsPage,
  }),
  page({
    path: "/change-meetings/:meetingId",
    title: titles.meeting,
    load: async () => (await import("./meeting-page.tsx")).MeetingPage,
  }),
];
