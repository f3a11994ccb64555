import { assetWorkers } from "../assets/workers.ts";
import { type Page, page } from "../page.ts";
import { auditTexts as texts } from "./texts.ts";

export const auditPages: readonly Page[] = [
  page({
    path: "/asset-audits",
    title: texts.audits,
    place: { section: "services", text: texts.audits, order: 25, roles: assetWorkers },
    load: async () => (await import("./audit-list.tsx")).AuditList,
  }),
  page({
    path: "/asset-audits/new",
    title: texts.new,
    load: async () => (await import("./start-page.tsx")).StartPage,
  }),
  page({
    path: "/asset-audits/:auditId",
    title: texts.audits,
    load: async () => (await import("./audit-page.tsx")).AuditPage,
  }),
];
