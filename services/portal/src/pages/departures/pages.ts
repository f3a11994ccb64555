import { assetTitles as titles } from "../assets/titles.ts";
import { type Page, page } from "../page.ts";

export const departurePages: readonly Page[] = [
  page({
    path: "/departures",
    title: titles.departures,
    place: { section: "services", text: titles.departures, order: 27, roles: ["asset-manager", "admin"] },
    load: async () => (await import("./departure-list.tsx")).DepartureList,
  }),
  page({
    path: "/departures/new",
    title: titles.startDeparture,
    load: async () => (await import("./start-page.tsx")).StartPage,
  }),
  page({
    path: "/departures/:departureId",
    title: titles.departures,
    load: async () => (await import("./departure-page.tsx")).DeparturePage,
  }),
];
