import { page } from "../page.ts";
import { reportTexts as texts } from "./texts.ts";

export const reportPages = [
  page({
    path: "/report",
    title: texts.title,
    place: { section: "self-service", text: texts.title, order: 10 },
    load: async () => (await import("./report-page.tsx")).ReportPage,
  }),
];
