import { page } from "../page.ts";
import { changeFormTexts as formTexts } from "./form-texts.ts";
import { changeTexts as texts } from "./texts.ts";

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
    title: texts.changes,
    place: { section: "work", text: texts.changes, order: 20, roles: workers },
    load: async () => (await import("./list-page.tsx")).ListPage,
  }),
  page({
    path: "/changes/list/:list",
    title: texts.changes,
    load: async () => (await import("./list-page.tsx")).ListPage,
  }),
  page({
    path: "/changes/new",
    title: formTexts.open,
    load: async () => (await import("./open-page.tsx")).OpenPage,
  }),
  page({
    path: "/changes/:changeId",
    title: texts.change,
    load: async () => (await import("./change-page.tsx")).ChangePage,
  }),
  page({
    path: "/change-calendar",
    title: texts.calendar,
    place: { section: "work", text: texts.calendar, order: 21, roles: workers },
    load: async () => (await import("./calendar-page.tsx")).CalendarPage,
  }),
  page({
    path: "/change-calendar/week",
    title: texts.calendar,
    load: async () => (await import("./week-page.tsx")).WeekPage,
  }),
  page({
    path: "/change-calendar/week/:week",
    title: texts.calendar,
    load: async () => (await import("./week-page.tsx")).WeekPage,
  }),
  page({
    path: "/change-calendar/:month",
    title: texts.calendar,
    load: async () => (await import("./calendar-page.tsx")).CalendarPage,
  }),
  page({
    path: "/change-meetings",
    title: texts.meetings,
    place: { section: "work", text: texts.meetings, order: 22, roles: workers },
    load: async () => (await import("./meetings-page.tsx")).MeetingsPage,
  }),
  page({
    path: "/change-meetings/:meetingId",
    title: texts.meeting,
    load: async () => (await import("./meeting-page.tsx")).MeetingPage,
  }),
];
