import { assetTitles as titles } from "../assets/titles.ts";
import { keptPages, withId } from "../change-rules/kept-pages.ts";
import { type Page, page } from "../page.ts";
import { keepers } from "./answerable.ts";

const models = () => import("./models.tsx");
const stockrooms = () => import("./stockrooms.tsx");
const locations = () => import("./locations.tsx");
const vendors = () => import("./vendors.tsx");
const costCenters = () => import("./cost-centers.tsx");
const kits = () => import("./kits.tsx");

export const assetRecordPages: readonly Page[] = [
  page({
    path: "/asset-records",
    title: titles.records,
    place: { section: "administration", text: titles.records, order: 21, roles: keepers },
    load: async () => (await import("./hub.tsx")).RecordsHub,
  }),
  ...keptPages("/asset-models", titles.models, {
    list: async () => (await models()).ModelList,
    new: async () => (await models()).NewModel,
    one: withId(async () => (await models()).ModelPage),
  }),
  ...keptPages("/stockrooms", titles.stockrooms, {
    list: async () => (await stockrooms()).StockroomList,
    new: async () => (await stockrooms()).NewStockroom,
    one: withId(async () => (await stockrooms()).StockroomPage),
  }),
  ...keptPages("/asset-locations", titles.locations, {
    list: async () => (await locations()).LocationList,
    new: async () => (await locations()).NewLocation,
    one: withId(async () => (await locations()).LocationPage),
  }),
  ...keptPages("/vendors", titles.vendors, {
    list: async () => (await vendors()).VendorList,
    new: async () => (await vendors()).NewVendor,
    one: withId(async () => (await vendors()).VendorPage),
  }),
  ...keptPages("/cost-centers", titles.costCenters, {
    list: async () => (await costCenters()).CostCenterList,
    new: async () => (await costCenters()).NewCostCenter,
    one: withId(async () => (await costCenters()).CostCenterPage),
  }),
  ...keptPages(
    "/asset-kits",
    titles.kits,
    {
      list: async () => (await kits()).KitList,
      new: async () => (await kits()).NewKit,
      one: withId(async () => (await kits()).KitPage),
    },
    { section: "services", text: titles.kits.many, order: 24, roles: ["agent", ...keepers] },
  ),
  page({
    path: "/asset-settings",
    title: titles.settings,
    load: async () => (await import("./settings.tsx")).AssetSettingsPage,
  }),
];
