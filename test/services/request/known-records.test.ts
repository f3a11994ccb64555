import { inWorkingDays } from "../../../services/request/decisions/in-working-days.ts";
import { linkRequest } from "../../../services/request/decisions/talk.ts";
import { convertRequest } from "../../../services/request/endpoints/convert-request.ts";
import { type KnownRecord, knownId } from "../../../services/request/known.ts";
import { placeOrder } from "../../../services/request/place-order.ts";
import { SettingsFields } from "../../../services/request/settings.ts";
import { CalendarTerms } from "../../../shared/time/calendar.ts";
import { compileCalendar } from "../../../shared/time/compile-calendar.ts";
import { placed } from "./given.ts";
import { type Desk, desk, linesOf, refusalOf, who } from "./given-desk.ts";

let the: Desk;
const eve = who("eve");
const reference = (key: string, of: string) => ({ key, label: key, type: "reference", of });
const form = {
  sections: [
    {
      key: "s",
      title: "S",
      fields: [
        reference("application", "ci"),
        reference("colleague", "person"),
        reference("model", "asset_model"),
        reference("team", "team"),
        { key: "name", label: "Name", type: "text", required: true, prefill: "person.name" },
      ],
    },
  ],
};
const approvals = (approver: object) => [{ name: "Step", approvers: [approver] }];
let item: string;

const know = (kind: Parameters<typeof knownId>[0], id: string, record: KnownRecord, sequence = 1) =>
  the.as(who("ada")).known.keep({ subject: knownId(kind, id), sequence }, record);
beforeAll(async () => {
  the = await desk();
  await know("ci", "CI0000001", { name: "CRM", ownerId: "olga" });
  await know("ci", "CI0000002", { name: "ERP", teamId: "sales" });
  await know("ci", "CI0000003", { name: "Old", isHidden: true });
  await know("asset_model", "MDL0000001", { name: "Laptop" });
  await know("board", "CAB0000001", { name: "Board", memberIds: ["chad", "nora", "eve"] });
  await know("person", "eve", { name: "Eve Adams" });
  item = await the.offer({ form, approvals: approvals({ kind: "owner", of: "application" }) });
});
afterAll(() => the.stop());

/** Who asks for something only for people that somebody has named or has in a team. */
const strictly = (person: typeof eve) => {
  const context = the.as(person);
  const rules = SettingsFields.parse({ knownPeopleOnly: true });
  return { ...context, settings: async () => ({ ...(await context.settings()), ...rules }) };
};

const order = (answers: object, catalogItemId = item, context = the.as(eve)) =>
  placeOrder(linesOf(catalogItemId, answers), eve, context);
const seats = async (answers: object, catalogItemId = item) => {
  const { items } = await order(answers, catalogItemId);
  const { approval, answers: kept } = await the.as(eve).items.get(items[0]?.id ?? "");
  return {
    people: approval?.steps.flatMap((step) => step.seats.map((seat) => seat.personId ?? seat.role)),
    kept,
  };
};

test("the owner of the application that is named approves, by its record, or who leads its team", async () => {
  expect(await seats({ application: "CI0000001" })).toMatchObject({ people: ["olga"] });
  expect(await seats({ application: "CI0000002" })).toMatchObject({ people: ["max"] });
  expect(await seats({})).toMatchObject({ people: ["admin"] });
});

test("a board approves as all of its members who may", async () => {
  const byBoard = await the.offer({ approvals: approvals({ kind: "board", id: "CAB0000001" }) });
  expect((await seats({}, byBoard)).people).toEqual(["chad", "nora"]);
});

test("the owner of the service approves what belongs to it", async () => {
  const fields = { serviceId: "CI0000001", approvals: approvals({ kind: "owner", of: "service" }) };
  expect((await seats({}, await the.offer(fields))).people).toEqual(["olga"]);
});

test("choices from records are of records that are there, whoever sends them", async () => {
  const wrong = { application: "CI0000009", colleague: "nobody", model: "MDL0000009", team: "none" };
  const refused = await refusalOf(order(wrong, item, strictly(eve)));
  expect(refused.code).toBe("invalid_input");
  expect(refused.violations.map(({ path }) => path).toSorted()).toEqual(
    Object.keys(wrong)
      .map((key) => `body.lines.0.answers.${key}`)
      .toSorted(),
  );
  expect((await refusalOf(order({ application: "CI0000003" }))).code).toBe("invalid_input");
  const right = { application: "CI0000001", colleague: "emil", model: "MDL0000001", team: "sales" };
  expect(await order(right)).toMatchObject({ state: "awaiting_approval" });
});

test("a form begins with the name of the person it is for", async () => {
  expect((await seats({ application: "CI0000001" })).kept).toMatchObject({ name: "Eve Adams" });
});

test("somebody whom nobody knows is ordered for, unless the rules forbid it", async () => {
  const plain = { ...linesOf(await the.offer({})), requestedFor: "no-such-person" };
  expect(await placeOrder(plain, eve, the.as(eve))).toMatchObject({ requestedFor: "no-such-person" });
  const refused = await refusalOf(placeOrder(plain, eve, strictly(eve)));
  expect(refused.violations).toMatchObject([{ path: "body.requestedFor" }]);
});

test("a request that becomes an incident says what was answered, and knows the incident by its number", async () => {
  const { id } = await order({ application: "CI0000001" });
  const ann = who("ann", ["agent", "asset-manager"]);
  await convertRequest.handle(
    { params: { requestId: id }, body: { to: "incident" }, actor: ann } as never,
    the.as(ann),
  );
  const entries = (await the.as(ann).requests.history(id, { limit: 25 })).items;
  const told = entries.find(({ type }) => type === "RequestConverted");
  expect(told?.data.description).toContain("- Name: Eve Adams");
  const { request } = placed([]);
  const link = { kind: "incident", id: "INC0000001" };
  const [linked] = linkRequest(request, link);
  expect(linked?.changes).toEqual({ links: [link] });
  expect(linkRequest({ ...request, links: [link] }, link)).toEqual([]);
});

test("what is usually there in so many days is expected after as many working days, by the calendar that is meant", () => {
  const friday = "2026-03-06T09:00:00.000Z";
  expect(inWorkingDays(1, friday)).toBe("2026-03-09T09:00:00.000Z");
  expect(inWorkingDays(5, friday)).toBe("2026-03-13T09:00:00.000Z");
  expect(inWorkingDays(undefined, friday)).toBeUndefined();
  const hours = [["08:00", "16:00"]];
  const sundays = compileCalendar(CalendarTerms.parse({ timeZone: "UTC", week: { sun: hours } }));
  expect(inWorkingDays(1, friday, sundays)).toBe("2026-03-15T08:00:00.000Z");
});
