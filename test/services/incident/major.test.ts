import { viewIncident, viewIncidentEntry } from "../../../services/incident/access.ts";
import {
  acceptMajor,
  demoteMajor,
  mitigateMajor,
  proposeMajor,
  rejectMajor,
} from "../../../services/incident/decisions/major.ts";
import {
  announceUpdatesDue,
  nextUpdateDueAt,
  noteOnTimeline,
  planMajor,
  updateStakeholders,
} from "../../../services/incident/decisions/major-communication.ts";
import { merge } from "../../../services/incident/decisions/merge.ts";
import { cancel, close, resolve } from "../../../services/incident/decisions/progress.ts";
import { addAction, changeAction, review } from "../../../services/incident/decisions/review.ts";
import { comment } from "../../../services/incident/decisions/talk.ts";
import type { Incident } from "../../../services/incident/incident.ts";
import { defaultMajorSettings } from "../../../services/incident/major-settings.ts";
import { incidentRecords } from "../../../services/incident/table.ts";
import { momentsOf } from "../../../services/incident/timeline.ts";
import type { HistoryEntry } from "../../../shared/dynamo/record.ts";
import { agent, applied, caller, done, now, on, opened, person, types } from "./given.ts";

const manager = person("manager", ["employee", "major-incident-manager"]);
const at = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();
const reason = { reason: "Nobody can work" };
const by = (minutes = 0) => ({ ...on(manager, at(minutes)), majorSettings: defaultMajorSettings });
const solved = { code: "solved", text: "Restarted" };
const reviewed = { summary: "A certificate ran out", causes: ["Nobody watched it"], isComplete: true };

const proposed = () => done(opened(), proposeMajor, reason, on(agent));
const accepted = () => done(proposed(), acceptMajor, {}, by());
const resolved = () => done(accepted(), resolve, solved, on(agent));
const code = (expected: string) => expect.objectContaining({ code: expected });

describe("a major incident", () => {
  it("is proposed, then accepted or rejected; an accepted one may be demoted, any of them proposed again", () => {
    expect(proposed().majorState).toBe("proposed");
    expect(accepted()).toMatchObject({
      majorState: "accepted",
      major: { managerId: "manager", phase: "communication" },
    });
    const rejected = done(proposed(), rejectMajor, reason, by());
    const demoted = done(accepted(), demoteMajor, reason, by());
    for (const each of [rejected, demoted])
      expect(done(each, proposeMajor, reason, on(agent)).majorState).toBe("proposed");
    expect(() => done(opened(), acceptMajor, {}, by())).toThrow(code("illegal_transition"));
    expect(() => done(rejected, demoteMajor, reason, by())).toThrow(code("illegal_transition"));
    expect(() => done(resolved(), proposeMajor, reason, by())).toThrow(code("illegal_transition"));
  });

  it("may be proposed and accepted when it is resolved already, and then waits for its review", () => {
    const solvedFast = done(opened(), resolve, solved, on(agent));
    expect(solvedFast.autoCloseAt).toBeDefined();
    const late = done(done(solvedFast, proposeMajor, reason, on(agent)), acceptMajor, {}, by());
    expect(late).toMatchObject({ state: "resolved", majorState: "accepted", major: { phase: "review" } });
    expect(late.autoCloseAt).toBeUndefined();
    expect(done(late, review, reviewed, on(agent)).autoCloseAt).toBeDefined();
    expect(incidentRecords.indexes?.(late).majors).toMatchObject({ partition: "accepted" });
    const closed = done(solvedFast, close, {}, on(agent));
    expect(() => done(closed, proposeMajor, reason, on(agent))).toThrow(code("illegal_transition"));
  });

  it("is told to somebody, or to all of its plan: not to nobody", () => {
    const body = (groups?: readonly string[]) => updateStakeholders.body.safeParse({ text: "Hi", groups });
    expect([body(), body(["callers"]), body([])].map(({ success }) => success)).toEqual([true, true, false]);
  });

  it("stays when duplicates are merged", () => {
    expect(() =>
      merge(accepted(), { ...opened(), id: "INC0000002" }, { into: "INC0000002" }, on(agent)),
    ).toThrow(code("rule_violation"));
  });

  it("tells once for each group that it should have heard something, and again after the next silence", () => {
    const major = accepted();
    expect(nextUpdateDueAt(major)).toBe(at(30));
    const due = announceUpdatesDue(major, at(61));
    expect(types(due)).toEqual(["MajorIncidentUpdateDue", "MajorIncidentUpdateDue"]);
    const told = applied(major, due);
    expect(announceUpdatesDue(told, at(600))).toEqual([]);
    expect(nextUpdateDueAt(told)).toBeUndefined();
    const heard = done(told, updateStakeholders, { text: "Still on it" }, on(agent, at(70)));
    expect(nextUpdateDueAt(heard)).toBe(at(100));
    expect(announceUpdatesDue(heard, at(99))).toEqual([]);
  });

  it("expects no updates once resolved, and goes on expecting them after reopening", () => {
    expect(nextUpdateDueAt(resolved())).toBeUndefined();
  });

  it("keeps the time a group last heard something when the plan changes", () => {
    const plan = [{ group: "callers", audience: "callers", channel: "chat", everyMinutes: 20 }];
    const changed = done(accepted(), planMajor, { plan }, on(agent, at(10)));
    expect(nextUpdateDueAt(changed)).toBe(at(20));
  });

  it("does not tell again of a time that it told of when the plan says the same once more", () => {
    const plan = [{ group: "callers", audience: "callers", channel: "portal", everyMinutes: 20 }];
    const major = done(accepted(), planMajor, { plan }, on(agent, at(10)));
    const told = applied(major, announceUpdatesDue(major, at(21)));
    const again = done(told, planMajor, { plan }, on(agent, at(22)));
    expect(announceUpdatesDue(again, at(23))).toEqual([]);
    const [line] = plan.map((each) => ({ ...each, everyMinutes: 22 }));
    const other = done(told, planMajor, { plan: [line] }, on(agent, at(22)));
    expect(types(announceUpdatesDue(other, at(23)))).toEqual(["MajorIncidentUpdateDue"]);
  });

  it("refuses an update to a group that is not in the plan", () => {
    expect(() => done(accepted(), updateStakeholders, { text: "Hi", groups: ["nobody"] }, on(agent))).toThrow(
      code("invalid_input"),
    );
  });

  it("waits for its review: no closing by itself, by hand or by cancelling, whatever happens in between", () => {
    const waiting = resolved();
    expect(waiting.autoCloseAt).toBeUndefined();
    expect(done(waiting, comment, { text: "Thanks" }, on(caller)).autoCloseAt).toBeUndefined();
    expect(() => done(waiting, close, {}, on(agent))).toThrow(code("rule_violation"));
    expect(() => done(accepted(), cancel, reason, on(agent))).toThrow(code("rule_violation"));
    const finished = done(waiting, review, reviewed, on(agent));
    expect(finished.autoCloseAt).toBeDefined();
    expect(done(finished, close, {}, on(agent)).state).toBe("closed");
    expect(done(waiting, demoteMajor, reason, by()).autoCloseAt).toBeDefined();
  });

  it("is reviewed in drafts, complete only after the resolution", () => {
    expect(() => done(accepted(), review, reviewed, on(agent))).toThrow(code("illegal_transition"));
    const draft = done(accepted(), review, { summary: "So far" }, on(agent));
    expect(draft.major?.review?.completedAt).toBeUndefined();
  });

  it("tracks the review's actions to their end, also after closing", () => {
    const fields = { title: "Watch certificates", ownerId: "agent", dueAt: at(9000) };
    const one = done(accepted(), addAction, fields, on(agent));
    const over: Incident = { ...one, state: "closed" };
    const finished = done(over, changeAction, { actionId: "1", isDone: true }, on(agent, at(5)));
    expect(finished.major?.actions).toEqual([{ id: "1", ...fields, doneAt: at(5) }]);
    expect(changeAction.decide(finished, { actionId: "1", isDone: true }, on(agent))).toEqual([]);
    expect(() => done(one, changeAction, { actionId: "7" }, on(agent))).toThrow(code("invalid_input"));
  });
});

describe("what callers see of a major incident", () => {
  const entry = (type: string, data: Record<string, unknown>): HistoryEntry => ({
    type,
    meta: {
      eventId: "",
      occurredAt: now,
      actor: { id: "agent" },
      subject: "INC0000001",
      sequence: 2,
      correlationId: "",
    },
    data,
    changes: {},
  });

  it("is neither the plan nor the review", () => {
    const seen = JSON.stringify(
      viewIncident(caller, done(accepted(), review, { summary: "canary" }, on(agent))),
    );
    expect(seen).not.toContain("major");
    expect(seen).not.toContain("canary");
  });

  it.each([
    ["callers", true],
    ["stakeholders", false],
  ])("of updates for %s: %s", (audience, isSeen) => {
    const seen = viewIncidentEntry(
      caller,
      accepted(),
      entry("MajorIncidentUpdated", { audience, text: "Hello" }),
    );
    expect(seen !== undefined).toBe(isSeen);
  });

  it.each([
    "MajorIncidentProposed",
    "MajorIncidentAccepted",
    "IncidentTimelineNoted",
    "PostIncidentReviewed",
  ])("never %s", (type) => {
    expect(viewIncidentEntry(caller, accepted(), entry(type, { text: "canary" }))).toBeUndefined();
  });

  it("publishes no text of a restricted one", () => {
    const restricted = { ...opened({ restricted: true }), teamId: "desk" };
    const decision = [
      ...proposeMajor.decide(restricted, { reason: "canary" }, on(agent)),
      ...noteOnTimeline.decide(restricted, { at: now, text: "canary" }, on(agent)),
      ...mitigateMajor.decide({ ...accepted(), restricted: true }, { text: "canary" }, on(agent)),
    ];
    expect(JSON.stringify(decision.map(({ event, data }) => event.data.parse(data)))).not.toContain("canary");
  });

  it("shows moments in the order they took place, those added later with their own time", () => {
    const later = entry("IncidentTimelineNoted", { at: at(-30), text: "Alarm rang" });
    const moments = momentsOf([entry("IncidentOpened", {}), entry("IncidentNoted", { text: "x" }), later]);
    expect(moments.map(({ what }) => what)).toEqual(["noted", "reported"]);
    expect(() => noteOnTimeline.decide(opened(), { at: at(5), text: "Soon" }, on(agent))).toThrow(
      code("invalid_input"),
    );
  });
});
