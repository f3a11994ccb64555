import { assetRequests, audit, departure, labels, software } from "./asset-paths.ts";
import { named } from "./page-paths.ts";
import type { TriedPage } from "./tried-page.ts";

const person = "amy.asset";

/** What is owned, counted and agreed, and who leaves. */
export const assetPages: readonly TriedPage[] = [
  { name: "asset-receive", path: "/assets/receive", person, shows: /Serial numbers/ },
  { name: "asset-order", path: "/assets/order", person, shows: "How it was bought" },
  { name: "asset-labels", path: labels, person, shows: "Screen 27" },
  { name: "asset-records", path: "/asset-records", person, shows: "Stockrooms" },
  { name: "asset-models", path: "/asset-models", person, shows: "Laptop 14" },
  {
    name: "asset-model",
    path: named(person, "/asset-models", "Laptop 14"),
    person,
    shows: "Useful life in months",
  },
  { name: "asset-model-new", path: "/asset-models/new", person, shows: "The manufacturer's number" },
  { name: "stockrooms", path: "/stockrooms", person, shows: "Cellar" },
  { name: "stockroom", path: named(person, "/stockrooms", "Cellar"), person, shows: "USB-C cable" },
  { name: "stockroom-new", path: "/stockrooms/new", person, shows: "What to know there" },
  { name: "asset-locations", path: "/asset-locations", person, shows: "Rack 7" },
  { name: "asset-location", path: named(person, "/asset-locations", "Rack 7"), person, shows: "Address" },
  { name: "asset-location-new", path: "/asset-locations/new", person, shows: "Address" },
  { name: "vendors", path: "/vendors", person, shows: "Nordic Hardware" },
  { name: "vendor", path: named(person, "/vendors", "Nordic Hardware"), person, shows: "Whom to ask" },
  { name: "vendor-new", path: "/vendors/new", person, shows: "Whom to ask" },
  { name: "cost-centers", path: "/cost-centers", person, shows: "4100" },
  { name: "cost-center", path: named(person, "/cost-centers", "Sales"), person, shows: /Who answers/ },
  { name: "cost-center-new", path: "/cost-centers/new", person, shows: /Who answers/ },
  { name: "asset-kits", path: "/asset-kits", person, shows: "First day" },
  { name: "asset-kit", path: named(person, "/asset-kits", "First day"), person, shows: "Hand it out" },
  { name: "asset-kit-new", path: "/asset-kits/new", person, shows: "Add a part" },
  { name: "asset-settings", path: "/asset-settings", person, shows: /Facts that nobody/ },
  { name: "contracts", path: "/contracts", person, shows: "Server support" },
  {
    name: "contract",
    path: named(person, "/contracts", "Server support"),
    person,
    shows: "Assets that it covers",
  },
  { name: "contract-new", path: "/contracts/new", person, shows: "How long it runs" },
  { name: "software", path: software("Office"), person, shows: "Where it is installed" },
  { name: "entitlements", path: "/entitlements", person, shows: "Drawing board" },
  { name: "asset-audits", path: "/asset-audits", person, shows: "Start an audit" },
  { name: "asset-audit-new", path: "/asset-audits/new", person, shows: "Such as Cellar, spring" },
  { name: "asset-audit", path: audit, person, shows: "Still to be found" },
  { name: "asset-requests", path: assetRequests, person, shows: "For the second desk" },
  { name: "unaccounted-cis", path: "/unaccounted-cis", person, shows: "Unaccounted for" },
  { name: "departures", path: "/departures", person, shows: "Somebody leaves or moves" },
  { name: "departure-new", path: "/departures/new", person, shows: "Who takes over" },
  { name: "departure", path: departure, person, shows: "Assets to be given back" },
];
