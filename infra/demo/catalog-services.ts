import { choice, date, type Known, manager, manual, owner, section, text } from "./catalog-words.ts";

/** Access, and what has to do with people, of the demo's catalog. */
export const catalogServices = ({ categories }: Known) => ({
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
    icon: "envelope",
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
      { kind: "wait", key: "last_day", title: "Until their last day", untilField: "last" },
      manual("closed", "See that nothing is left open", { after: ["departure", "last_day"] }),
    ],
  },
  mover: {
    name: "Somebody changes teams",
    summary: "New accesses, and none of the old ones that are not needed any more",
    categoryId: categories.people,
    icon: "arrows",
    form: section(
      { key: "who", label: "Who?", type: "reference", of: "person", required: true },
      { key: "team", label: "To which team?", type: "reference", of: "team", required: true },
      date("from", "From when on?"),
    ),
    approvals: [manager],
    fulfilment: [
      { kind: "wait", key: "day", title: "Until that day", untilField: "from" },
      manual("remove", "Remove what the old team had", { after: ["day"] }),
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
