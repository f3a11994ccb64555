import { page } from "../page.ts";
import { holdingsTexts } from "./holdings-texts.ts";
import { requestTexts as texts } from "./texts.ts";
import { workTexts } from "./work-texts.ts";

export const requestPages = [
  page({
    path: "/my/orders",
    title: texts.mine,
    place: { section: "self-service", text: texts.mine, order: 25 },
    load: async () => (await import("./my-requests-page.tsx")).MyRequestsPage,
  }),
  page({
    path: "/my/holdings",
    title: holdingsTexts.title,
    place: { section: "self-service", text: holdingsTexts.title, order: 36 },
    load: async () => (await import("./holdings-page.tsx")).HoldingsPage,
  }),
  page({
    path: "/order-work",
    title: workTexts.title,
    place: {
      section: "work",
      text: workTexts.title,
      order: 5,
      roles: ["agent", "major-incident-manager", "asset-manager", "admin"],
    },
    load: async () => (await import("./work-page.tsx")).WorkPage,
  }),
  page({
    path: "/order-work/:list",
    title: workTexts.title,
    load: async () => (await import("./work-page.tsx")).WorkPage,
  }),
  page({
    path: "/requests/:requestId",
    title: texts.title,
    load: async () => (await import("./request-page.tsx")).RequestPage,
  }),
];
