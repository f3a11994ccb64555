import type { Change } from "../../../services/change/change.ts";
import { decideException, requestException } from "../../../services/change/decisions/exception.ts";
import { mustBeFreeNow, mustBeScheduable } from "../../../services/change/decisions/freezes.ts";
import { freeze, now, on, opened, through } from "./given.ts";
import { assessed, edited, said, started, submitted } from "./steps.ts";

const refused = (code: string) => expect.objectContaining({ code });
const within = { from: "2027-01-09T21:00:00.000Z", to: "2027-01-09T23:00:00.000Z" };
const frozen = (fields: object = { all: true }) => [freeze({ ...within, ...fields })];
const asking = (change: Change) =>
  requestException.decide(change, { reason: "Audit" }, on(change, { freezes: frozen() }));
const granting = (change: Change) =>
  decideException(change, { personId: "boss", roles: [], verdict: "approve", channel: "api" }, on(change));

describe("a freeze", () => {
  test.each([
    ["everything", { all: true }],
    ["its service", { serviceIds: ["vpn"] }],
    ["one of its CIs", { ciIds: ["gateway-1"] }],
    ["its team", { teamIds: ["network"] }],
  ])("of %s keeps a change from being scheduled in it", (_what, fields) => {
    const change = opened({ serviceId: "vpn", teamId: "network" });
    expect(() => mustBeScheduable(change, frozen(fields))).toThrow(refused("rule_violation"));
  });

  test.each([
    ["of something else", { serviceIds: ["mail"] }],
    ["that exempts its type", { all: true, exemptTypes: ["normal"] }],
    ["that is over before it begins", { all: true, from: now, to: "2027-01-09T20:00:00.000Z" }],
  ])("%s does not", (_what, fields) => {
    expect(mustBeScheduable(opened(), frozen(fields))).toBeUndefined();
  });

  test("comes again by its rule", () => {
    const recurrence = {
      rule: "FREQ=MONTHLY;BYMONTHDAY=9",
      start: "2026-12-09T22:00",
      timeZone: "Europe/Oslo",
      durationMinutes: 60,
    };
    const [monthly] = [freeze({ all: true, recurrence })];
    expect(() => mustBeScheduable(opened(), monthly ? [monthly] : [])).toThrow(refused("rule_violation"));
    const shorter = opened({ plannedEnd: "2027-01-09T21:00:00Z" });
    expect(mustBeScheduable(shorter, monthly ? [monthly] : [])).toBeUndefined();
  });

  test("that was made after a change was authorised keeps it from beginning", () => {
    const change = through(opened(), submitted, assessed, said("boss"));
    const freezes = frozen();
    expect(() => through(change, started({ freezes }))).toThrow(refused("rule_violation"));
    expect(() => mustBeFreeNow(change, freezes, within.from)).toThrow(refused("rule_violation"));
    expect(mustBeFreeNow({ ...change, plannedEnd: now }, freezes, now)).toBeUndefined();
  });
});

describe("an exception", () => {
  const excepted = () => through(opened(), submitted, assessed, said("boss"), asking, granting);

  test("lets the change begin in the freezes that people saw", () => {
    expect(excepted().exception).toMatchObject({ state: "granted", freezeIds: ["CFZ0000001"] });
    expect(through(excepted(), started({ freezes: frozen() })).state).toBe("implement");
  });

  test("is not for another freeze, nor for another window", () => {
    const other = [{ ...frozen()[0], id: "CFZ0000002" } as ReturnType<typeof freeze>];
    expect(() => through(excepted(), started({ freezes: other }))).toThrow(refused("rule_violation"));
    const moved = through(excepted(), edited({ plannedEnd: "2027-01-09T23:30:00.000Z" }));
    expect(moved.exception?.state).toBe("void");
  });

  test("is asked for only where a freeze stands in the way", () => {
    const ask = (change: Change) => requestException.decide(change, { reason: "Audit" }, on(change));
    expect(() => through(opened(), ask)).toThrow(refused("rule_violation"));
  });
});
