import { page } from "../page.ts";
import { assetTitles as titles } from "./titles.ts";
import { assetWorkers } from "./workers.ts";

export const assetPages = [
  page({
    path: "/assets",
    title: titles.assets,
    place: { section: "services", text: titles.assets, order: 20, roles: assetWorkers },
    load: async () => (await import("./asset-list-page.tsx")).AssetListPage,
  }),
  page({
    path: "/assets/receive",
    title: titles.receive,
    load: async () => (await import("./receive-page.tsx")).ReceivePage,
  }),
  page({
    path: "/assets/order",
    title: titles.order,
    load: async () => (await import("./order-page.tsx")).OrderPage,
  }),
  page({
    path: "/assets/labels",
    title: titles.labels,
    load: async () => (await import("./labels-page.tsx")).LabelsPage,
  }),
  page({
    path: "/assets/:assetId",
    title: titles.asset,
    load: async () => (await import("./asset-page.tsx")).AssetPage,
  }),
  page({
    path: "/stock",
    title: titles.stock,
    place: { section: "services", text: titles.stock, order: 21, roles: assetWorkers },
    load: async () => (await import("./stock-page.tsx")).StockPage,
  }),
  page({
    path: "/licence-positions",
    title: titles.licences,
    place: { section: "services", text: titles.licences, order: 22, roles: assetWorkers },
    load: async () => (await import("./licence-page.tsx")).LicencePage,
  }),
];
