import { keptPages, withId } from "../change-rules/kept-pages.ts";
import { baselineTexts as texts } from "./texts.ts";

const baselines = () => import("./baselines.tsx");

export const baselinePages = keptPages(
  "/ci-baselines",
  texts.kind,
  {
    list: async () => (await baselines()).BaselineList,
    new: async () => (await baselines()).NewBaseline,
    one: withId(async () => (await baselines()).BaselinePage),
  },
  { section: "services", text: texts.kind.many, order: 14, roles: ["configuration-manager"] },
);
