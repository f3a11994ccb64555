import type { Change } from "../../../services/change/change.ts";
import { decideException, requestException } from "../../../services/change/decisions/exception.ts";
import { mustBeFreeNow, mustBeScheduable } from "../../../services/change/decisions/freezes.ts";
import { storeImpact } from "../../../services/change/decisions/impact.ts";
import { freeze, impactOf, now, on, opened, through } from "./given.ts";
import { assessed, edited, said, started, submitted } from "./steps.ts";

const refused = (code: string) => expect.objectContaining({ code });
/** The change when configuration management has told which services depend on its CIs. */
const known = (change: Change, serviceIds: readonly string[], more: object = {}): Change =>
  through(change, (c) => storeImpact(c, 1, impactOf(c.ciIds, serviceIds, more)));
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
    ["of something else", { serviceIds: ["mail"], ciIds: ["mail-1"], teamIds: ["desk"] }],
    ["that exempts its type", { all: true, exemptTypes: ["normal"] }],
    ["that is over before it begins", { all: true, from: now, to: "2027-01-09T20:00:00.000Z" }],
  ])("%s does not", (_what, fields) => {
    const change = known(opened({ teamId: "network" }), ["vpn"]);
    expect(mustBeScheduable(change, frozen(fields))).toBeUndefined();
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

describe("a freeze of a service", () => {
  const erp = frozen({ serviceIds: ["erp"] });
  const held = (change: Change, freezes = erp) =>
    expect(() => mustBeScheduable(change, freezes)).toThrow(refused("rule_violation"));
  const free = (change: Change, freezes = erp) => expect(mustBeScheduable(change, freezes)).toBeUndefined();

  test("holds for a change of a CI that the service depends on, whatever service it names", () => {
    held(known(opened(), ["erp", "mail"]));
    held(known(opened({ serviceId: "mail" }), ["erp", "mail"]));
    held(opened({ serviceId: "vpn", ciIds: ["erp"] }));
    free(known(opened(), ["mail"]));
  });

  test("holds until it is known what depends on these very CIs, and says so", () => {
    const about = (change: Change) => {
      try {
        mustBeScheduable(change, erp);
        return undefined;
      } catch (error) {
        return (error as { violations: { message: string }[] }).violations[0]?.message;
      }
    };
    expect(about(opened())).toContain("not known yet");
    const others = { ...known(opened(), ["mail"]), ciIds: ["gateway-2"] };
    expect(about(others)).toContain("not known yet");
    expect(about(known(opened(), ["mail"], { serviceCount: 60 }))).toContain("not all services");
    const cut = { truncated: { reason: "time", detail: "", notFollowed: 1 } };
    expect(about(known(opened(), ["mail"], cut))).toContain("not all services");
  });

  test("holds for what names nothing, or only CIs that nobody knows", () => {
    held(opened({ ciIds: [] }));
    held(known(opened(), [], { unknownCiIds: ["gateway-1"] }));
    free(known(opened({ serviceId: "mail" }), [], { unknownCiIds: ["gateway-1"] }));
    free(opened({ ciIds: [], serviceId: "mail" }));
  });

  test("lets a service through only where all that the change is about is exempt", () => {
    const but = frozen({ all: true, exemptServiceIds: ["wiki"] });
    free(known(opened(), ["wiki"]), but);
    free(opened({ ciIds: [], serviceId: "wiki" }), but);
    held(known(opened({ serviceId: "wiki" }), ["wiki", "erp"]), but);
    held(opened({ serviceId: "wiki" }), but);
    held({ ...opened({ ciIds: [], serviceId: "wiki" }), type: "standard" }, but);
    free({ ...known(opened(), ["wiki"]), type: "standard" }, but);
  });
});

describe("a freeze of a team", () => {
  const network = frozen({ teamIds: ["network"] });

  test("holds for the change that the team does any part of, and for one that says of no team", () => {
    const scheduled = through(opened({ teamId: "network" }), submitted, assessed, said("boss"));
    const without = through(scheduled, edited({ teamId: null }));
    expect(without.state).toBe("scheduled");
    expect(() => through(without, started({ freezes: network }))).toThrow(refused("rule_violation"));
    const task = { id: "1", state: "open" as const, title: "Cable", kind: "implementation" as const };
    const shared = { ...opened({ teamId: "apps" }), tasks: [{ ...task, teamId: "network" }] };
    expect(() => mustBeScheduable(shared, network)).toThrow(refused("rule_violation"));
    expect(mustBeScheduable(opened({ teamId: "apps" }), network)).toBeUndefined();
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

  test("that is being decided is not asked for anew, so that no decision is wiped", () => {
    const asked = through(opened(), asking);
    expect(() => asking(asked)).toThrow(refused("illegal_transition"));
  });

  test("that is asked for once more is also for what the first was for", () => {
    const second = { ...frozen()[0], id: "CFZ0000002" } as ReturnType<typeof freeze>;
    const both = [...frozen(), second];
    const again = through(excepted(), (c) =>
      requestException.decide(c, { reason: "Both" }, on(c, { freezes: both })),
    );
    expect(again.exception).toMatchObject({ state: "asked", freezeIds: ["CFZ0000001", "CFZ0000002"] });
    expect(through(again, granting, started({ freezes: both })).state).toBe("implement");
  });

  test("is never granted by nobody", () => {
    const ask = (change: Change) => {
      const asked = { version: change.version, steps: [] };
      return requestException.decide(change, { reason: "Audit" }, on(change, { freezes: frozen(), asked }));
    };
    expect(() => through(opened(), ask)).toThrow(refused("rule_violation"));
  });

  test("is asked for only where a freeze stands in the way", () => {
    const ask = (change: Change) => requestException.decide(change, { reason: "Audit" }, on(change));
    expect(() => through(opened(), ask)).toThrow(refused("rule_violation"));
  });
});
