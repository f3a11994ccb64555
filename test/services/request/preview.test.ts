import * as z from "zod";
import type { TeamSnapshot } from "../../../services/organization/events.ts";
import type { RequestContext } from "../../../services/request/context.ts";
import { previewCatalogItem } from "../../../services/request/endpoints/preview-catalog-item.ts";
import { SettingsFields } from "../../../services/request/settings.ts";
import { actor, fieldsOf } from "./given.ts";

const cable = fieldsOf({ name: "Cable", price: { amount: 500, currency: "EUR" } });
const context = {
  teams: async () => [
    { id: "sales", name: "Sales", leadId: "max", members: [{ personId: "eve" }] } as unknown as TeamSnapshot,
  ],
  settings: async () => SettingsFields.parse({}),
  known: { known: async () => new Map() },
  wholeCatalog: {
    present: async (ids: string[]) => new Map(ids.map((id) => [id, { id, offer: { edition: 1 } }])),
    parts: async (wanted: { id: string; name: string }[]) =>
      wanted.map((each) => ({ ...each, value: cable })),
  },
} as unknown as RequestContext;

const laptop = {
  name: "Laptop",
  price: { amount: 100_000, currency: "EUR" },
  audience: { teamIds: ["sales"] },
  form: {
    sections: [
      {
        key: "what",
        title: "Which?",
        fields: [
          {
            key: "memory",
            label: "Memory",
            type: "choice",
            required: true,
            choices: [
              { value: "16", label: "16 GB" },
              { value: "64", label: "64 GB", price: 50_000 },
            ],
          },
        ],
      },
    ],
  },
  approvals: [
    { name: "Lead", approvers: [{ kind: "manager" }] },
    { name: "Cost", approvers: [{ kind: "person", id: "kim" }], when: { costAtLeast: 140_000 } },
  ],
  bundle: [{ key: "cable", catalogItemId: "CIT0000009", when: { field: "memory", is: ["64"] } }],
};

type Tried = { readonly item?: object; readonly answers?: object; readonly requestedFor?: string };

const tried = ({ item = {}, ...order }: Tried) => {
  const body = (previewCatalogItem.body as z.ZodType).parse({ item: { ...laptop, ...item }, ...order });
  return previewCatalogItem.handle({ body, actor: actor("ann") } as never, context) as Promise<
    Record<string, unknown>
  >;
};

test("what is only being written is priced, completed and approved as an order of it would be", async () => {
  const checked = await tried({ answers: { memory: "64" }, requestedFor: "eve" });
  expect(checked).toMatchObject({
    isValid: true,
    price: { amount: 150_500, currency: "EUR" },
    approvals: [
      { step: "Lead", who: ["max"] },
      { step: "Cost", who: ["kim"] },
    ],
  });
  expect(checked.items).toMatchObject([{ name: "Laptop" }, { name: "Cable", quantity: 1 }]);
});

test("who writes it need not be of its audience, whom it is tried for must be", async () => {
  expect(await tried({ answers: { memory: "16" } })).toMatchObject({ isValid: true });
  const refused = await tried({ answers: { memory: "16" }, requestedFor: "emil" });
  expect(refused).toMatchObject({ isValid: false, violations: [{ path: "body.catalogItemId" }] });
});

test("faults of the definition are named at their places, and so are those of the answers", async () => {
  const senseless = { fulfilment: [{ kind: "allocate_seat", key: "seat", title: "Give a seat" }] };
  expect(await tried({ item: senseless })).toMatchObject({
    isValid: false,
    violations: [{ path: "body.item.fulfilment.0.modelId" }],
  });
  expect(await tried({ answers: { memory: "8" } })).toMatchObject({
    violations: [{ path: "body.answers.memory", message: "Not one of the choices" }],
  });
  expect(await tried({ item: { approvals: [] }, answers: { memory: "16" } })).toMatchObject({
    approvals: [],
  });
  expect(() => tried({ item: { summary: "Where it stands is not asked" } })).toThrow(z.ZodError);
});
