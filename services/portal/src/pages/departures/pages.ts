import { type Page, page } from "../page.ts";
import { departureTexts as texts } from "./texts.ts";

export const departurePages: readonly Page[] = [
  page({
    path: "/departures",
    title: texts.departures,
    place: { section: "services", text: texts.departures, order: 27, roles: ["asset-manager", "admin"] },
    load: async () => (await import("./departure-list.tsx")).DepartureList,
  }),
  page({
    path: "/departures/new",
    title: texts.new,
    load: async () => (await import("./start-page.tsx")).StartPage,
  }),
  page({
    path: "/departures/:departureId",
    title: texts.departures,
    load: async () => (await import("./departure-page.tsx")).DeparturePage,
  }),
];
