import { assetTitles as titles } from "../assets/titles.ts";
import { type Page, page } from "../page.ts";

export const assetRequestPages: readonly Page[] = [
  page({
    path: "/asset-requests",
    title: titles.requests,
    place: {
      section: "services",
      text: titles.requests,
      order: 26,
      roles: ["agent", "asset-manager", "admin"],
    },
    load: async () => (await import("./request-list.tsx")).RequestList,
  }),
  page({
    path: "/unaccounted-cis",
    title: titles.findings,
    load: async () => (await import("./finding-list.tsx")).FindingList,
  }),
];
