import type { Ask } from "./ask.ts";
import { atOnce } from "./at-once.ts";
import type { CiSeed, RelationSeed } from "./ci-seed.ts";
import { shopCis, shopRelations } from "./shop-cis.ts";

const manager = "cal.config";

const serviceOf = (ownerId: string, criticality: string) => ({ ownerId, criticality });
const made = (manufacturer: string, model: string, serialNumber: string) => ({
  attributes: { manufacturer, model, serialNumber },
});
const needs = (group: string, atLeast: number) => ({ redundancy: [{ group, needed: { atLeast } }] });
const site = { location: "Oslo data centre" };

const offices: readonly CiSeed[] = [
  ["vpn", "business_service", "Remote access", serviceOf("nia.network", "high")],
  ["erp", "business_service", "Invoicing and accounting", serviceOf("noah.brooks", "high")],
  ["shop", "business_service", "Web shop", serviceOf("emma.field", "medium")],
  [
    "vpn-gateway-1",
    "firewall",
    "vpn-gateway-1",
    { ...made("Contoso", "FW 200", "FW-1001"), ...site, ...needs("power", 1) },
  ],
  ["dc-link-1", "circuit", "Line Oslo to Bergen, primary"],
  ["dc-link-2", "circuit", "Line Oslo to Bergen, secondary"],
  ["core", "circuit", "Link between the data centres", needs("lines", 1)],
  ["erp-app", "application", "ERP", { attributes: { version: "12.4" }, teamId: "service-desk" }],
  ["shop-app", "web_application", "Web shop front", needs("web", 1)],
  ["web-1", "web_server", "web-1", { attributes: { version: "2.4", vendor: "Contoso" } }],
  ["web-2", "web_server", "web-2", { attributes: { version: "2.4", vendor: "Contoso" } }],
  ["erp-db-1", "database", "erp-db-1", { criticality: "high" }],
  ["db-server", "db_server", "db-server-1", { attributes: { version: "16" } }],
  ["vm-1", "virtual_machine", "vm-web-1"],
  ["vm-2", "virtual_machine", "vm-web-2"],
  ["vm-3", "virtual_machine", "vm-db-1"],
  ["farm", "farm", "Farm Oslo", needs("hosts", 2)],
  ["farm-2", "farm", "Farm Bergen"],
  ["host-1", "hypervisor", "host-1"],
  ["host-2", "hypervisor", "host-2"],
  ["host-3", "hypervisor", "host-3"],
  ["host-4", "hypervisor", "host-4"],
  ["server-1", "server", "rack7-u10", { ...made("Contoso", "R2", "R2-771"), ...site, ...needs("power", 1) }],
  ["server-2", "server", "rack7-u12", { ...made("Contoso", "R2", "R2-772"), ...site, ...needs("power", 1) }],
  ["server-3", "server", "rack7-u14", { ...made("Contoso", "R2", "R2-773"), ...site, ...needs("power", 1) }],
  ["server-4", "server", "bergen-u2", { ...made("Contoso", "R2", "R2-774"), location: "Bergen data centre" }],
  ["crm", "application", "Customer relations", { criticality: "high", teamId: "service-desk" }],
  ["crm-web", "web_application", "Customer relations front"],
  ["reports", "application", "Order reports", { teamId: "webshop" }],
  ["sales", "application", "Sales figures", { teamId: "webshop" }],
  ["pdu-a", "pdu", "PDU A of rack 7", site],
  ["pdu-b", "pdu", "PDU B of rack 7", site],
  ["rack", "rack", "Rack 7", site],
];

const officeRelations: readonly RelationSeed[] = [
  ["vpn", "depends-on", "vpn-gateway-1"],
  ["vpn", "depends-on", "core"],
  ["core", "depends-on", "dc-link-1", "lines"],
  ["core", "depends-on", "dc-link-2", "lines"],
  ["erp", "depends-on", "erp-app"],
  ["erp-app", "depends-on", "erp-db-1"],
  ["shop", "depends-on", "shop-app"],
  ["crm", "depends-on", "crm-web"],
  ["crm", "depends-on", "erp-db-1"],
  ["crm-web", "runs-on", "web-1"],
  ["reports", "depends-on", "orders-db"],
  ["reports", "runs-on", "web-1"],
  ["sales", "depends-on", "shop-app"],
  ["host-4", "member-of", "farm-2"],
  ["host-4", "runs-on", "server-4"],
  ["shop-app", "runs-on", "web-1", "web"],
  ["shop-app", "runs-on", "web-2", "web"],
  ["shop-app", "depends-on", "erp-db-1"],
  ["erp-db-1", "runs-on", "db-server"],
  ["db-server", "runs-on", "vm-3"],
  ["web-1", "runs-on", "vm-1"],
  ["web-2", "runs-on", "vm-2"],
  ...["vm-1", "vm-2", "vm-3"].map((vm) => [vm, "hosted-on", "farm"] as const),
  ...["1", "2", "3"].flatMap((n): RelationSeed[] => [
    [`host-${n}`, "member-of", "farm", "hosts"],
    [`host-${n}`, "runs-on", `server-${n}`],
    [`server-${n}`, "powered-by", "pdu-a", "power"],
    [`server-${n}`, "powered-by", "pdu-b", "power"],
    [`server-${n}`, "contained-in", "rack"],
  ]),
  ["vpn-gateway-1", "powered-by", "pdu-a", "power"],
  ["vpn-gateway-1", "powered-by", "pdu-b", "power"],
];

/** What the demo company runs: shaped after what real companies run, see the test that holds it against them. */
export const demoCis: readonly CiSeed[] = [...offices, ...shopCis];
export const demoRelations: readonly RelationSeed[] = [...officeRelations, ...shopRelations];

/** Makes what comes after name CIs by their numbers where it says their short names. */
const withNumbers =
  (ask: Ask, numbers: ReadonlyMap<string, string>): Ask =>
  (person, method, path, body) =>
    ask(
      person,
      method,
      path,
      JSON.parse(
        JSON.stringify(body ?? {}, (_key, value) =>
          typeof value === "string" ? (numbers.get(value) ?? value) : value,
        ),
      ),
    );

/** What the demo company's services are made of; answers how the rest of the seed asks, which knows CIs by name. */
export const seedConfiguration = async (ask: Ask): Promise<Ask> => {
  const numbers = new Map<string, string>();
  await atOnce(demoCis, async ([slug, classId, name, more]) => {
    numbers.set(slug, (await ask(manager, "POST", "/api/cis", { classId, name, ...more })).id);
  });
  const relate = withNumbers(ask, numbers);
  await atOnce(demoRelations, ([fromId, typeId, toId, group]) =>
    relate(manager, "POST", "/api/ci-relations", { fromId, typeId, toId, ...(group ? { group } : {}) }),
  );
  await relate(manager, "POST", "/api/ci-baselines", {
    name: "Before the move to the new data centre",
    ciIds: ["erp", "shop", "vpn"],
  });
  await ask(manager, "POST", "/api/ci-queries", {
    name: "Hardware that nobody answers for",
    classId: "hardware",
    where: [
      { field: "ownerId", is: "missing" },
      { field: "teamId", is: "missing" },
    ],
    isWatched: true,
  });
  await ask(manager, "POST", "/api/ci-queries", {
    name: "Business services of which nobody said what they depend on",
    classId: "business_service",
    steps: [{ typeIds: ["depends-on", "runs-on"], direction: "forward" }],
    list: "first_without",
  });
  await ask(manager, "POST", "/api/ci-classes", {
    id: "kiosk",
    name: "Kiosk",
    parentId: "pc",
    attributes: [
      { name: "floor", kind: "integer", presence: "recommended" },
      { name: "mount", kind: "choice", choices: ["wall", "desk", "stand"] },
    ],
  });
  await ask(manager, "POST", "/api/cis", {
    classId: "kiosk",
    name: "Visitor kiosk",
    location: "Oslo office",
    attributes: { floor: 1, mount: "stand" },
  });
  return relate;
};
