import { page } from "../page.ts";
import { pageTitles } from "./page-titles.ts";
import { configurationTexts as texts } from "./texts.ts";

const workers = [
  "agent",
  "problem-manager",
  "change-manager",
  "asset-manager",
  "major-incident-manager",
  "configuration-manager",
  "knowledge-manager",
  "admin",
];

export const configurationPages = [
  page({
    path: "/cis",
    title: texts.cis,
    place: { section: "services", text: texts.cis, order: 10, roles: workers },
    load: async () => (await import("./ci-list-page.tsx")).CiListPage,
  }),
  page({
    path: "/cis/new",
    title: pageTitles.new,
    load: async () => (await import("./ci-new-page.tsx")).NewCiPage,
  }),
  page({
    path: "/cis/:ciId",
    title: texts.ci,
    load: async () => (await import("./ci-page.tsx")).CiPage,
  }),
];
