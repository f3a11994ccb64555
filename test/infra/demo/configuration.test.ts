import { existsSync, readFileSync } from "node:fs";
import { demoCis, demoRelations } from "../../../infra/demo/configuration.ts";

type Graph = {
  readonly nodes: readonly { readonly id: string; readonly type: string }[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly type: string }[];
};

const folder = "../shared/data/graphs";
const read = (name: string): Graph => JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8"));
const whereThere = existsSync(folder) ? describe : describe.skip;
if (!existsSync(folder)) console.log(`${folder} is not there: the demo is not held against real graphs`);

const classOf = new Map(demoCis.map(([slug, classId]) => [slug, classId]));

/** Who suffers from whom in the demo: members carry what they are a member of, everything else what stands on it. */
const carried = new Set(
  demoRelations.map(([from, type, to]) => (type === "member-of" ? `${from} ${to}` : `${to} ${from}`)),
);

/** The demo's service for each of a real shop. */
const shop: Readonly<Record<string, string>> = {
  frontend: "storefront",
  checkoutservice: "checkout",
  recommendationservice: "recommendations",
  cartservice: "cart",
  loadgenerator: "shop-probe",
  emailservice: "messages",
  paymentservice: "payment",
  productcatalogservice: "catalogue",
  currencyservice: "pricing",
  shippingservice: "shipping",
  adservice: "adverts",
  "redis-cart": "cart-cache",
};

/** The demo's CI for each of a real company's, and the class that it has here. */
const company: Readonly<Record<string, readonly [slug: string, classId: string]>> = {
  "ApplicationSolution:27": ["crm", "application"],
  "ApplicationSolution:28": ["sales", "application"],
  "ApplicationSolution:29": ["reports", "application"],
  "ApplicationSolution:30": ["erp-app", "application"],
  "WebApplication:25": ["shop-app", "web_application"],
  "WebApplication:26": ["crm-web", "web_application"],
  "WebServer:22": ["web-1", "web_server"],
  "DBServer:16": ["db-cluster", "db_server"],
  "DBServer:18": ["db-server", "db_server"],
  "DatabaseSchema:19": ["orders-db", "database"],
  "DatabaseSchema:21": ["erp-db-1", "database"],
  "VirtualMachine:12": ["vm-1", "virtual_machine"],
  "VirtualMachine:13": ["vm-db-2", "virtual_machine"],
  "VirtualMachine:14": ["vm-3", "virtual_machine"],
  "VirtualMachine:15": ["vm-office", "virtual_machine"],
  "Hypervisor:9": ["host-1", "hypervisor"],
  "Hypervisor:10": ["host-2", "hypervisor"],
  "Hypervisor:11": ["host-4", "hypervisor"],
  "Farm:7": ["farm", "farm"],
  "Farm:8": ["farm-2", "farm"],
  "Server:2": ["server-1", "server"],
  "Server:3": ["server-3", "server"],
  "Server:4": ["server-2", "server"],
  "Server:15": ["server-4", "server"],
  "NetworkDevice:5": ["router", "router"],
  "NetworkDevice:6": ["switch-a", "switch"],
};

whereThere("the demo company", () => {
  test("has a service for each of a real shop's, and they call each other as those do", () => {
    const { nodes, edges } = read("online-boutique");
    expect(nodes.filter(({ id }) => !classOf.has(shop[id] ?? ""))).toEqual([]);
    expect(edges.filter(({ from, to }) => !carried.has(`${shop[to]} ${shop[from]}`))).toEqual([]);
  });

  test("has a CI for each of a real company's, of that class, and failures pass on as there", () => {
    const { nodes, edges } = read("itop-sample");
    expect(nodes.filter(({ id }) => classOf.get(company[id]?.[0] ?? "") !== company[id]?.[1])).toEqual([]);
    const isCarried = (from: string, to: string) => carried.has(`${company[from]?.[0]} ${company[to]?.[0]}`);
    expect(edges.filter(({ from, to }) => !isCarried(from, to))).toEqual([]);
  });

  test("names each CI once, and relates only what is there", () => {
    expect(classOf.size).toBe(demoCis.length);
    expect(demoRelations.filter(([from, , to]) => !classOf.has(from) || !classOf.has(to))).toEqual([]);
  });
});
