import { page } from "../page.ts";
import { articleTitles as titles } from "./titles.ts";

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
    title: titles.articles,
    place: { section: "work", text: titles.articles, order: 30, roles: writers },
    load: async () => (await import("./article-list.tsx")).ArticleList,
  }),
  page({
    path: "/articles/new",
    title: titles.write,
    load: async () => (await import("./article-writer.tsx")).NewArticle,
  }),
  page({
    path: "/articles/gaps",
    title: titles.gaps,
    place: { section: "work", text: titles.gaps, order: 31, roles: ["knowledge-manager"] },
    load: async () => (await import("./gaps-page.tsx")).GapsPage,
  }),
  page({
    path: "/knowledge-settings",
    title: titles.settings,
    place: {
      section: "administration",
      text: titles.settings,
      order: 20,
      roles: ["knowledge-manager", "admin"],
    },
    load: async () => (await import("./settings-page.tsx")).KnowledgeSettingsPage,
  }),
  page({
    path: "/articles/:articleId/edit",
    title: titles.edit,
    load: async () => (await import("./article-writer.tsx")).ArticleEdit,
  }),
  page({
    path: "/articles/:articleId",
    title: titles.article,
    load: async () => (await import("./article-page.tsx")).ArticlePage,
  }),
];
