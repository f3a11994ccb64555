import { edit } from "../../../services/incident/decisions/edit.ts";
import { close, hold, reopen, resolve, start } from "../../../services/incident/decisions/progress.ts";
import type { Incident } from "../../../services/incident/incident.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { at, doing, ended, fourHours, hours, opened, policy, swept, under } from "./given-clocks.ts";

test("an incident is due by its agreement, and by the settings where none promises a resolution", () => {
  expect(opened(fourHours)).toMatchObject({ targetAt: at(240), nextPointAt: at(120) });
  const inner = under(policy("OLA1", hours(1), { internal: true }));
  expect(opened(inner).targetAt).toBe(opened(under()).targetAt);
});

test("of several agreements the earliest due time counts; each runs on its own", () => {
  const two = opened(under(policy("SLA1", hours(4)), policy("SLA2", hours(2))));
  expect(two.targetAt).toBe(at(120));
  expect(two.serviceLevels?.map(({ agreementId, dueAt }) => [agreementId, dueAt])).toEqual([
    ["SLA1", at(240)],
    ["SLA2", at(120)],
  ]);
});

test("what began earlier has been running since", () => {
  const told = opened(fourHours, { openedAt: at(-60) });
  expect([told.openedAt, told.targetAt]).toEqual([at(-60), at(180)]);
  const done = opened(fourHours, { openedAt: at(-300), begin: { state: "resolved", ...ended } });
  expect(done.serviceLevels).toMatchObject([{ state: "stopped", breached: true }]);
});

test.each([at(1), "1999-12-31T23:59:59Z"])("an incident cannot have begun at %s", (openedAt) => {
  expect(() => opened(fourHours, { openedAt })).toThrow(Refusal);
});

test("a sweep tells of what fell, once, does what the agreement wants, and says that time did it", () => {
  const late = swept(opened(fourHours), 300, fourHours);
  expect(late.types).toEqual([
    "ServiceLevelWarning",
    "ServiceLevelBreached",
    "IncidentAssigned",
    "IncidentUpdated",
  ]);
  expect(new Set(late.actors)).toEqual(new Set(["service:incident"]));
  expect(late.incident).toMatchObject({ teamId: "network", urgency: 2 });
  expect(late.incident.nextPointAt).toBeUndefined();
  expect(swept(late.incident, 301, fourHours).types).toEqual([]);
});

test("who acts before the sweep comes finds it told; the decision's own event is the last", () => {
  const { types, actors, incident } = doing(opened(fourHours), 130, fourHours, start, {});
  expect(types).toEqual(["ServiceLevelWarning", "IncidentStarted"]);
  expect(actors).toEqual(["service:incident", undefined]);
  expect(swept(incident, 131, fourHours).types).toEqual([]);
});

test("who resolves late, before the sweep comes, does not lose the incident to another team", () => {
  const { types, incident } = doing(opened(fourHours), 241, fourHours, resolve, ended);
  expect(types).toEqual(["ServiceLevelWarning", "ServiceLevelBreached", "IncidentResolved"]);
  expect(incident.teamId).not.toBe("network");
  expect(incident.serviceLevels).toMatchObject([{ state: "stopped", breached: true }]);
});

test("while paused there is no due time, nothing to tell, and an end to it moves the rest", () => {
  const held = doing(opened(fourHours), 60, fourHours, hold, { reason: "awaiting_caller" }).incident;
  expect([held.targetAt, held.nextPointAt]).toEqual([undefined, undefined]);
  expect(swept(held, 100_000, fourHours).types).toEqual([]);
  expect(doing(held, 1000, fourHours, start, {}).incident.targetAt).toBe(at(1180));
});

test("deciding nothing writes nothing, even when there is something to tell", () => {
  expect(doing(opened(fourHours), 130, fourHours, edit, { title: "No mail" }).types).toEqual([]);
});

test("another priority is measured by its own agreement from the beginning; coming back repeats nothing", () => {
  const byPriority = (longer: number) =>
    under(
      policy("SLA1", hours(1), { where: { priority: [3] } }),
      policy("SLA2", hours(longer), { where: { priority: [5] } }),
    );
  const terms = byPriority(9);
  const first = swept(opened(terms, { impact: 3, urgency: 1 }), 70, terms);
  expect(first.types).toEqual(["ServiceLevelBreached"]);
  const lower = doing(first.incident, 80, terms, edit, { urgency: 3 }).incident;
  expect([lower.targetAt, lower.serviceLevels?.[0]?.breached]).toEqual([at(540), false]);
  const back = doing(lower, 90, terms, edit, { urgency: 1 });
  expect(back.incident.serviceLevels).toMatchObject([{ agreementId: "SLA1", breached: true }]);
  expect(swept(back.incident, 100, terms).types).toEqual([]);
});

test("new terms move an open incident; what falls anew under them is told anew", () => {
  const breached = swept(
    opened(under(policy("SLA1", hours(1)))),
    61,
    under(policy("SLA1", hours(1))),
  ).incident;
  const longer = under(policy("SLA1", hours(2), {}, 2));
  const moved = swept(breached, 70, longer);
  expect(moved.types).toEqual(["ServiceLevelsChanged"]);
  expect(moved.incident.targetAt).toBe(at(120));
  expect(swept(moved.incident, 121, longer).types).toEqual(["ServiceLevelBreached"]);
});

test("settled clocks of what is done stay as they were when terms change, until it is reopened", () => {
  const done = doing(opened(fourHours), 60, fourHours, resolve, ended).incident;
  const stricter = under(policy("SLA1", { target: { amount: 5, unit: "minutes" } }, {}, 2));
  expect(swept(done, 70, stricter).types).toEqual([]);
  const closed = doing(done, 80, stricter, close, {}).incident;
  expect(closed.serviceLevels).toEqual(done.serviceLevels);
  const again = doing(closed, 90, stricter, reopen, { reason: "Still no mail" }).incident;
  expect(again.serviceLevels).toMatchObject([{ agreementVersion: 2, breached: true, state: "running" }]);
});

test("no agreement any more: the settings say when it is due again", () => {
  const { incident } = swept(opened(fourHours), 10, under());
  expect([incident.serviceLevels, incident.targetAt]).toEqual([undefined, opened(under()).targetAt]);
});

test("a sweep that is late to look at what was written meanwhile changes nothing", () => {
  const later = swept(opened(fourHours), 121, fourHours).incident;
  expect(swept(later, 119, fourHours).types).toEqual([]);
});

test("the table may give the keys of an object in another order: that is no change", () => {
  const incident = opened(fourHours);
  const turned = incident.serviceLevels?.map((level) =>
    Object.fromEntries(Object.entries(level).toReversed()),
  );
  expect(swept({ ...incident, serviceLevels: turned } as Incident, 1, fourHours).types).toEqual([]);
});
