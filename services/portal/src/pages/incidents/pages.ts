import { page } from "../page.ts";
import { incidentTexts as texts } from "./texts.ts";

const workers = [
  "agent",
  "problem-manager",
  "change-manager",
  "asset-manager",
  "configuration-manager",
  "knowledge-manager",
  "major-incident-manager",
  "admin",
];

export const incidentPages = [
  page({
    path: "/queues",
    title: texts.queues,
    place: { section: "work", text: texts.queues, order: 0, roles: workers },
    load: async () => (await import("./queue-page.tsx")).QueuePage,
  }),
  page({
    path: "/queues/:queue",
    title: texts.queues,
    load: async () => (await import("./queue-page.tsx")).QueuePage,
  }),
  page({
    path: "/incidents/:incidentId",
    title: texts.incident,
    load: async () => (await import("./incident-page.tsx")).IncidentPage,
  }),
];
