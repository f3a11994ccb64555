import { page } from "../page.ts";
import { dashboardTexts as texts } from "./texts.ts";

const readers = [
  "agent",
  "problem-manager",
  "change-manager",
  "asset-manager",
  "configuration-manager",
  "knowledge-manager",
  "major-incident-manager",
  "admin",
];

export const dashboardPages = [
  page({
    path: "/dashboards",
    title: texts.title,
    place: { section: "insight", text: texts.title, order: 0, roles: readers },
    load: async () => (await import("./dashboards-page.tsx")).DashboardsPage,
  }),
  page({
    path: "/dashboards/:report/:figure",
    title: texts.records,
    load: async () => (await import("./records-page.tsx")).RecordsPage,
  }),
];
