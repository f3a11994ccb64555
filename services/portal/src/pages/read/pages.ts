import { page } from "../page.ts";
import { readTexts as texts } from "./texts.ts";

export const readPages = [
  page({
    path: "/read/:articleId",
    title: texts.title,
    load: async () => (await import("./article-page.tsx")).ArticlePage,
  }),
  page({
    path: "/known-errors",
    title: texts.knownErrors,
    place: { section: "self-service", text: texts.knownErrors, order: 25 },
    load: async () => (await import("./known-errors-page.tsx")).KnownErrorsPage,
  }),
  page({
    path: "/known-errors/:problemId",
    title: texts.knownError,
    load: async () => (await import("./known-error-page.tsx")).KnownErrorPage,
  }),
];
