import { assign, take } from "../../../services/incident/decisions/assign.ts";
import { edit } from "../../../services/incident/decisions/edit.ts";
import {
  cancel,
  close,
  hold,
  reopen,
  resolve,
  start,
} from "../../../services/incident/decisions/progress.ts";
import { comment, note } from "../../../services/incident/decisions/talk.ts";
import { agent, caller, done, now, on, opened, types } from "./given.ts";

const later = "2026-03-04T09:00:00.000Z";
const solution = { code: "solved_permanently", text: "New cable" };
const resolved = () => done(opened(), resolve, solution, on(agent));
const closed = () => done(resolved(), close, {}, on(caller));

describe("assigning", () => {
  it("counts every change of team after opening", () => {
    const first = done(opened(), assign, { teamId: "desk" }, on(agent));
    const second = done(first, assign, { teamId: "network" }, on(agent));
    expect([first.reassignmentCount, second.reassignmentCount]).toEqual([1, 2]);
  });

  it("does not count another person of the same team", () => {
    const first = done(opened(), assign, { teamId: "desk", assigneeId: "a" }, on(agent));
    expect(done(first, assign, { assigneeId: "b" }, on(agent)).reassignmentCount).toBe(1);
  });

  it("leaves an incident unassigned in its new team", () => {
    const held = done(opened(), assign, { teamId: "desk", assigneeId: "a" }, on(agent));
    expect(done(held, assign, { teamId: "network" }, on(agent)).assigneeId).toBeUndefined();
  });

  it("leaves no restricted incident with nobody to work on it", () => {
    const held = done(opened(), assign, { teamId: "desk", assigneeId: "a" }, on(agent));
    const restricted = done(held, edit, { restricted: true }, on(agent));
    expect(restricted).toMatchObject({ teamId: "desk", assigneeId: "a" });
    expect(done(restricted, assign, { teamId: null }, on(agent)).teamId).toBe("service-desk");
    expect(done(opened(), edit, { restricted: true }, on(agent))).toMatchObject({
      teamId: "service-desk",
      reassignmentCount: 1,
    });
  });

  it("writes nothing when it changes nothing", () => {
    const held = done(opened(), assign, { teamId: "desk" }, on(agent));
    expect(assign.decide(held, { teamId: "desk" }, on(agent))).toEqual([]);
  });

  it("is not possible once closed", () => {
    expect(() => assign.decide(closed(), { teamId: "desk" }, on(agent))).toThrow(/not possible/);
  });

  it("takes what nobody has and begins to work", () => {
    const decision = take.decide(opened(), {}, on(agent));
    expect(types(decision)).toEqual(["IncidentAssigned", "IncidentStarted"]);
  });

  it("does not take what somebody has", () => {
    const taken = done(opened(), take, {}, on(agent));
    expect(() => take.decide(taken, {}, on(agent))).toThrow(/taken this already/);
  });
});

describe("holding", () => {
  const waiting = () => done(opened(), hold, { reason: "awaiting_caller" }, on(agent));

  it("goes on by itself when the caller answers", () => {
    const decision = comment.decide(waiting(), { text: "It is model X" }, on(caller));
    expect(types(decision)).toEqual(["IncidentCommented", "IncidentStarted"]);
    expect(done(waiting(), comment, { text: "Yes" }, on(caller))).toMatchObject({ state: "in_progress" });
  });

  it("keeps waiting when somebody else says something", () => {
    expect(done(waiting(), comment, { text: "Still there?" }, on(agent)).state).toBe("on_hold");
  });

  it("does not resume for the caller when it waits for a vendor", () => {
    const vendor = done(waiting(), hold, { reason: "awaiting_vendor" }, on(agent));
    expect(done(vendor, comment, { text: "Any news?" }, on(caller))).toMatchObject({ state: "on_hold" });
  });

  it("forgets its reason when work goes on", () => {
    expect(done(waiting(), start, {}, on(agent)).holdReason).toBeUndefined();
  });
});

describe("resolving and closing", () => {
  it("closes by itself five days after resolution", () => {
    expect(resolved().autoCloseAt).toBe("2026-03-07T09:00:00.000Z");
  });

  it.each([
    ["a comment", comment, { text: "Thanks" }],
    ["a note", note, { text: "Called back" }],
    ["a correction", edit, { category: "network" }],
  ])("starts the wait anew after %s", (_what, command, body) => {
    expect(done(resolved(), command as typeof note, body, on(agent, later)).autoCloseAt).toBe(
      "2026-03-09T09:00:00.000Z",
    );
  });

  it("needs a resolution where there was none", () => {
    expect(() => close.decide(opened(), {}, on(agent))).toThrow(/not valid/);
    expect(done(opened(), close, { resolution: solution }, on(agent))).toMatchObject({ state: "closed" });
  });

  it("lets the caller confirm, but not close what is not resolved", () => {
    expect(closed()).toMatchObject({ state: "closed", closedAt: now });
    expect(() => close.decide(opened(), { resolution: solution }, on(caller))).toThrow();
  });

  it("is one entry in the history whatever else the form changed", () => {
    const also = { category: "network", teamId: "desk", assigneeId: "agent", impact: 1 };
    const body = resolve.body.parse({ ...solution, also });
    const decision = resolve.decide(opened(), body, on(agent));
    expect(types(decision)).toEqual(["IncidentResolved"]);
    expect(decision[0]?.changes).toMatchObject({ teamId: "desk", priority: 3, state: "resolved" });
  });
});

describe("reopening", () => {
  it("is counted and forgets the resolution", () => {
    const again = done(resolved(), reopen, { reason: "Same error" }, on(caller));
    expect(again).toMatchObject({ state: "in_progress", reopenCount: 1 });
    expect([again.resolution, again.autoCloseAt]).toEqual([undefined, undefined]);
  });

  it("of a closed one is for agents, within the time the desk allows", () => {
    const body = reopen.body.parse({ reason: "Again" });
    expect(() => reopen.decide(closed(), body, on(caller))).toThrow();
    expect(reopen.decide(closed(), body, on(agent, later))).toHaveLength(1);
    expect(() => reopen.decide(closed(), body, on(agent, "2026-05-01T09:00:00.000Z"))).toThrow(/30 days/);
  });
});

describe("cancelling and editing", () => {
  it("lets the caller withdraw only what nobody has begun", () => {
    const body = cancel.body.parse({ reason: "Works again" });
    expect(cancel.decide(opened(), body, on(caller))).toHaveLength(1);
    const begun = done(opened(), start, {}, on(agent));
    expect(() => cancel.decide(begun, body, on(caller))).toThrow();
  });

  it("recomputes priority and target when impact changes", () => {
    const before = opened({ impact: 3, urgency: 1 });
    const urgent = done(before, edit, { impact: 1 }, on(agent));
    expect([before.priority, urgent.priority]).toEqual([3, 1]);
    expect(Date.parse(String(urgent.targetAt))).toBeLessThan(Date.parse(String(before.targetAt)));
  });

  it("removes a field that is set to null", () => {
    expect(
      done(opened({ category: "network" }), edit, { category: null }, on(agent)).category,
    ).toBeUndefined();
  });

  it("refuses an incident as its own parent", () => {
    expect(() => edit.decide(opened(), { parentId: "INC0000001" }, on(agent))).toThrow(/not valid/);
  });
});
