import { page } from "../page.ts";
import { findingTexts as texts } from "./texts.ts";

const roles = [
  "agent",
  "problem-manager",
  "change-manager",
  "configuration-manager",
  "major-incident-manager",
];

export const findingPages = [
  page({
    path: "/change-findings",
    title: texts.findings,
    place: { section: "work", text: texts.findings, order: 24, roles },
    load: async () => (await import("./finding-list.tsx")).FindingList,
  }),
  page({
    path: "/change-findings/:findingId",
    title: texts.finding,
    load: async () => (await import("./finding-page.tsx")).FindingPage,
  }),
];
