const euro = (euros: number) => ({ amount: euros * 100, currency: "EUR" });

const section = (...fields: readonly object[]) => ({
  sections: [{ key: "about", title: "What do you need?", fields }],
});
const text = (key: string, label: string, more: object = {}) => ({ key, label, type: "text", ...more });
const choice = (
  key: string,
  label: string,
  choices: readonly (readonly [string, string, number?])[],
  more = {},
) => ({
  key,
  label,
  type: "choice",
  choices: choices.map(([value, words, price]) => ({
    value,
    label: words,
    ...(price === undefined ? {} : { price: price * 100 }),
  })),
  ...more,
});
const date = (key: string, label: string) => ({ key, label, type: "date" });

const manager = { name: "Manager", approvers: [{ kind: "manager" }], remindHours: 24, expiresHours: 336 };
const cost = {
  name: "Asset manager",
  approvers: [{ kind: "role", id: "asset-manager" }],
  remindHours: 24,
  when: { costAtLeast: 200_000 },
};
const owner = {
  name: "Owner of the application",
  approvers: [{ kind: "owner", of: "item" }],
  remindHours: 24,
};
const manual = (key: string, title: string, more: object = {}) => ({ kind: "manual", key, title, ...more });

/** What an item of the demo's catalog is made of: ids of what is there already. */
export type Known = {
  readonly categories: Readonly<Record<"hardware" | "software" | "access" | "people", string>>;
  readonly laptop: string;
  readonly screen: string;
  readonly office: string;
};

const hardware = (modelId: string) => [
  { kind: "reserve_asset", key: "reserve", title: "Reserve one from stock", modelId },
  manual("build", "Install and label it", { after: ["reserve"], hours: 16 }),
  { kind: "hand_over_asset", key: "hand", title: "Hand it over", after: ["build"] },
];

/** The demo company's catalog by name; bundles name the others in `infra/demo/requests.ts`. */
export const catalogItems = ({ categories, laptop, screen, office }: Known) => ({
  laptop: {
    name: "Laptop",
    summary: "A 14-inch laptop, installed with what everybody needs",
    categoryId: categories.hardware,
    icon: "laptop",
    keywords: ["computer", "notebook"],
    price: euro(1499),
    deliveryDays: 5,
    standing: "asset",
    form: section(
      choice(
        "memory",
        "Memory",
        [
          ["16", "16 GB"],
          ["32", "32 GB", 180],
          ["64", "64 GB", 520],
        ],
        { required: true, default: "16", help: "Drawings and models need 32 GB." },
      ),
      text("why", "What do you need so much for?", { when: { field: "memory", is: ["64"] }, required: true }),
      choice(
        "keyboard",
        "Keyboard",
        [
          ["no", "Norwegian"],
          ["en", "English"],
        ],
        { required: true, default: "no" },
      ),
    ),
    articles: { ids: [], query: "laptop slow" },
    approvals: [manager, cost],
    fulfilment: hardware(laptop),
  },
  monitor: {
    name: "Monitor",
    summary: "A 27-inch screen for the desk or for home",
    categoryId: categories.hardware,
    icon: "monitor",
    price: euro(299),
    deliveryDays: 3,
    standing: "asset",
    form: section(
      choice(
        "place",
        "Where is it for?",
        [
          ["desk", "My desk"],
          ["home", "At home"],
        ],
        { required: true },
      ),
      text("address", "Address", { when: { field: "place", is: ["home"] }, required: true }),
    ),
    approvals: [manager],
    autoApprove: [
      { reason: "One screen for the desk is standard", when: { answers: { field: "place", is: ["desk"] } } },
    ],
    fulfilment: hardware(screen),
  },
  phone: {
    name: "Mobile phone",
    summary: "A phone with a company subscription",
    categoryId: categories.hardware,
    icon: "phone",
    price: euro(449),
    recurring: { ...euro(19), every: "month" },
    deliveryDays: 7,
    standing: "other",
    form: section(
      { key: "keep", label: "Do you keep your number?", type: "boolean", default: false },
      text("number", "Which number?", {
        when: { field: "keep", is: [true] },
        required: true,
        pattern: { regex: "^\\+?[0-9 ]{8,16}$", message: "A number such as +47 400 00 000" },
      }),
    ),
    approvals: [manager],
    fulfilment: [manual("buy", "Order the phone"), manual("sim", "Activate the number", { after: ["buy"] })],
  },
  office: {
    name: "Office suite",
    summary: "Writing, tables and slides: one seat of our licence",
    categoryId: categories.software,
    icon: "apps",
    recurring: { ...euro(11), every: "month" },
    deliveryDays: 1,
    standing: "software",
    approvals: [],
    fulfilment: [{ kind: "allocate_seat", key: "seat", title: "Give a seat", modelId: office }],
  },
  application: {
    name: "Access to an application",
    summary: "To read, or to work in it",
    categoryId: categories.access,
    icon: "key",
    ownerId: "amy.asset",
    deliveryDays: 2,
    standing: "access",
    form: section(
      choice(
        "application",
        "Which one?",
        [
          ["erp", "ERP"],
          ["crm", "Customers (CRM)"],
          ["hr", "Personnel"],
        ],
        { required: true },
      ),
      choice(
        "role",
        "What for?",
        [
          ["read", "To read"],
          ["write", "To work in it"],
          ["admin", "To administer it"],
        ],
        { required: true, default: "read" },
      ),
      { key: "reason", label: "Why?", type: "long_text", requiredWhen: { field: "role", isNot: ["read"] } },
    ),
    approvals: [manager, { ...owner, when: { answers: { field: "role", isNot: ["read"] } } }],
    fulfilment: [manual("grant", "Add to the group", { hours: 8 })],
  },
  removal: {
    name: "Remove access",
    summary: "Somebody does not need an application any more",
    categoryId: categories.access,
    icon: "lock",
    deliveryDays: 1,
    form: section(
      text("application", "From which application?", { required: true }),
      date("from", "From when on?"),
    ),
    fulfilment: [manual("remove", "Remove from the group", { hours: 4 })],
  },
  mailbox: {
    name: "Shared mailbox",
    summary: "An address that several people read",
    categoryId: categories.access,
    icon: "mail",
    deliveryDays: 1,
    standing: "access",
    form: section(
      text("address", "Address", {
        required: true,
        help: "Before the @, such as invoices",
        pattern: { regex: "^[a-z][a-z0-9.-]{1,40}$", message: "Small letters, digits, dots and hyphens" },
      }),
      { key: "people", label: "Who reads it?", type: "long_text" },
    ),
    approvals: [manager],
    fulfilment: [
      manual("make", "Make the mailbox"),
      manual("members", "Add its readers", { after: ["make"] }),
    ],
  },
  vpn: {
    name: "VPN",
    summary: "Work from anywhere as if at your desk",
    categoryId: categories.access,
    icon: "globe",
    deliveryDays: 1,
    standing: "access",
    articles: { ids: [], query: "vpn connect" },
    fulfilment: [manual("grant", "Add to the VPN group", { teamId: "network", hours: 8 })],
  },
  account: {
    name: "Account",
    summary: "A name and a mailbox of one's own",
    categoryId: categories.people,
    icon: "person",
    deliveryDays: 1,
    standing: "access",
    fulfilment: [
      manual("account", "Make the account"),
      manual("mail", "Make the mailbox", { after: ["account"] }),
    ],
  },
  badge: {
    name: "Badge",
    summary: "Opens the doors",
    categoryId: categories.people,
    icon: "badge",
    deliveryDays: 2,
    standing: "other",
    fulfilment: [manual("badge", "Print the badge")],
  },
  leaver: {
    name: "Somebody leaves",
    summary: "We collect what they have, close what they could open, and hand over their work",
    categoryId: categories.people,
    icon: "door",
    form: section(
      { key: "who", label: "Who leaves?", type: "reference", of: "person", required: true },
      date("last", "Last day"),
      { key: "successor", label: "Who takes over?", type: "reference", of: "person" },
    ),
    fulfilment: [
      manual("departure", "Start the departure", {
        description: "It asks back by itself all that they hold.",
      }),
      manual("talk", "Agree on the day things are collected", { after: ["departure"] }),
    ],
  },
  mover: {
    name: "Somebody changes teams",
    summary: "New accesses, and none of the old ones that are not needed any more",
    categoryId: categories.people,
    icon: "arrows",
    form: section(
      { key: "who", label: "Who?", type: "reference", of: "person", required: true },
      text("team", "To which team?", { required: true }),
      date("from", "From when on?"),
    ),
    approvals: [manager],
    fulfilment: [
      manual("remove", "Remove what the old team had"),
      manual("grant", "Give what the new team has", { after: ["remove"] }),
    ],
  },
  question: {
    name: "A question",
    summary: "When nothing here is what you need",
    categoryId: categories.people,
    icon: "question",
    form: section({
      key: "question",
      label: "What would you like to know?",
      type: "long_text",
      required: true,
    }),
    fulfilment: [manual("answer", "Answer", { hours: 8 })],
  },
});
