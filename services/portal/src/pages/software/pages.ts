import { type Page, page } from "../page.ts";
import { softwareTexts as texts } from "./texts.ts";

export const softwarePages: readonly Page[] = [
  page({
    path: "/licence-positions/:positionId",
    title: texts.software,
    load: async () => (await import("./software-page.tsx")).SoftwarePage,
  }),
  page({
    path: "/entitlements",
    title: texts.entitlements,
    load: async () => (await import("./entitlement-list.tsx")).EntitlementList,
  }),
];
