import { page } from "../page.ts";
import { catalogItemTexts as texts } from "./texts.ts";

const roles = ["asset-manager", "admin"];

export const catalogItemPages = [
  page({
    path: "/catalog-items",
    title: texts.catalog,
    place: { section: "administration", text: texts.catalog, order: 5, roles },
    load: async () => (await import("./item-list.tsx")).CatalogItemList,
  }),
  page({
    path: "/catalog-categories",
    title: texts.categories,
    load: async () => (await import("./category-list.tsx")).CategoryList,
  }),
  page({
    path: "/catalog-items/new",
    title: texts.newItem,
    load: async () => (await import("./item-editor.tsx")).NewCatalogItem,
  }),
  page({
    path: "/catalog-items/:catalogItemId/edit",
    title: texts.item,
    load: async () => (await import("./item-editor.tsx")).CatalogItemEdit,
  }),
  page({
    path: "/catalog-items/:catalogItemId",
    title: texts.item,
    load: async () => (await import("./item-page.tsx")).CatalogItemPage,
  }),
];
