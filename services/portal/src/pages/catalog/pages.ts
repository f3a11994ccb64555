import { page } from "../page.ts";
import { catalogTexts as texts } from "./texts.ts";

export const catalogPages = [
  page({
    path: "/catalog",
    title: texts.title,
    place: { section: "self-service", text: texts.title, order: 15 },
    load: async () => (await import("./catalog-page.tsx")).CatalogPage,
  }),
  page({
    path: "/my/cart",
    title: texts.cart,
    place: { section: "self-service", text: texts.cart, order: 16 },
    load: async () => (await import("./cart-page.tsx")).CartPage,
  }),
  page({
    path: "/catalog/:catalogItemId",
    title: texts.title,
    load: async () => (await import("./order-page.tsx")).OrderPage,
  }),
];
