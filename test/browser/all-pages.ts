import type { World } from "./journeys/journey.ts";
import {
  candidate,
  catalogDraft,
  knownError,
  named,
  newestOrder,
  orderForm,
  stockroom,
  vpnTrouble,
} from "./page-paths.ts";

/** A page of the portal that is opened, judged and photographed. */
export type TriedPage = {
  /** Names its photographs. */
  readonly name: string;
  readonly path: string | ((world: World) => Promise<string>);
  /** Who opens it: an id of `infra/demo/people.json`. */
  readonly person: string;
  /** Text that is there when the page shows what it is for. */
  readonly shows: string | RegExp;
  /** Photographed on a phone, too: views of employees. */
  readonly onPhone?: boolean;
  /** Refusals that belong to it, as the browser tells them with their address; any other is a complaint. */
  readonly refused?: readonly RegExp[];
};

/** The page of an incident of `infra/demo/seed.ts`, whose number depends on how much lies behind the company. */
const incidentOf =
  (callerId: string, title: string) =>
  async (world: World): Promise<string> => {
    const { items = [] } = await askAs(world, callerId, "GET", `/incidents?callerId=${callerId}&limit=100`);
    const found = items.find((each) => each.title === title);
    if (found === undefined) throw new Error(`the demo company has no incident "${title}"`);
    return `/incidents/${found.id}`;
  };
const vpnTrouble = incidentOf("emma.field", "Cannot connect to VPN");

/** The page of the demo company's record of this name, in a list of this address. */
const named =
  (person: string, path: string, name: string) =>
  async (world: World): Promise<string> => {
    const { items = [] } = await askAs(
      world,
      person,
      "GET",
      `${path}${path.includes("?") ? "&" : "?"}limit=100`,
    );
    const found = items.find((each) => each.name === name);
    if (found === undefined) throw new Error(`the demo company has no "${name}" among ${path}`);
    return `${path.split("?")[0]}/${found.id}`;
  };

/** A problem of the demo company whose known error is published. */
const knownError = async (world: World): Promise<string> => {
  const { items = [] } = await askAs(world, "emma.field", "POST", "/knowledge/search", {
    text: "printer vpn mail",
    limit: 20,
  });
  const found = items.find(({ id }) => id.startsWith("PRB"));
  return `/known-errors/${found?.id ?? "PRB0000001"}`;
};

const stockroom = async (world: World): Promise<string> => {
  const { items: [first] = [] } = await askAs(world, "amy.asset", "GET", "/stockrooms");
  return `/stock?stockroomId=${first?.id}`;
};

const candidate = async (world: World): Promise<string> => {
  const { items: [first] = [] } = await askAs(
    world,
    "pia.problem",
    "GET",
    "/problem-candidates?state=proposed",
  );
  return `/problem-candidates/${first?.id}`;
};

const knownError = async (world: World): Promise<string> => {
  const { items: [first] = [] } = await askAs(world, "emma.field", "GET", "/known-errors");
  return `/known-errors/${(first as unknown as { readonly problemId: string } | undefined)?.problemId}`;
};

/** A draft in the catalog, with a field that only some answers call for. */
const catalogDraft = async (world: World): Promise<string> => {
  const make = (path: string, body: unknown) => askAs(world, "amy.asset", "POST", path, body);
  const { id: categoryId } = await make("/catalog-categories", { name: "Bags" });
  const colour = {
    key: "colour",
    label: "Colour",
    type: "choice",
    choices: [
      { value: "black", label: "Black" },
      { value: "red", label: "Red", price: 500 },
    ],
  };
  const why = { key: "why", label: "Why red?", type: "text", when: { field: "colour", is: ["red"] } };
  const { id } = await make("/catalog-items", {
    name: "Bag",
    summary: "For a laptop",
    categoryId,
    price: { amount: 3000, currency: "EUR" },
    form: { sections: [{ key: "which", title: "Which one?", fields: [colour, why] }] },
  });
  return `/catalog-items/${id}/edit?part=form`;
};

/** What one can order, and the order of a thing of the demo company. */
const orderForm = (name: string) => async (world: World) =>
  (await named("emma.field", "/catalog-items", name)(world)).replace("catalog-items", "catalog");
const newestOrder = async (world: World): Promise<string> => {
  const { items: [first] = [] } = await askAs(world, "emma.field", "GET", "/requests?personId=emma.field");
  return `/requests/${first?.id}`;
};

/** Every page; whoever adds one adds a line. */
export const allPages: readonly TriedPage[] = [
  { name: "home", path: "/", person: "emma.field", shows: /what do you need/i, onPhone: true },
  { name: "queue", path: "/queues/newest", person: "ada.service", shows: "Packet loss between data centres" },
  { name: "incident", path: vpnTrouble, person: "ada.service", shows: "What happened" },
  {
    name: "own-incident",
    path: vpnTrouble,
    person: "emma.field",
    shows: "What happened",
    onPhone: true,
  },
  { name: "dashboards", path: "/dashboards", person: "pia.problem", shows: "Arrivals against resolutions" },
  // Who sees all requests sees their card, too.
  { name: "dashboards-of-requests", path: "/dashboards", person: "amy.asset", shows: "Requests" },
  {
    name: "behind-a-number",
    path: "/dashboards/incidents/resolved?team=network",
    person: "pia.problem",
    shows: "Incidents: resolved",
  },
  { name: "report", path: "/report?title=VPN+error", person: "emma.field", shows: "Send", onPhone: true },
  {
    name: "my-tickets",
    path: "/my/tickets",
    person: "emma.field",
    shows: "Cannot connect to VPN",
    onPhone: true,
  },
  { name: "my-assets", path: "/my/assets", person: "emma.field", shows: "Accept", onPhone: true },
  {
    name: "my-approvals",
    path: "/my/approvals",
    person: "emma.field",
    shows: "Nothing waits",
    onPhone: true,
  },
  // Put to a role, since nobody manages who ordered it.
  {
    name: "my-approvals-of-a-role",
    path: "/my/approvals",
    person: "alex.admin",
    shows: "Leave it to the others",
  },
  { name: "order-form", path: orderForm("Laptop"), person: "emma.field", shows: "Your order", onPhone: true },
  { name: "order", path: newestOrder, person: "emma.field", shows: "What happened", onPhone: true },
  { name: "order-work", path: "/order-work/mine", person: "nia.network", shows: "Add to the VPN group" },
  { name: "order-work-of-all", path: "/order-work", person: "nia.network", shows: "Order" },
  { name: "catalog", path: "/catalog", person: "emma.field", shows: /Order something/, onPhone: true },
  { name: "my-orders", path: "/my/orders", person: "emma.field", shows: /My orders/, onPhone: true },
  {
    name: "read-article",
    path: "/read/KB0000003",
    person: "emma.field",
    shows: "Did this help?",
    onPhone: true,
  },
  { name: "changes", path: "/changes", person: "cem.change", shows: "Block a mail sender" },
  { name: "change", path: "/changes/CHG0000001", person: "cem.change", shows: "What happened" },
  { name: "change-new", path: "/changes/new", person: "nia.network", shows: "Authorised in advance" },
  { name: "change-calendar", path: "/change-calendar", person: "cem.change", shows: "Mon" },
  {
    name: "change-week",
    path: "/change-calendar/week",
    person: "cem.change",
    shows: "Window: Network nights",
  },
  { name: "change-meetings", path: "/change-meetings", person: "cem.change", shows: "Change advisory board" },
  { name: "change-meeting", path: "/change-meetings/CBM0000001", person: "cem.change", shows: "Agenda" },
  { name: "change-rules", path: "/change-rules", person: "cem.change", shows: "Maintenance windows" },
  { name: "change-templates", path: "/change-templates", person: "nia.network", shows: "Server reboot" },
  {
    name: "change-template",
    path: named("cem.change", "/change-templates", "Server reboot"),
    person: "cem.change",
    shows: "Edition in use",
  },
  { name: "change-template-new", path: "/change-templates/new", person: "nia.network", shows: "Fixed" },
  { name: "change-models", path: "/change-models", person: "cem.change", shows: "Network change" },
  {
    name: "change-model",
    path: named("cem.change", "/change-models", "Network change"),
    person: "cem.change",
    shows: "Who approves",
  },
  { name: "change-model-new", path: "/change-models/new", person: "cem.change", shows: "Who approves" },
  { name: "change-freezes", path: "/change-freezes", person: "cem.change", shows: "Year-end closing" },
  {
    name: "change-freeze",
    path: named("cem.change", "/change-freezes", "Year-end closing"),
    person: "cem.change",
    shows: "What it does not hold up",
  },
  { name: "change-freeze-new", path: "/change-freezes/new", person: "cem.change", shows: "What is frozen" },
  { name: "change-windows", path: "/change-windows", person: "cem.change", shows: "Network nights" },
  {
    name: "change-window",
    path: named("cem.change", "/change-windows", "Network nights"),
    person: "nia.network",
    shows: "Again and again",
  },
  { name: "change-window-new", path: "/change-windows/new", person: "cem.change", shows: "Again and again" },
  { name: "change-boards", path: "/change-boards", person: "cem.change", shows: "Change advisory board" },
  {
    name: "change-board",
    path: named("cem.change", "/change-boards", "Change advisory board"),
    person: "cem.change",
    shows: "Call a meeting",
  },
  { name: "change-board-new", path: "/change-boards/new", person: "cem.change", shows: "It meets regularly" },
  { name: "change-feeds", path: "/change-feeds", person: "nia.network", shows: "All changes" },
  {
    name: "change-feed",
    path: named("nia.network", "/change-feeds", "Changes of the network"),
    person: "nia.network",
    shows: "Show the address",
  },
  { name: "change-feed-new", path: "/change-feeds/new", person: "nia.network", shows: "What is in it" },
  {
    name: "change-settings",
    path: "/change-settings",
    person: "alex.admin",
    shows: "Nobody approves what they do",
  },
  {
    name: "change-risk-settings",
    path: "/change-risk-settings",
    person: "cem.change",
    shows: "Questionnaire",
  },
  { name: "change-findings", path: "/change-findings", person: "cem.change", shows: "Nothing in this state" },
  {
    name: "delegations",
    path: "/my/delegations",
    person: "pia.problem",
    shows: "Who stands in for me",
    onPhone: true,
  },
  { name: "problems", path: "/problems", person: "pia.problem", shows: "Incidents that keep coming back" },
  { name: "problem", path: "/problems/PRB0000001", person: "pia.problem", shows: "Root cause" },
  { name: "problem-new", path: "/problems/new", person: "pia.problem", shows: "Incidents that it explains" },
  {
    name: "problem-cause",
    path: "/problems/PRB0000001/cause",
    person: "pia.problem",
    shows: "Ask why once more",
  },
  { name: "problem-candidate", path: candidate, person: "pia.problem", shows: "What it has cost" },
  { name: "articles", path: "/articles", person: "kim.knowledge", shows: "Write an article" },
  { name: "article-writer", path: "/articles/KB0000001", person: "kim.knowledge", shows: "Versions" },
  { name: "article-edit", path: "/articles/KB0000001/edit", person: "kim.knowledge", shows: "Preview" },
  { name: "articles-of-an-agent", path: "/articles", person: "ada.service", shows: "For me to review" },
  { name: "article-new", path: "/articles/new", person: "ada.service", shows: "Begin with the template" },
  {
    name: "knowledge-gaps",
    path: "/articles/gaps",
    person: "kim.knowledge",
    shows: "Searches without a result",
  },
  {
    name: "knowledge-settings",
    path: "/knowledge-settings",
    person: "kim.knowledge",
    shows: "Reviewers by category",
  },
  {
    name: "problem-settings",
    path: "/problem-settings",
    person: "pia.problem",
    shows: "When a problem ends",
  },
  { name: "known-error", path: knownError, person: "emma.field", shows: "What you see", onPhone: true },
  { name: "cis", path: "/cis", person: "cal.config", shows: "Classes" },
  { name: "cis-of-a-class", path: "/cis?classId=server", person: "cal.config", shows: "rack7-u10" },
  {
    name: "ci",
    path: named("cal.config", "/cis?classId=web_application", "Web shop front"),
    person: "cal.config",
    shows: "The list says the same as the picture",
  },
  { name: "assets", path: "/assets", person: "amy.asset", shows: "L14-101" },
  { name: "assets-in-stock", path: "/assets?state=in_stock", person: "ada.service", shows: "Cellar" },
  {
    name: "asset",
    path: named("amy.asset", "/assets?holderId=noah.brooks", "Laptop 14"),
    person: "amy.asset",
    shows: "Book value",
  },
  { name: "stock", path: stockroom, person: "amy.asset", shows: "USB-C cable" },
  { name: "licences", path: "/licence-positions", person: "amy.asset", shows: "Drawing board" },
  { name: "agreements", path: "/agreements", person: "alex.admin", shows: "Service level agreements" },
  { name: "agreement", path: "/agreements/SLA0000001", person: "alex.admin", shows: "What is measured" },
  { name: "holiday-lists", path: "/holiday-lists", person: "alex.admin", shows: "Norway" },
  {
    name: "holiday-list",
    path: named("alex.admin", "/holiday-lists", "Norway"),
    person: "alex.admin",
    shows: "Holidays (one on a line)",
  },
  { name: "calendar", path: "/calendars/CAL0000001", person: "alex.admin", shows: "Open in the next days" },
  { name: "queues", path: "/queues", person: "ada.service", shows: "My work" },
  {
    name: "known-error",
    path: knownError,
    person: "emma.field",
    shows: "What helps until it is mended",
    onPhone: true,
  },
  { name: "article-new", path: "/articles/new", person: "kim.knowledge", shows: "Preview" },
  { name: "changes-of-a-list", path: "/changes/list/mine", person: "cem.change", shows: "Changes" },
  { name: "change-month", path: "/change-calendar/2026-03", person: "cem.change", shows: "Mon" },
  { name: "change-week-of", path: "/change-calendar/week/2026-03-02", person: "cem.change", shows: "Mon" },
  { name: "agreement-new", path: "/agreements/new", person: "alex.admin", shows: "What is measured" },
  { name: "calendars", path: "/calendars", person: "alex.admin", shows: "Calendars" },
  { name: "calendar-new", path: "/calendars/new", person: "alex.admin", shows: "Time zone" },
  {
    name: "holiday-list-new",
    path: "/holiday-lists/new",
    person: "alex.admin",
    shows: "Holidays (one on a line)",
  },
  {
    name: "not-found",
    path: "/nothing/here",
    person: "emma.field",
    shows: "There is no such page",
    onPhone: true,
  },
  { name: "catalog-items", path: "/catalog-items", person: "amy.asset", shows: "New starter" },
  { name: "catalog-categories", path: "/catalog-categories", person: "amy.asset", shows: "Rename" },
  {
    name: "catalog-item",
    path: named("amy.asset", "/catalog-items", "New starter"),
    person: "amy.asset",
    shows: "Write another edition",
  },
  { name: "catalog-item-new", path: "/catalog-items/new", person: "amy.asset", shows: "Who may have it" },
  { name: "catalog-item-form", path: catalogDraft, person: "amy.asset", shows: "Why red?" },
];
