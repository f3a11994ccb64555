import { assetTitles as titles } from "../assets/titles.ts";
import { type Page, page } from "../page.ts";

export const softwarePages: readonly Page[] = [
  page({
    path: "/licence-positions/:positionId",
    title: titles.software,
    load: async () => (await import("./software-page.tsx")).SoftwarePage,
  }),
  page({
    path: "/entitlements",
    title: titles.entitlements,
    load: async () => (await import("./entitlement-list.tsx")).EntitlementList,
  }),
];
