import type { CiSeed, RelationSeed } from "./ci-seed.ts";

const owned = (ownerId: string, criticality: string) => ({ ownerId, criticality });
const ofTeam = (teamId: string, more: object = {}) => ({ teamId, ...more });
const service = (slug: string, name: string, version: string): CiSeed => [
  slug,
  "microservice",
  name,
  ofTeam("webshop", { description: `Part of the online shop, release ${version}` }),
];

/** The parts of the online shop: each a small service of its own. */
const parts: readonly CiSeed[] = [
  service("storefront", "Storefront", "8.3"),
  service("catalogue", "Product catalogue", "5.1"),
  service("shop-search", "Product search", "3.9"),
  service("cart", "Cart", "4.4"),
  service("checkout", "Checkout", "6.0"),
  service("payment", "Payment", "2.7"),
  service("pricing", "Pricing and vouchers", "3.2"),
  service("orders", "Orders", "7.5"),
  service("stock", "Stock levels", "2.2"),
  service("shipping", "Shipping", "4.0"),
  service("customers", "Customer accounts", "5.8"),
  service("recommendations", "Recommendations", "1.6"),
  service("messages", "Messages to customers", "2.0"),
  service("adverts", "Adverts", "1.2"),
  service("shop-probe", "Shop probe", "1.0"),
];

/** What the shop and the company's other services stand on. */
const ground: readonly CiSeed[] = [
  ["mail", "business_service", "E-mail", owned("lena.workplace", "medium")],
  ["identity", "business_service", "Sign-in", owned("omar.platform", "high")],
  ["warehouse", "business_service", "Warehouse and shipping", owned("liam.dahl", "high")],
  ["mail-app", "application", "Mail server", ofTeam("workplace", { attributes: { version: "11.2" } })],
  [
    "identity-app",
    "application",
    "Identity provider",
    ofTeam("platform", { attributes: { version: "24.1" } }),
  ],
  [
    "warehouse-app",
    "application",
    "Warehouse control",
    ofTeam("platform", { attributes: { version: "3.4" } }),
  ],
  ["orders-db", "database", "orders-db", ofTeam("platform", { criticality: "high" })],
  ["catalogue-db", "database", "catalogue-db", ofTeam("platform")],
  ["accounts-db", "database", "accounts-db", ofTeam("platform", { criticality: "high" })],
  ["cart-cache", "middleware_instance", "cart-cache", ofTeam("platform")],
  ["broker", "middleware_instance", "message-broker", ofTeam("platform", { criticality: "high" })],
  ["search-index", "middleware_instance", "search-index", ofTeam("webshop")],
  [
    "shop-cluster",
    "container_platform",
    "Shop cluster",
    ofTeam("platform", { attributes: { version: "1.31" } }),
  ],
  ["db-cluster", "db_server", "db-server-2", ofTeam("platform", { attributes: { version: "16" } })],
  ["vm-shop-1", "virtual_machine", "vm-shop-1"],
  ["vm-shop-2", "virtual_machine", "vm-shop-2"],
  ["vm-shop-3", "virtual_machine", "vm-shop-3"],
  ["vm-db-2", "virtual_machine", "vm-db-2"],
  ["vm-office", "virtual_machine", "vm-office-1"],
  ["shop-lb", "load_balancer", "shop-lb-1", ofTeam("network")],
  ["edge", "firewall", "edge-firewall-1", ofTeam("network", { location: "Oslo data centre" })],
  ["router", "router", "edge-router-1", ofTeam("network", { location: "Oslo data centre" })],
  ["switch-a", "switch", "rack7-switch-a", ofTeam("network", { location: "Oslo data centre" })],
  ["switch-b", "switch", "rack7-switch-b", ofTeam("network", { location: "Oslo data centre" })],
  ["ap-2", "access_point", "ap-floor-2", ofTeam("network", { location: "Oslo office" })],
  ["ap-3", "access_point", "ap-floor-3", ofTeam("network", { location: "Oslo office" })],
  ["san", "storage_system", "san-1", ofTeam("platform", { location: "Oslo data centre" })],
  ["printer-3", "printer", "printer-floor-3", ofTeam("workplace", { location: "Oslo office" })],
  ["product-images", "cloud_bucket", "product-images", ofTeam("webshop")],
  ["shop-tls", "certificate", "shop.example.com", ofTeam("platform")],
];

export const shopCis: readonly CiSeed[] = [...parts, ...ground];

const needs = (from: string, ...to: readonly string[]): readonly RelationSeed[] =>
  to.map((each) => [from, "depends-on", each] as const);

export const shopRelations: readonly RelationSeed[] = [
  ...needs("shop", "storefront", "checkout", "edge"),
  ...needs("storefront", "catalogue", "shop-search", "cart", "pricing", "recommendations", "customers"),
  ...needs("storefront", "shipping", "checkout", "adverts"),
  ...needs("shop-probe", "storefront"),
  ...needs("storefront", "product-images", "shop-tls", "shop-lb"),
  ...needs("checkout", "cart", "payment", "orders", "pricing", "shipping", "stock"),
  ...needs("checkout", "catalogue", "messages"),
  ...needs("catalogue", "catalogue-db"),
  ...needs("shop-search", "search-index"),
  ...needs("cart", "cart-cache"),
  ...needs("orders", "orders-db", "broker"),
  ...needs("customers", "accounts-db", "identity-app"),
  ...needs("shipping", "broker", "warehouse-app"),
  ...needs("messages", "broker", "mail-app"),
  ...needs("recommendations", "catalogue", "catalogue-db"),
  ...needs("stock", "orders-db"),
  ...needs("mail", "mail-app"),
  ...needs("identity", "identity-app"),
  ...needs("identity-app", "accounts-db"),
  ...needs("warehouse", "warehouse-app", "orders"),
  ...parts.map(([slug]) => [slug, "runs-on", "shop-cluster"] as const),
  ...["1", "2", "3"].flatMap((n): readonly RelationSeed[] => [
    ["shop-cluster", "runs-on", `vm-shop-${n}`, "nodes"],
    [`vm-shop-${n}`, "hosted-on", "farm"],
  ]),
  ...["orders-db", "catalogue-db", "accounts-db"].map((db) => [db, "runs-on", "db-cluster"] as const),
  ["db-cluster", "runs-on", "vm-db-2"],
  ["vm-db-2", "hosted-on", "farm"],
  ["vm-office", "hosted-on", "farm-2"],
  ["mail-app", "runs-on", "vm-office"],
  ["identity-app", "runs-on", "vm-office"],
  ["farm", "depends-on", "san"],
  ...needs("edge", "router"),
  ...needs("shop-lb", "edge"),
  ...["1", "2", "3"].flatMap((n): readonly RelationSeed[] => [
    [`server-${n}`, "connects-to", "switch-a"],
    [`server-${n}`, "connects-to", "switch-b"],
  ]),
  ["switch-a", "powered-by", "pdu-a", "power"],
  ["switch-b", "powered-by", "pdu-b", "power"],
];
