import {
  ask,
  askIfDue,
  cancelDeparture,
  startDeparture,
  takeAnswer,
} from "../../../services/organization/decisions/departure.ts";
import { isNamedIn, leaveTeam } from "../../../services/organization/decisions/leave-team.ts";
import {
  type Departure,
  DepartureFields,
  type Holder,
  holders,
} from "../../../services/organization/departure.ts";
import type { Team } from "../../../services/organization/team.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";

const start = "2026-03-02T10:00:00.000Z";
const lastAt = "2026-03-20T16:00:00.000Z";
const fields: DepartureFields = { personId: "eve", kind: "leaves", lastAt, leaveTeamIds: [] };
const applied = (departure: Departure, decision: Decision<Departure>): Departure =>
  Object.assign({}, departure, ...decision.map(({ changes }) => changes));
const types = (decision: Decision<Departure>) => decision.map(({ event }) => event.type);
const started = (at = start) => applied({} as Departure, startDeparture("DEP0000001", fields, at));

const answer = (
  departure: Departure,
  holder: Holder,
  count: number,
  now: string,
  round = departure.round,
) => {
  const holdings = Array.from({ length: count }, (_, at) => ({ kind: "thing", id: `T${at}` }));
  const report = { caseId: departure.id, personId: "eve", round, count, holdings };
  return takeAnswer(departure, holder, report, now);
};
const allAnswer = (departure: Departure, count: number, now: string): Departure =>
  holders.reduce((before, holder) => applied(before, answer(before, holder, count, now)), departure);

describe("a departure", () => {
  it("asks every day, and when the person is gone", () => {
    const departure = started();
    expect(departure.nextAskAt).toBe("2026-03-03T10:00:00.000Z");
    expect(askIfDue(departure, "2026-03-03T09:59:59.000Z")).toEqual([]);
    const again = applied(departure, askIfDue(departure, "2026-03-20T10:00:00.000Z"));
    expect(again).toMatchObject({ round: 2, nextAskAt: lastAt });
  });

  it("ends when nothing refers to the person, seen twice after the last day, and not before", () => {
    const after = "2026-03-20T16:05:00.000Z";
    const early = allAnswer(started(), 0, start);
    expect(early).toMatchObject({ state: "open", isClear: false });
    const first = allAnswer(applied(early, ask(early, after)), 0, after);
    expect(first).toMatchObject({ state: "open", isClear: true, nextAskAt: "2026-03-20T16:07:00.000Z" });
    const second = allAnswer(applied(first, askIfDue(first, "2026-03-20T16:10:00.000Z")), 0, after);
    expect(second).toMatchObject({ state: "done", finishedAt: after });
    expect(second.nextAskAt).toBeUndefined();
  });

  it("starts looking twice anew when something turns up between the looks", () => {
    const after = "2026-03-20T16:05:00.000Z";
    const clear = allAnswer(started(after), 0, after);
    const again = applied(clear, ask(clear, after));
    const found = applied(again, answer(again, "incident", 1, after));
    const rest = applied(found, answer(found, "asset", 0, after));
    const all = applied(rest, answer(rest, "organization", 0, after));
    expect(all).toMatchObject({ state: "open", isClear: false });
  });

  it("goes on while one service has not answered the latest question", () => {
    const after = "2026-03-20T16:05:00.000Z";
    const clear = allAnswer(started(after), 0, after);
    const again = applied(clear, ask(clear, after));
    const two = ["asset", "organization"] as const;
    const partly = two.reduce((before, holder) => applied(before, answer(before, holder, 0, after)), again);
    expect(partly.state).toBe("open");
  });

  it("takes each answer once, and none that is older than one it has", () => {
    const departure = started();
    const known = applied(departure, answer(departure, "asset", 2, start));
    expect(answer(known, "asset", 2, start)).toEqual([]);
    const later = applied(known, ask(known, start));
    const newer = applied(later, answer(later, "asset", 1, start));
    expect(answer(newer, "asset", 2, start, 1)).toEqual([]);
    expect(newer.answers).toMatchObject([{ holder: "asset", round: 2, count: 1 }]);
  });

  it("that was cancelled asks no more and hears no more", () => {
    const cancelled = applied(started(), cancelDeparture(started()));
    expect(askIfDue(cancelled, "2030-01-01T00:00:00.000Z")).toEqual([]);
    expect(types(answer(cancelled, "asset", 0, start))).toEqual([]);
    expect(() => ask(cancelled, start)).toThrow(expect.objectContaining({ code: "illegal_transition" }));
  });

  it("of somebody who moves says which teams they leave, and of a leaver none", () => {
    const begin = (more: Partial<DepartureFields>) => () =>
      startDeparture("DEP0000001", { ...fields, ...more }, start);
    const refused = expect.objectContaining({ code: "invalid_input" });
    expect(begin({ kind: "moves" })).toThrow(refused);
    expect(begin({ kind: "moves", leaveTeamIds: ["desk"] })()).toHaveLength(1);
    expect(begin({ leaveTeamIds: ["desk"] })).toThrow(refused);
    expect(DepartureFields.safeParse({ ...fields, handOverTo: "eve" }).success).toBe(false);
  });
});

describe("a team that somebody leaves", () => {
  const team = {
    id: "desk",
    version: 1,
    createdAt: start,
    updatedAt: start,
    state: "active",
    name: "Desk",
    leadId: "eve",
    members: [
      { personId: "eve", absent: false },
      { personId: "ann", absent: true },
    ],
  } as Team;

  it("names them no more, and is led by who takes over or by nobody", () => {
    const led = (to: string | undefined): Team =>
      Object.assign({}, team, ...leaveTeam(team, "eve", to).map(({ changes }) => changes));
    expect(led("ann")).toMatchObject({ leadId: "ann", members: [{ personId: "ann", absent: true }] });
    expect(led(undefined).leadId).toBeUndefined();
    expect(isNamedIn(led("ann"), "eve")).toBe(false);
    expect(leaveTeam(led("ann"), "eve", "ann")).toEqual([]);
  });
});
