import { defineTexts } from "../../texts/define-texts.ts";

/**
 * What the pages about assets, what they refer to and who has them are called. Apart from what the pages say, since the
 * navigation of every visit needs these.
 */
export const assetTitles = defineTexts({
  en: {
    assets: "Assets",
    asset: "Asset",
    receive: "Receive assets",
    order: "Order an asset",
    labels: "Labels",
    stock: "Stock",
    licences: "Licences",
    software: "Software",
    entitlements: "Entitlements",
    requests: "Asked for",
    findings: "Unaccounted for",
    records: "Models, places and vendors",
    settings: "Edits that need a second person",
    models: { many: "Asset models", new: "New model" },
    stockrooms: { many: "Stockrooms", new: "New stockroom" },
    locations: { many: "Places", new: "New place" },
    vendors: { many: "Vendors", new: "New vendor" },
    costCenters: { many: "Cost centers", new: "New cost center" },
    kits: { many: "Kits", new: "New kit" },
    contracts: { many: "Contracts", new: "New contract" },
    audits: "Audits",
    startAudit: "Start an audit",
    departures: "Leavers and movers",
    startDeparture: "Somebody leaves or moves",
  },
});
