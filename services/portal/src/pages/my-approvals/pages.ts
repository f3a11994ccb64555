import { page } from "../page.ts";
import { myApprovalsTexts as texts } from "./texts.ts";

export const myApprovalsPages = [
  page({
    path: "/my/approvals",
    title: texts.title,
    place: { section: "self-service", text: texts.title, order: 30 },
    load: async () => (await import("./my-approvals-page.tsx")).MyApprovalsPage,
  }),
];
