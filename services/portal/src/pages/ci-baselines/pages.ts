import { keptPages, withId } from "../change-rules/kept-pages.ts";
import { keepers } from "../configuration/keepers.ts";
import { pageTitles } from "../configuration/page-titles.ts";

const baselines = () => import("./baselines.tsx");

export const baselinePages = keptPages(
  "/ci-baselines",
  pageTitles.baselines,
  {
    list: async () => (await baselines()).BaselineList,
    new: async () => (await baselines()).NewBaseline,
    one: withId(async () => (await baselines()).BaselinePage),
  },
  { section: "services", text: pageTitles.baselines.many, order: 14, roles: keepers },
);
