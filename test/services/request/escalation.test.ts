import type { TeamSnapshot } from "../../../services/organization/events.ts";
import { decide } from "../../../services/request/decisions/approve.ts";
import {
  handOverApproval,
  handOverTasks,
  hasTasksOf,
  waitsForDecisionOf,
} from "../../../services/request/decisions/depart.ts";
import { escalate } from "../../../services/request/decisions/escalate.ts";
import type { Order } from "../../../services/request/decisions/settle.ts";
import { answerStep } from "../../../services/request/decisions/steps.ts";
import { tryAgain } from "../../../services/request/decisions/take-up.ts";
import { letTasksPass } from "../../../services/request/decisions/tasks-pass.ts";
import { itemEdges, scheduleEdges, surveyEdges, target } from "../../../services/request/edges.ts";
import type { RequestItem } from "../../../services/request/request-item.ts";
import type { Schedule } from "../../../services/request/schedule.ts";
import { retireSchedule } from "../../../services/request/schedule.ts";
import { SettingsFields } from "../../../services/request/settings.ts";
import type { Survey } from "../../../services/request/survey.ts";
import type { RequestTask } from "../../../services/request/task.ts";
import { approvedBy, decided, fieldsOf, now, placed, wanted } from "./given.ts";

const hour = 3_600_000;
const later = (hours: number) => new Date(Date.parse(now) + hours * hour).toISOString();
const team = (id: string, leadId: string | undefined, absent = false): TeamSnapshot => ({
  ...{ id, name: id, active: true, ...(leadId === undefined ? {} : { leadId }) },
  members: leadId === undefined ? [] : [{ personId: leadId, absent }],
});
const on = (...teams: TeamSnapshot[]) => ({ teams, settings: SettingsFields.parse({}), now });

const withStep = (step: object) =>
  placed([
    wanted({ fields: fieldsOf({ teamId: "network", fulfilment: [{ key: "s", title: "S", ...step }] }) }),
  ]);
const grant = { kind: "event", name: "grant" };
const itemOf = ({ items }: Order) => items[0] as RequestItem;
const taskOf = (order: Order) => itemOf(order).tasks[0] as RequestTask;
const failed = (order: Order) =>
  decided(order, 0, (item) =>
    answerStep(item, { errandId: "SCTASK0000001-1.1", outcome: "failed", text: "No" }, now, "robot"),
  );
const put = (order: Order, ...teams: TeamSnapshot[]) =>
  decided(order, 0, (item) => escalate(item, { taskId: taskOf(order).id, text: "No" }, on(...teams)));

test("a step that failed is put before the lead of those who have it, who find it among their own work", () => {
  const order = put(failed(withStep(grant)), team("network", "nia"));
  expect(taskOf(order).escalated).toEqual({ personId: "nia", at: now, why: "No" });
  const found = itemEdges(itemOf(order)).map((edge) => edge.target);
  expect(found).toEqual(expect.arrayContaining([target.team("network"), target.assignee("nia")]));
  expect(order.request.parties.people).toContain("nia");
});

test("what is named for it comes first, and somebody is there in the end", () => {
  const order = failed(withStep({ ...grant, escalateTo: "identity" }));
  const whom = (...teams: TeamSnapshot[]) => {
    const { at: _at, why: _why, ...rest } = taskOf(put(order, ...teams)).escalated ?? { at: "", why: "" };
    return rest;
  };
  expect(whom(team("identity", "ida"), team("network", "nia"))).toEqual({ personId: "ida" });
  expect(whom(team("identity", undefined), team("network", "nia"))).toEqual({ teamId: "identity" });
  expect(whom(team("identity", "ida", true))).toEqual({ teamId: "identity" });
  expect(whom(team("network", "nia"))).toEqual({ personId: "nia" });
  expect(whom(team("service-desk", "sam"))).toEqual({ personId: "sam" });
  expect(whom()).toEqual({ teamId: "service-desk" });
});

test("it is put before somebody once, until it is taken up again; what goes well, before nobody", () => {
  const order = put(failed(withStep(grant)), team("network", "nia"));
  expect(put(order, team("network", "zoe"))).toEqual(order);
  const again = decided(order, 0, (item) => tryAgain(item, taskOf(order), later(3)));
  expect(taskOf(again)).toMatchObject({ state: "in_progress", attempt: 2, dueAt: later(27) });
  expect(taskOf(again).escalated).toBeUndefined();
  expect(put(again, team("network", "nia"))).toEqual(again);
});

test.each([
  ["reserve_asset", { modelId: "MDL0000001" }, 1],
  ["call", { url: "https://example.com/grant" }, 24],
  ["event", { name: "grant" }, 24],
  ["open_change", { templateId: "CTP0000001" }, 14 * 24],
])("%s does not wait for ever: nobody need say how long it takes", (kind, more, hours) => {
  const order = withStep({ kind, ...more });
  const early = new Date(Date.parse(later(hours)) - 1).toISOString();
  expect(letTasksPass(itemOf(order), early)).toEqual([]);
  const stuck = decided(order, 0, (item) => letTasksPass(item, later(hours)));
  expect(taskOf(stuck)).toMatchObject({ state: "open", stuckSince: later(hours) });
});

const gone = (handOverTo?: string) => ({
  personId: "max",
  ...(handOverTo === undefined ? {} : { handOverTo }),
});
const always = () => true;

test("tasks of who is gone go to who takes over, or back to their team", () => {
  const order = placed([wanted({ fields: fieldsOf({ teamId: "network" }) })]);
  const item = itemOf(order);
  const theirs = { ...item, tasks: item.tasks.map((task) => ({ ...task, assigneeId: "max" })) };
  expect(hasTasksOf(theirs, gone(), always)).toBe(true);
  const to = (handOverTo?: string) =>
    handOverTasks(theirs, gone(handOverTo), always)[0]?.changes.tasks?.map(({ assigneeId }) => assigneeId);
  expect(to("kim")).toEqual(["kim"]);
  expect(to()).toEqual([undefined]);
  expect(handOverTasks(theirs, gone("kim"), (teamId) => teamId === "sales")).toEqual([]);
  expect(handOverTasks(item, gone("kim"), always)).toEqual([]);
});

test("decisions that wait for who is gone wait for somebody who is there", () => {
  const item = itemOf(placed([wanted({ steps: approvedBy("max", "ada") })]));
  const seatsAfter = (handOverTo?: string) => {
    const [told] = handOverApproval(item, gone(handOverTo), "admin");
    return told?.changes.approval?.steps.map((step) => step.seats.map((seat) => seat.personId ?? seat.role));
  };
  expect(waitsForDecisionOf(item, "max")).toBe(true);
  expect(seatsAfter("kim")).toEqual([["kim"], ["ada"]]);
  expect(seatsAfter()).toEqual([["admin"], ["ada"]]);
  // Who asked does not decide in their place.
  expect(seatsAfter("eve")).toEqual([["admin"], ["ada"]]);
  const [told] = handOverApproval(item, gone(), "admin");
  const handed = { ...item, ...told?.changes } as RequestItem;
  expect(waitsForDecisionOf(handed, "max")).toBe(false);
  const vote = { verdict: "approve", channel: "api", now } as const;
  expect(() => decide(handed, { ...vote, personId: "max", roles: [] })).toThrow();
  expect(decide(handed, { ...vote, personId: "alex", roles: ["admin"] })).not.toEqual([]);
});

test("schedules are found by whom they order for, and stop when they are retired", () => {
  const schedule = {
    ...{ id: "RSC0000001", version: 1, state: "active", ownerId: "max", name: "S", nextAt: now },
    order: { requestedFor: "emil", lines: [] },
  } as unknown as Schedule;
  expect(scheduleEdges(schedule).map((edge) => edge.target)).toEqual([target.scheduledFor("emil")]);
  const [told] = retireSchedule(schedule);
  const after = { ...schedule, ...told?.changes } as Schedule;
  expect(after).toMatchObject({ state: "retired", nextAt: undefined });
  expect(scheduleEdges(after)).toEqual([]);
});

test("a low score is found by who is to follow it up, first what is due first, until that is done", () => {
  const survey = { id: "CSA-REQ0000001", ownerId: "max", ownerTeamId: "desk", dueAt: now } as Survey;
  expect(surveyEdges({ ...survey, state: "low" })).toEqual([
    { index: "byTarget", target: target.followUp("max"), order: `${now}#${survey.id}` },
    { index: "byTarget", target: target.followUpOfTeam("desk"), order: `${now}#${survey.id}` },
  ]);
  expect(surveyEdges({ ...survey, state: "followed_up" })).toEqual([]);
});
