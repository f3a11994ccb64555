/** Something that keeps going wrong in the demo company. */
export type Trouble = {
  readonly title: string;
  readonly category: string;
  readonly subcategory?: string;
  readonly serviceId?: string;
  readonly ciIds?: readonly string[];
  readonly teamId: string;
  readonly impact: number;
  readonly urgency: number;
  /** How often it comes, against the others, in a week of the past (0 the first). */
  readonly weight: (week: number) => number;
  /** Whether the service desk solves it while the caller is on the phone. */
  readonly atOnce: number;
  /** Working days until it is solved otherwise. */
  readonly days: readonly [least: number, most: number];
  readonly solved: string;
};

const always = (weight: number) => () => weight;

const desk = { teamId: "service-desk", impact: 3, urgency: 3 } as const;
const shop = {
  teamId: "webshop",
  category: "software",
  serviceId: "shop",
  days: [0, 2] as const,
  atOnce: 0.1,
};

/** Weeks 5 and 6 have a bad release of the shop; the VPN is a nuisance until its problem is solved in week 9. */
export const troubles: readonly Trouble[] = [
  {
    ...desk,
    title: "Password forgotten",
    category: "access",
    serviceId: "identity",
    weight: always(9),
    atOnce: 0.95,
    days: [0, 1],
    solved: "Identity checked, password reset.",
  },
  {
    ...desk,
    title: "Account locked after holiday",
    category: "access",
    serviceId: "identity",
    urgency: 2,
    weight: always(3),
    atOnce: 0.9,
    days: [0, 1],
    solved: "Unlocked.",
  },
  {
    ...desk,
    title: "No access to the finance folder",
    category: "access",
    weight: always(3),
    atOnce: 0.3,
    days: [1, 4],
    solved: "The owner agreed, the person is in the group.",
  },
  {
    ...desk,
    title: "Printer prints blank pages",
    category: "hardware",
    subcategory: "printer",
    ciIds: ["printer-3"],
    teamId: "workplace",
    weight: always(3),
    atOnce: 0.5,
    days: [0, 3],
    solved: "Toner replaced.",
  },
  {
    ...desk,
    title: "Laptop does not charge",
    category: "hardware",
    subcategory: "laptop",
    teamId: "workplace",
    weight: always(3),
    atOnce: 0.2,
    days: [1, 6],
    solved: "Power supply exchanged from stock.",
  },
  {
    ...desk,
    title: "VPN disconnects every hour",
    category: "network",
    serviceId: "vpn",
    ciIds: ["vpn-gateway-1"],
    teamId: "network",
    urgency: 2,
    weight: (week) => (week < 9 ? 5 : 0.4),
    atOnce: 0.5,
    days: [0, 2],
    solved: "Connected over TCP until the gateway is repaired.",
  },
  {
    ...desk,
    title: "Wi-Fi slow on floor 2",
    category: "network",
    ciIds: ["ap-2"],
    teamId: "network",
    weight: always(2),
    atOnce: 0.1,
    days: [1, 3],
    solved: "Channel changed.",
  },
  {
    ...desk,
    title: "Mail does not arrive",
    category: "software",
    serviceId: "mail",
    ciIds: ["mail-app"],
    teamId: "workplace",
    urgency: 2,
    weight: always(2),
    atOnce: 0.4,
    days: [0, 2],
    solved: "Released from quarantine.",
  },
  {
    ...desk,
    title: "Invoice run is slow",
    category: "software",
    serviceId: "erp",
    ciIds: ["erp-db-1"],
    teamId: "platform",
    impact: 2,
    urgency: 2,
    weight: (week) => (week % 4 === 3 ? 4 : 0.5),
    atOnce: 0,
    days: [0, 2],
    solved: "Started again after 18:00 in two halves.",
  },
  {
    ...shop,
    title: "Checkout answers with an error",
    ciIds: ["checkout"],
    impact: 1,
    urgency: 1,
    weight: (week) => (week === 5 ? 9 : 0.3),
    solved: "Release 6.0 rolled back to 5.9.",
  },
  {
    ...shop,
    title: "Customers cannot pay by card",
    ciIds: ["payment"],
    impact: 1,
    urgency: 2,
    weight: (week) => (week === 5 || week === 6 ? 5 : 0.6),
    solved: "Restarted, time-out to the provider raised.",
  },
  {
    ...shop,
    title: "Search finds nothing for new products",
    ciIds: ["shop-search", "search-index"],
    impact: 2,
    urgency: 3,
    weight: always(1.5),
    solved: "Index built anew.",
  },
  {
    ...shop,
    title: "Voucher is not accepted",
    ciIds: ["pricing"],
    impact: 3,
    urgency: 2,
    weight: always(2),
    solved: "Voucher's period corrected.",
  },
  {
    ...shop,
    title: "Orders stay without confirmation",
    teamId: "platform",
    ciIds: ["broker", "messages"],
    impact: 2,
    urgency: 1,
    weight: (week) => (week > 6 ? 2 : 0.5),
    solved: "Stuck consumer restarted, messages sent.",
  },
  {
    title: "Pickers' terminals lose the connection",
    category: "network",
    serviceId: "warehouse",
    ciIds: ["warehouse-app"],
    teamId: "network",
    impact: 2,
    urgency: 1,
    weight: always(1),
    atOnce: 0,
    days: [0, 1],
    solved: "Switch port reset.",
  },
];
