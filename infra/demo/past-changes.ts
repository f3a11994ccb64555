import type { Ask } from "./ask.ts";
import { hour, iso, type Time } from "./time.ts";

type PastChange = {
  /** Evening of the past (0 the first) on which it is asked for. */
  readonly on: number;
  readonly title: string;
  readonly type?: "emergency";
  readonly by: string;
  readonly teamId: string;
  readonly serviceId: string;
  readonly ciIds: readonly string[];
  readonly category: string;
  readonly impact: number;
  /** Evenings until it is done. */
  readonly after: number;
  readonly outcome?: "successful" | "successful_with_issues" | "backed_out" | "failed";
};

const shop = {
  by: "theo.shop",
  teamId: "webshop",
  serviceId: "shop",
  category: "software",
  impact: 2,
} as const;
const platform = { by: "omar.platform", teamId: "platform", category: "server", impact: 2 } as const;
const network = { by: "nia.network", teamId: "network", category: "network", impact: 2 } as const;

/** What was changed in the last twelve weeks, and how it went. */
const changes: readonly PastChange[] = [
  { ...shop, on: 0, after: 1, title: "Search 3.8: faster facets", ciIds: ["shop-search"] },
  {
    ...platform,
    on: 1,
    after: 1,
    title: "More memory for the database server",
    serviceId: "erp",
    ciIds: ["db-server"],
  },
  {
    ...network,
    on: 2,
    after: 1,
    title: "Firmware of rack switches",
    serviceId: "shop",
    ciIds: ["switch-a", "switch-b"],
    outcome: "successful_with_issues",
  },
  { ...shop, on: 3, after: 1, title: "Pricing 3.2: vouchers by customer group", ciIds: ["pricing"] },
  {
    ...platform,
    on: 4,
    after: 1,
    title: "Identity provider 24.1",
    serviceId: "identity",
    ciIds: ["identity-app"],
  },
  {
    ...network,
    on: 5,
    after: 1,
    title: "Renew the gateway's certificate by a scheduled job",
    serviceId: "vpn",
    ciIds: ["vpn-gateway-1"],
    outcome: "successful_with_issues",
  },
  { ...shop, on: 6, after: 1, title: "Cart 4.4: keep carts for thirty days", ciIds: ["cart", "cart-cache"] },
  {
    ...platform,
    on: 7,
    after: 1,
    title: "Patch the shop cluster to 1.31",
    serviceId: "shop",
    ciIds: ["shop-cluster"],
  },
  {
    ...shop,
    on: 8,
    after: 1,
    title: "Checkout 6.0: one page",
    impact: 1,
    ciIds: ["checkout"],
    outcome: "backed_out",
  },
  { ...shop, on: 10, after: 0, type: "emergency", title: "Roll checkout back to 5.9", ciIds: ["checkout"] },
  { ...shop, on: 11, after: 1, title: "Payment: longer time-out to the provider", ciIds: ["payment"] },
  {
    ...shop,
    on: 12,
    after: 1,
    title: "Checkout 6.0, second try behind a switch",
    impact: 1,
    ciIds: ["checkout"],
  },
  {
    ...platform,
    on: 13,
    after: 1,
    title: "Move the message broker to new nodes",
    serviceId: "shop",
    ciIds: ["broker"],
    outcome: "failed",
  },
  {
    ...network,
    on: 14,
    after: 1,
    title: "Second uplink of the edge router",
    serviceId: "shop",
    ciIds: ["router"],
  },
  {
    ...platform,
    on: 15,
    after: 1,
    title: "Message broker: consumers restart by themselves",
    serviceId: "shop",
    ciIds: ["broker"],
  },
  {
    ...network,
    on: 16,
    after: 1,
    title: "VPN gateway: renew certificates monthly",
    serviceId: "vpn",
    ciIds: ["vpn-gateway-1"],
  },
  { ...shop, on: 18, after: 1, title: "Orders 7.5: partial deliveries", ciIds: ["orders"] },
  {
    ...platform,
    on: 18,
    after: 1,
    title: "Temporary space for the invoice run",
    serviceId: "erp",
    ciIds: ["erp-db-1"],
  },
  {
    ...shop,
    on: 20,
    after: 1,
    title: "Recommendations 1.6",
    ciIds: ["recommendations"],
    outcome: "successful_with_issues",
  },
  { ...platform, on: 21, after: 1, title: "Mail server 11.2", serviceId: "mail", ciIds: ["mail-app"] },
];

const plans = {
  implementation: "In the test environment first, then one node after the other.",
  test: "Health checks and the ten usual orders are green for half an hour.",
  backout: "The earlier version stays installed; switch back to it.",
  communication: "The service desk knows the hour.",
};

/** Asks for a change and brings it as far as its approval; answers what is left to be done on its day. */
const begin = async (ask: Ask, time: Time, change: PastChange, daysAhead: number): Promise<string> => {
  const { title, type, by, teamId, serviceId, ciIds, category, impact } = change;
  const post = (who: string, path: string, body: unknown = {}) =>
    ask(who, "POST", `/api/changes${path}`, body);
  const start = time.now() + daysAhead;
  const window = { plannedStart: iso(start - hour), plannedEnd: iso(start + 3 * hour) };
  const fields = {
    title,
    teamId,
    serviceId,
    ciIds,
    category,
    impact,
    plans,
    justification: "Planned by its team.",
  };
  const { id } = await post(by, "", { ...fields, ...(type ? { type } : {}), ...window });
  await post(by, `/${id}/submit`);
  if (type === undefined)
    await post(by, `/${id}/assess`, { answers: { tested_before: "yes", downtime: "no" } });
  await post("cem.change", `/${id}/approve`, { comment: "Go ahead." });
  return id;
};

/** The changes of the past as steps: what is done on an evening, given when the later ones are (epoch ms). */
export const pastChanges = (ask: Ask, time: Time, instants: readonly number[]) => {
  const due = new Map<number, (() => Promise<unknown>)[]>();
  const at = (day: number, work: () => Promise<unknown>) => due.set(day, [...(due.get(day) ?? []), work]);
  for (const change of changes)
    at(change.on, async () => {
      const doneOn = change.on + change.after;
      const ahead = (instants[doneOn] ?? time.now()) - time.now();
      const id = await begin(ask, time, change, ahead);
      const does = (verb: string, body: unknown = {}) =>
        ask(change.by, "POST", `/api/changes/${id}/${verb}`, body);
      const carryOut = async () => {
        await does("start");
        await does("complete", { outcome: change.outcome ?? "successful", text: "As planned." });
      };
      if (change.after === 0) return carryOut();
      at(doneOn, carryOut);
    });
  return (day: number): readonly (() => Promise<unknown>)[] => due.get(day) ?? [];
};
