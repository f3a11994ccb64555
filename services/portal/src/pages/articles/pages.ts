import { page } from "../page.ts";
import { articleTexts as texts } from "./texts.ts";

const writers = [
  "agent",
  "knowledge-manager",
  "problem-manager",
  "change-manager",
  "major-incident-manager",
  "admin",
];

export const articlePages = [
  page({
    path: "/articles",
    title: texts.articles,
    place: { section: "work", text: texts.articles, order: 30, roles: writers },
    load: async () => (await import("./article-list.tsx")).ArticleList,
  }),
  page({
    path: "/articles/new",
    title: texts.write,
    load: async () => (await import("./article-writer.tsx")).NewArticle,
  }),
  page({
    path: "/articles/:articleId/edit",
    title: texts.edit,
    load: async () => (await import("./article-writer.tsx")).ArticleEdit,
  }),
  page({
    path: "/articles/:articleId",
    title: texts.article,
    load: async () => (await import("./article-page.tsx")).ArticlePage,
  }),
];
