import { page } from "../page.ts";
import { catalogTitles as titles } from "./titles.ts";

const roles = ["asset-manager", "admin"];

export const catalogItemPages = [
  page({
    path: "/catalog-items",
    title: titles.catalog,
    place: { section: "administration", text: titles.catalog, order: 5, roles },
    load: async () => (await import("./item-list.tsx")).CatalogItemList,
  }),
  page({
    path: "/catalog-categories",
    title: titles.categories,
    load: async () => (await import("./category-list.tsx")).CategoryList,
  }),
  page({
    path: "/catalog-items/new",
    title: titles.newItem,
    load: async () => (await import("./item-editor.tsx")).NewCatalogItem,
  }),
  page({
    path: "/catalog-items/:catalogItemId/edit",
    title: titles.item,
    load: async () => (await import("./item-editor.tsx")).CatalogItemEdit,
  }),
  page({
    path: "/catalog-items/:catalogItemId",
    title: titles.item,
    load: async () => (await import("./item-page.tsx")).CatalogItemPage,
  }),
];
