import { page } from "../page.ts";
import { gapsTexts } from "./gaps-texts.ts";
import { settingsTexts } from "./settings-texts.ts";
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
    path: "/articles/gaps",
    title: gapsTexts.title,
    place: { section: "work", text: gapsTexts.title, order: 31, roles: ["knowledge-manager"] },
    load: async () => (await import("./gaps-page.tsx")).GapsPage,
  }),
  page({
    path: "/knowledge-settings",
    title: settingsTexts.title,
    place: {
      section: "administration",
      text: settingsTexts.title,
      order: 20,
      roles: ["knowledge-manager", "admin"],
    },
    load: async () => (await import("./settings-page.tsx")).KnowledgeSettingsPage,
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
