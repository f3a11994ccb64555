import { type Page, page } from "../page.ts";
import { requestTexts as texts } from "./texts.ts";

export const assetRequestPages: readonly Page[] = [
  page({
    path: "/asset-requests",
    title: texts.requests,
    place: {
      section: "services",
      text: texts.requests,
      order: 26,
      roles: ["agent", "asset-manager", "admin"],
    },
    load: async () => (await import("./request-list.tsx")).RequestList,
  }),
  page({
    path: "/unaccounted-cis",
    title: texts.findings,
    load: async () => (await import("./finding-list.tsx")).FindingList,
  }),
];
