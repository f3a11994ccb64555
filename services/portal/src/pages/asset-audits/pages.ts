import { assetTitles as titles } from "../assets/titles.ts";
import { assetWorkers } from "../assets/workers.ts";
import { type Page, page } from "../page.ts";

export const auditPages: readonly Page[] = [
  page({
    path: "/asset-audits",
    title: titles.audits,
    place: { section: "services", text: titles.audits, order: 25, roles: assetWorkers },
    load: async () => (await import("./audit-list.tsx")).AuditList,
  }),
  page({
    path: "/asset-audits/new",
    title: titles.startAudit,
    load: async () => (await import("./start-page.tsx")).StartPage,
  }),
  page({
    path: "/asset-audits/:auditId",
    title: titles.audits,
    load: async () => (await import("./audit-page.tsx")).AuditPage,
  }),
];
