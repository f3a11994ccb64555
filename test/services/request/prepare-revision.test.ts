import type { TeamSnapshot } from "../../../services/organization/events.ts";
import type { RequestContext } from "../../../services/request/context.ts";
import { prepareRevision } from "../../../services/request/prepare-revision.ts";
import type { RequestItem } from "../../../services/request/request-item.ts";
import { SettingsFields } from "../../../services/request/settings.ts";
import { actor, approvedBy, fieldsOf, placed, wanted } from "./given.ts";

const form = (...sizes: string[]) => ({
  sections: [
    {
      key: "s",
      title: "S",
      fields: [
        {
          key: "size",
          label: "Size",
          type: "choice",
          required: true,
          choices: sizes.map((value) => ({ value, label: value })),
        },
      ],
    },
  ],
});
const team = (id: string, leadId: string, ...people: string[]) =>
  ({ id, name: id, leadId, members: people.map((personId) => ({ personId })) }) as unknown as TeamSnapshot;

const laptop = fieldsOf({
  price: { amount: 100, currency: "EUR" },
  mostQuantity: 3,
  form: form("small", "large"),
  approvals: [
    { name: "Lead", approvers: [{ kind: "manager" }] },
    { name: "Cost", approvers: [{ kind: "person", id: "kim" }], when: { costAtLeast: 200 } },
  ],
});
const kit = fieldsOf({
  name: "Kit",
  form: form("small", "large", "none"),
  approvals: [{ name: "Lead", approvers: [{ kind: "manager" }] }],
  bundle: [
    {
      key: "laptop",
      catalogItemId: "CIT0000001",
      answers: [{ field: "size", from: "size" }],
      when: { field: "size", isNot: ["none"] },
    },
  ],
});

const answers = { size: "small" };
const order = placed([wanted({ fields: laptop, answers, steps: approvedBy("max") })]);
const bundle = placed([
  wanted({ catalogItemId: "CIT0000002", fields: kit, answers, steps: approvedBy("max") }),
  wanted({ fields: laptop, answers, parent: 0 }),
]);

/** What is looked up: editions of the two items, teams, settings, and what is stored of an order. */
const circumstances = ({ request, items }: typeof order, audience: object = {}): RequestContext =>
  ({
    teams: async () => [team("sales", "max", "eve"), team("finance", "max", "emil")],
    settings: async () => SettingsFields.parse({}),
    known: { known: async () => new Map() },
    wholeCatalog: {
      parts: async (named: { id: string; name: string }[]) =>
        named.map(({ id, name }) => ({
          ...{ id, name },
          value: id === "CIT0000001" ? fieldsOf({ ...laptop, audience }) : kit,
        })),
    },
    stored: {
      requests: { read: async () => new Map([[request.id, request]]) },
      items: { read: async () => new Map(items.map((item) => [item.id, item])) },
    },
  }) as unknown as RequestContext;

const own = order.items[0] as RequestItem;
const prepared = (revision: object, who = "eve", of: RequestItem = own, audience?: object) =>
  prepareRevision(of, revision, actor(who), circumstances(of === own ? order : bundle, audience));
const stepsOf = async (revision: object, who?: string) =>
  (await prepared(revision, who)).wanted.get(own.id)?.steps.map(({ name }) => name);

test("what is not said stays, and who approves it is found by the new price", async () => {
  const { wanted: all, barred } = await prepared({ quantity: 2 });
  expect(all.get(own.id)).toMatchObject({ quantity: 2, answers, cost: { price: { amount: 200 } } });
  expect(barred).toEqual(["eve"]);
  expect(await stepsOf({ quantity: 2 })).toEqual(["Lead", "Cost"]);
  expect(await stepsOf({ answers: { size: "large" } })).toEqual(["Lead"]);
});

test("it is checked as an order is: by the form, by how many may be had, and by for whom it is", async () => {
  const refused = async (...of: Parameters<typeof prepared>) => prepared(...of).catch((error) => error);
  expect((await refused({ answers: { size: "huge" } })).violations[0].path).toBe("body.answers.size");
  expect((await refused({ answers: {} })).code).toBe("invalid_input");
  expect((await refused({ quantity: 4 })).violations[0].message).toBe("At most 3");
  expect((await refused({ quantity: 2 }, "eve", own, { teamIds: ["finance"] })).code).toBe("rule_violation");
  expect(await prepared({ quantity: 2 }, "eve", own, { teamIds: ["sales"] })).toBeDefined();
});

test("who has nothing to do with it does not change it, and who changes it for others does not approve it", async () => {
  await expect(prepared({ quantity: 2 }, "max")).rejects.toThrow("Only who asked");
  const ann = actor("ann", ["request:work"]);
  const { barred } = await prepareRevision(own, { quantity: 2 }, ann, circumstances(order));
  expect(barred).toEqual(["eve", "ann"]);
});

test("the parts of a bundle follow its answers, unless others would come with it", async () => {
  const whole = bundle.items[0] as RequestItem;
  const { wanted: all } = await prepared({ answers: { size: "large" } }, "eve", whole);
  expect(all.get("RITM0000002")).toMatchObject({ answers: { size: "large" }, steps: [] });
  await expect(prepared({ answers: { size: "none" } }, "eve", whole)).rejects.toMatchObject({
    violations: [{ path: "body.answers" }],
  });
});

test("all pieces of a request must still fit one transaction", async () => {
  const fields = fieldsOf({
    mostQuantity: 10,
    fulfilment: [{ kind: "reserve_asset", key: "a", title: "A", modelId: "MDL0000001" }],
  });
  const approved = { fields, steps: approvedBy("max") };
  const three = placed([10, 10, 1].map((quantity) => wanted({ ...approved, quantity })));
  const context = {
    ...circumstances(three),
    wholeCatalog: { parts: async (named: object[]) => named.map((each) => ({ ...each, value: fields })) },
  } as unknown as RequestContext;
  const to = (quantity: number) =>
    prepareRevision(three.items[2] as RequestItem, { quantity }, actor("eve"), context);
  expect((await to(3)).wanted.get("RITM0000003")?.quantity).toBe(3);
  await expect(to(4)).rejects.toMatchObject({ violations: [{ path: "body.quantity" }] });
  await expect(to(11)).rejects.toMatchObject({ violations: [{ message: "At most 10" }] });
});
