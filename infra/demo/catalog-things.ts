import { choice, cost, euro, type Known, manager, manual, section, text } from "./catalog-words.ts";

const hardware = (modelId: string) => [
  { kind: "reserve_asset", key: "reserve", title: "Reserve one from stock", modelId },
  manual("build", "Install and label it", { after: ["reserve"], hours: 16 }),
  { kind: "hand_over_asset", key: "hand", title: "Hand it over", after: ["build"] },
];

/** Things and software of the demo's catalog. */
export const catalogThings = ({ categories, laptop, screen, office }: Known) => ({
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
});
