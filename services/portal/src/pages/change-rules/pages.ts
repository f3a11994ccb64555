import { type Page, page } from "../page.ts";
import { keptPages, withId } from "./kept-pages.ts";
import { changeWorkers, managers } from "./managers.ts";
import { riskTexts } from "./risk-texts.ts";
import { settingsTexts } from "./settings-texts.ts";
import { ruleTexts as texts } from "./texts.ts";

const freezes = () => import("./freezes.tsx");
const windows = () => import("./windows.tsx");
const boards = () => import("./boards.tsx");
const models = () => import("./models.tsx");
const templates = () => import("./templates.tsx");
const feeds = () => import("./feeds.tsx");

export const changeRulePages: readonly Page[] = [
  page({
    path: "/change-rules",
    title: texts.hub,
    place: { section: "administration", text: texts.hub, order: 20, roles: managers },
    load: async () => (await import("./hub.tsx")).RulesHub,
  }),
  ...keptPages(
    "/change-templates",
    texts.templates,
    {
      list: async () => (await templates()).TemplateList,
      new: async () => (await templates()).NewTemplate,
      one: withId(async () => (await templates()).TemplatePage),
    },
    { section: "work", text: texts.templates.many, order: 23, roles: changeWorkers },
  ),
  ...keptPages("/change-models", texts.models, {
    list: async () => (await models()).ModelList,
    new: async () => (await models()).NewModel,
    one: withId(async () => (await models()).ModelPage),
  }),
  ...keptPages("/change-freezes", texts.freezes, {
    list: async () => (await freezes()).FreezeList,
    new: async () => (await freezes()).NewFreeze,
    one: withId(async () => (await freezes()).FreezePage),
  }),
  ...keptPages("/change-windows", texts.windows, {
    list: async () => (await windows()).WindowList,
    new: async () => (await windows()).NewWindow,
    one: withId(async () => (await windows()).WindowPage),
  }),
  ...keptPages("/change-boards", texts.boards, {
    list: async () => (await boards()).BoardList,
    new: async () => (await boards()).NewBoard,
    one: withId(async () => (await boards()).BoardPage),
  }),
  ...keptPages("/change-feeds", settingsTexts.feeds, {
    list: async () => (await feeds()).FeedList,
    new: async () => (await feeds()).NewFeed,
    one: withId(async () => (await feeds()).FeedPage),
  }),
  page({
    path: "/change-settings",
    title: settingsTexts.settings,
    load: async () => (await import("./settings.tsx")).SettingsPage,
  }),
  page({
    path: "/change-risk-settings",
    title: riskTexts.title,
    load: async () => (await import("./risk-settings.tsx")).RiskSettingsPage,
  }),
];
