import { page } from "../page.ts";
import { labelTexts } from "./label-texts.ts";
import { receiveTexts } from "./receive-texts.ts";
import { stockTexts } from "./stock-texts.ts";
import { assetTexts as texts } from "./texts.ts";
import { assetWorkers } from "./workers.ts";

export const assetPages = [
  page({
    path: "/assets",
    title: texts.assets,
    place: { section: "services", text: texts.assets, order: 20, roles: assetWorkers },
    load: async () => (await import("./asset-list-page.tsx")).AssetListPage,
  }),
  page({
    path: "/assets/receive",
    title: receiveTexts.receive,
    load: async () => (await import("./receive-page.tsx")).ReceivePage,
  }),
  page({
    path: "/assets/order",
    title: receiveTexts.order,
    load: async () => (await import("./order-page.tsx")).OrderPage,
  }),
  page({
    path: "/assets/labels",
    title: labelTexts.labels,
    load: async () => (await import("./labels-page.tsx")).LabelsPage,
  }),
  page({
    path: "/assets/:assetId",
    title: texts.asset,
    load: async () => (await import("./asset-page.tsx")).AssetPage,
  }),
  page({
    path: "/stock",
    title: stockTexts.stock,
    place: { section: "services", text: stockTexts.stock, order: 21, roles: assetWorkers },
    load: async () => (await import("./stock-page.tsx")).StockPage,
  }),
  page({
    path: "/licence-positions",
    title: stockTexts.licences,
    place: { section: "services", text: stockTexts.licences, order: 22, roles: assetWorkers },
    load: async () => (await import("./licence-page.tsx")).LicencePage,
  }),
];
