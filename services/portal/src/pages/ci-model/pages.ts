import { keptPages, withId } from "../change-rules/kept-pages.ts";
import { type Page, page } from "../page.ts";
import { modellers } from "./modellers.ts";
import { modelTitles as titles } from "./titles.ts";

const sources = () => import("./sources.tsx");
const classes = () => import("./classes.tsx");
const relationTypes = () => import("./relation-types.tsx");

export const modelPages: readonly Page[] = [
  page({
    path: "/cmdb-model",
    title: titles.hub,
    place: { section: "administration", text: titles.hub, order: 22, roles: modellers },
    load: async () => (await import("./hub.tsx")).ModelHub,
  }),
  ...keptPages("/ci-sources", titles.sources, {
    list: async () => (await sources()).SourceList,
    new: async () => (await sources()).NewSource,
    one: withId(async () => (await sources()).SourcePage),
  }),
  ...keptPages("/ci-classes", titles.classes, {
    list: async () => (await classes()).ClassList,
    new: async () => (await classes()).NewClass,
    one: withId(async () => (await classes()).ClassPage),
  }),
  ...keptPages("/relation-types", titles.relationTypes, {
    list: async () => (await relationTypes()).RelationTypeList,
    new: async () => (await relationTypes()).NewRelationType,
    one: withId(async () => (await relationTypes()).RelationTypePage),
  }),
];
