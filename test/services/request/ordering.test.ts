import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import * as fc from "fast-check";
import type * as z from "zod";
import { beginDraft, saveDraft } from "../../../services/request/decisions/draft.ts";
import { DraftFields } from "../../../services/request/draft.ts";
import { offersFor } from "../../../services/request/offered-item.ts";
import { placeOrder, withDraft } from "../../../services/request/place-order.ts";
import { scheduleEndpoints } from "../../../services/request/schedule-endpoints.ts";
import { orderScheduled } from "../../../services/request/schedules/order-scheduled.ts";
import { changeSettings, SettingsFields, settingsId } from "../../../services/request/settings.ts";
import { allOffers } from "../../../services/request/table.ts";
import { type Actor, serviceActor } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { now } from "./given.ts";
import { type Desk, desk, linesOf, refusalOf, who } from "./given-desk.ts";

let the: Desk;
const as = (actor: Actor) => the.as(actor);
/** Everything that is stored, as it is: an item that was written over would differ. */
const stored = async (): Promise<string> => {
  const { Items = [] } = await the.client.send(new ScanCommand({ TableName: the.table }));
  return JSON.stringify(Items.toSorted((a, b) => (`${a.pk} ${a.sk}` < `${b.pk} ${b.sk}` ? -1 : 1)));
};

let forSales: string;
let forAll: string;
beforeAll(async () => {
  the = await desk();
  forSales = await the.offer({ audience: { teamIds: ["sales"] } });
  forAll = await the.offer({ name: "For all", mostQuantity: 2 });
});
afterAll(() => the.stop());

const offeredTo = async (actor: Actor, requestedFor?: string) =>
  (
    await (
      await offersFor(requestedFor, as(actor))
    ).list({ index: "offered", partition: allOffers }, { limit: 25 })
  ).items.map(({ id }) => id);

test("who belongs to a team by the organization alone sees and orders what is for it", async () => {
  expect(await offeredTo(who("emil"))).toContain(forSales);
  expect(await offeredTo(who("kim"))).not.toContain(forSales);
  expect(await offeredTo(who("kim", [], ["sales"]))).toContain(forSales);
  const emil = who("emil");
  expect(await placeOrder(linesOf(forSales), emil, as(emil))).toMatchObject({ requestedFor: "emil" });
});

test("who may not have it finds and orders it for a colleague who may", async () => {
  const kim = who("kim");
  expect(await offeredTo(kim, "emil")).toContain(forSales);
  const order = { ...linesOf(forSales), requestedFor: "emil" };
  expect(await placeOrder(order, kim, as(kim))).toMatchObject({ requesterId: "kim", requestedFor: "emil" });
});

test("what is refused for whatever reason leaves the table as it was, its counters included", async () => {
  const wrong = fc.record({
    by: fc.constantFrom("kim", "ann"),
    requestedFor: fc.constantFrom("kim", "pia", "max"),
    quantity: fc.integer({ min: 1, max: 4 }),
    fault: fc.constantFrom("audience", "quantity", "answer", "unknown"),
    beside: fc.boolean(),
  });
  const before = await stored();
  await fc.assert(
    fc.asyncProperty(wrong, async ({ by, requestedFor, quantity, fault, beside }) => {
      const line = {
        audience: { catalogItemId: forSales, quantity: 1, answers: {} },
        quantity: { catalogItemId: forAll, quantity: quantity + 2, answers: {} },
        answer: { catalogItemId: forAll, quantity: 1, answers: { colour: "red" } },
        unknown: { catalogItemId: "CIT0000999", quantity: 1, answers: {} },
      }[fault];
      const good = { catalogItemId: forAll, quantity: 1, answers: {} };
      const actor = who(by, by === "ann" ? ["agent"] : []);
      const lines = beside ? [good, line] : [line];
      expect(await refusalOf(placeOrder({ lines, requestedFor }, actor, as(actor)))).toBeInstanceOf(Refusal);
    }),
    { numRuns: 40 },
  );
  expect(await stored()).toBe(before);
});

test("a draft is ordered as it was read: what is typed meanwhile is not ordered unseen", async () => {
  const eve = who("eve");
  const context = as(eve);
  const draft = await context.drafts.create((id) => beginDraft(id, linesOf(forAll), "eve"));
  await as(eve).drafts.update(draft.id, undefined, (seen) =>
    saveDraft(seen, DraftFields.parse({ lines: [{ catalogItemId: forAll, quantity: 2 }] })),
  );
  const order = () =>
    placeOrder(linesOf(forAll), eve, context, { draftId: draft.id, also: withDraft(draft, eve, context) });
  expect((await refusalOf(order())).code).toBe("version_conflict");
  expect(await context.drafts.get(draft.id)).toMatchObject({ state: "open" });
});

const create = scheduleEndpoints.find(
  ({ id }) => id === "createRequestSchedule",
) as (typeof scheduleEndpoints)[number];
const scheduled = (actor: Actor, fields: object) => {
  const body = (create.body as z.ZodType).parse({ name: "Soon", ...fields });
  return create.handle({ body, actor } as never, as(actor)) as Promise<{ id: string }>;
};
const pass = async (to: string): Promise<void> => {
  the.clock.at = to;
  await orderScheduled.handle({ deadline: Number.POSITIVE_INFINITY } as never, as(serviceActor("request")));
};

test("a schedule orders what its owner may have by their team, and for others as who fulfils requests may", async () => {
  the.clock.at = now;
  const emil = who("emil");
  const at = "2026-03-02T10:00:00.000Z";
  const own = await scheduled(emil, { at, order: linesOf(forSales) });
  await pass("2026-03-02T10:01:00.000Z");
  expect(await as(emil).schedules.get(own.id)).toMatchObject({
    lastRequestId: expect.stringMatching(/^REQ/),
  });
  const rules = SettingsFields.parse({ orderForOthers: "leads_and_agents" });
  await as(who("ada", ["admin"])).settingsRecord.update(settingsId, undefined, () => changeSettings(rules));
  const order = { ...linesOf(forAll), requestedFor: "emil" };
  const owners = [who("ann", ["agent"]), who("kim")];
  const said = await Promise.all(
    owners.map((actor) => scheduled(actor, { at: "2026-03-02T11:00:00.000Z", order })),
  );
  await pass("2026-03-02T11:01:00.000Z");
  const [byAgent, byOther] = await Promise.all(
    owners.map((actor, at) => as(actor).schedules.get(said[at]?.id ?? "")),
  );
  expect(byAgent?.lastRequestId).toMatch(/^REQ/);
  expect(byOther).toMatchObject({ failure: "Only who leads their team orders for somebody else" });
});

test("what would never be ordered is no schedule", async () => {
  the.clock.at = now;
  const past = scheduled(who("emil"), { at: "2026-03-01T10:00:00.000Z", order: linesOf(forAll) });
  expect((await refusalOf(past)).violations).toMatchObject([{ path: "body.at" }]);
  const over = {
    ...{
      rule: "FREQ=DAILY;UNTIL=20260210T080000",
      start: "2026-02-01T08:00",
      timeZone: "UTC",
      durationMinutes: 30,
    },
  };
  const never = scheduled(who("emil"), { recurrence: over, order: linesOf(forAll) });
  expect((await refusalOf(never)).violations).toMatchObject([{ path: "body.recurrence" }]);
});
