import type { Ask } from "./ask.ts";
import { catalogServices } from "./catalog-services.ts";
import { catalogThings } from "./catalog-things.ts";

const admin = "alex.admin";

type Listed = { readonly items: readonly { readonly id: string; readonly name: string }[] };
type Placed = { readonly id: string; readonly items: readonly { readonly id: string }[] };

/** What everybody gets on their first day, one after the other. */
const firstDay = ["account", "badge", "laptop", "monitor", "office", "vpn", "phone", "application"] as const;
const answers: Partial<Record<string, readonly object[]>> = {
  laptop: [
    { field: "memory", from: "memory" },
    { field: "keyboard", value: "no" },
  ],
  monitor: [{ field: "place", value: "desk" }],
  application: [
    { field: "application", value: "crm" },
    { field: "role", value: "read" },
  ],
};

const newStarter = (categoryId: string, ids: Readonly<Record<string, string>>) => ({
  name: "New starter",
  summary: "All that somebody needs on their first day, in one order",
  categoryId,
  icon: "star",
  keywords: ["onboarding", "first day"],
  deliveryDays: 10,
  form: {
    sections: [
      {
        key: "who",
        title: "Who begins?",
        fields: [
          { key: "start", label: "First day", type: "date", required: true },
          {
            key: "memory",
            label: "Laptop",
            type: "choice",
            default: "16",
            choices: [
              { value: "16", label: "The usual one" },
              { value: "32", label: "For drawings" },
            ],
          },
          { key: "phone", label: "Needs a phone", type: "boolean", default: true },
        ],
      },
    ],
  },
  approvals: [{ name: "Manager", approvers: [{ kind: "manager" }], remindHours: 24 }],
  fulfilment: [{ kind: "manual", key: "welcome", title: "Welcome them, and show them around" }],
  bundle: firstDay.map((key) => ({
    key,
    catalogItemId: ids[key],
    answers: answers[key] ?? [],
    ...(key === "account" || key === "badge" ? {} : { after: ["account"] }),
    ...(key === "phone" ? { when: { field: "phone", is: [true] } } : {}),
  })),
});

/** A catalog to choose from, and requests on their way: one waits for approval, one is being fulfilled, one is done. */
export const seedRequests = async (ask: Ask): Promise<void> => {
  const make = (path: string, body: unknown = {}) => ask(admin, "POST", `/api/${path}`, body);
  const shelf = async (name: string, icon: string) => (await make("catalog-categories", { name, icon })).id;
  const categories = {
    hardware: await shelf("Hardware", "laptop"),
    software: await shelf("Software", "apps"),
    access: await shelf("Access", "key"),
    people: await shelf("People", "person"),
  };
  const models = (await ask("amy.asset", "GET", "/api/asset-models?limit=100")) as unknown as Listed;
  const model = (name: string) => models.items.find((each) => each.name === name)?.id ?? "";
  const known = {
    categories,
    laptop: model("Laptop 14"),
    screen: model("Screen 27"),
    office: model("Office"),
  };
  const ids: Record<string, string> = {};
  const publish = async (key: string, fields: object) => {
    const { id } = await make("catalog-items", { teamId: "service-desk", ...fields });
    await make(`catalog-items/${id}/publish`);
    ids[key] = id;
  };
  for (const [key, fields] of Object.entries({ ...catalogThings(known), ...catalogServices(known) }))
    await publish(key, fields);
  await publish("starter", newStarter(categories.people, ids));

  const order = async (who: string, key: string, said: object, more: object = {}) =>
    (await ask(who, "POST", "/api/requests", {
      lines: [{ catalogItemId: ids[key], answers: said }],
      ...more,
    })) as unknown as Placed;
  const complete = (itemId: string | undefined, taskId: string) =>
    ask("ada.service", "POST", `/api/request-items/${itemId}/tasks/complete`, { taskId });
  await order("emma.field", "laptop", { memory: "32", keyboard: "no" });
  const access = await order("noah.brooks", "vpn", {});
  await ask("nia.network", "POST", `/api/request-items/${access.items[0]?.id}/tasks/start`, { taskId: "1" });
  const question = await order("emma.field", "question", { question: "May I take my screen home?" });
  await complete(question.items[0]?.id, "1");
  await order(
    "noah.brooks",
    "monitor",
    { place: "home", address: "Parkveien 2" },
    { requestedFor: "emma.field" },
  );
  await ask("emma.field", "POST", "/api/request-drafts", {
    lines: [{ catalogItemId: ids.phone, answers: { keep: true } }],
  });
};
