import { type Page, page } from "../page.ts";
import { keptPages, withId } from "./kept-pages.ts";
import { changeWorkers, managers } from "./managers.ts";
import { ruleTitles as titles } from "./titles.ts";

const freezes = () => import("./freezes.tsx");
const windows = () => import("./windows.tsx");
const boards = () => import("./boards.tsx");
const models = () => import("./models.tsx");
const templates = () => import("./templates.tsx");
const feeds = () => import("./feeds.tsx");

export const changeRulePages: readonly Page[] = [
  page({
    path: "/change-rules",
    title: titles.hub,
    place: { section: "administration", text: titles.hub, order: 20, roles: managers },
    load: async () => (await import("./hub.tsx")).RulesHub,
  }),
  ...keptPages(
    "/change-templates",
    titles.templates,
    {
      list: async () => (await templates()).TemplateList,
      new: async () => (await templates()).NewTemplate,
      one: withId(async () => (await templates()).TemplatePage),
    },
    { section: "work", text: titles.templates.many, order: 23, roles: changeWorkers },
  ),
  ...keptPages("/change-models", titles.models, {
    list: async () => (await models()).ModelList,
    new: async () => (await models()).NewModel,
    one: withId(async () => (await models()).ModelPage),
  }),
  ...keptPages("/change-freezes", titles.freezes, {
    list: async () => (await freezes()).FreezeList,
    new: async () => (await freezes()).NewFreeze,
    one: withId(async () => (await freezes()).FreezePage),
  }),
  ...keptPages("/change-windows", titles.windows, {
    list: async () => (await windows()).WindowList,
    new: async () => (await windows()).NewWindow,
    one: withId(async () => (await windows()).WindowPage),
  }),
  ...keptPages("/change-boards", titles.boards, {
    list: async () => (await boards()).BoardList,
    new: async () => (await boards()).NewBoard,
    one: withId(async () => (await boards()).BoardPage),
  }),
  ...keptPages("/change-feeds", titles.feeds, {
    list: async () => (await feeds()).FeedList,
    new: async () => (await feeds()).NewFeed,
    one: withId(async () => (await feeds()).FeedPage),
  }),
  page({
    path: "/change-settings",
    title: titles.settings,
    load: async () => (await import("./settings.tsx")).SettingsPage,
  }),
  page({
    path: "/change-risk-settings",
    title: titles.risk,
    load: async () => (await import("./risk-settings.tsx")).RiskSettingsPage,
  }),
];
