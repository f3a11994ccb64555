import { costOf, totalOf } from "../../../services/request/decisions/price.ts";
import { answerStep, taskOfErrand } from "../../../services/request/decisions/steps.ts";
import { tryAgain } from "../../../services/request/decisions/take-up.ts";
import { letTasksPass } from "../../../services/request/decisions/tasks-pass.ts";
import type { RequestItem } from "../../../services/request/request-item.ts";
import { nextAfter } from "../../../services/request/schedule.ts";
import { monthsBetween } from "../../../services/request/scores.ts";
import { beginStanding, giveBack, returned, type Standing } from "../../../services/request/standing.ts";
import { answerSurvey, askSatisfaction, type Survey } from "../../../services/request/survey.ts";
import type { RequestTask } from "../../../services/request/task.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { decided, fieldsOf, now, placed, wanted } from "./given.ts";

const applied = <R>(record: R, decision: Decision<R>): R =>
  Object.assign({}, record, ...decision.map(({ changes }) => changes));

const call = (more: object = {}) => ({ kind: "event", key: "call", title: "Call", name: "x", ...more });
const withStep = (...steps: object[]) => placed([wanted({ fields: fieldsOf({ fulfilment: steps }) })]);
const taskOf = (order: ReturnType<typeof withStep>, at = 0): RequestTask =>
  order.items[0]?.tasks[at] as RequestTask;

describe("a step that does itself", () => {
  const errandId = "SCTASK0000001-1.1";
  const answer = (order: ReturnType<typeof withStep>, more: object) =>
    decided(order, 0, (item) => answerStep(item, { errandId, outcome: "done", ...more }, now, "robot"));

  test("begins and is asked for as soon as it may, and is done when it is answered", () => {
    const order = withStep(call());
    expect(taskOf(order)).toMatchObject({ state: "in_progress", attempt: 1, asked: 1 });
    const done = answer(order, { recordId: "AST0000001", text: "There" });
    expect(taskOf(done)).toMatchObject({ state: "complete", recordId: "AST0000001", endedBy: "robot" });
    expect(done.request.state).toBe("complete");
    expect(taskOfErrand(errandId)).toEqual({ taskId: "SCTASK0000001-1", attempt: 1 });
  });

  test("hears nothing of another attempt, and nothing twice", () => {
    const order = withStep(call(), { kind: "manual", key: "b", title: "B" });
    expect(answer(order, { errandId: "SCTASK0000001-1.2" })).toEqual(order);
    const done = answer(order, {});
    expect(answer(done, { outcome: "failed" })).toEqual(done);
  });

  test("that fails is a task for people, who do it or let it do itself again", () => {
    const failed = answer(withStep(call()), { outcome: "failed", text: "Nobody there" });
    expect(taskOf(failed)).toMatchObject({ state: "open", failure: "Nobody there" });
    const again = decided(failed, 0, (item) => tryAgain(item, taskOf(failed), now));
    expect(taskOf(again)).toMatchObject({ state: "in_progress", attempt: 2, asked: 2 });
    expect(taskOf(again).failure).toBeUndefined();
  });

  test("that may be tried again is, three times, and then is for people", () => {
    let order = withStep(call());
    for (const [attempt, wait] of [1, 5, 20].entries()) {
      const outcome = { errandId: `SCTASK0000001-1.${attempt + 1}`, outcome: "try_again" };
      order = answer(order, outcome);
      const { tryAt = "" } = taskOf(order);
      expect(Date.parse(tryAt) - Date.parse(now)).toBe(wait * 60_000);
      order = decided(order, 0, (item) => letTasksPass(item, tryAt));
      expect(taskOf(order)).toMatchObject({ attempt: attempt + 2, asked: attempt + 2 });
    }
    expect(taskOf(answer(order, { errandId: "SCTASK0000001-1.4", outcome: "try_again" })).state).toBe("open");
  });

  test("that takes too long is told of once, and given to people", () => {
    const order = withStep(call({ hours: 1 }));
    const late = new Date(Date.parse(now) + 3_600_000).toISOString();
    expect(letTasksPass(order.items[0] as RequestItem, now)).toEqual([]);
    const stuck = decided(order, 0, (item) => letTasksPass(item, late));
    expect(taskOf(stuck)).toMatchObject({ state: "open", stuckSince: late });
    expect(letTasksPass(stuck.items[0] as RequestItem, late)).toEqual([]);
  });
});

test("what could not be done is taken up again, and what was left out for it waits again", () => {
  const order = withStep(
    { kind: "manual", key: "a", title: "A" },
    { kind: "manual", key: "b", title: "B", after: ["a"] },
    { kind: "manual", key: "c", title: "C" },
  );
  const [item] = order.items as [RequestItem];
  const failed = {
    ...item,
    tasks: item.tasks.map((task, at) => {
      if (at === 0) return { ...task, state: "incomplete" as const, endedAt: now, endedBy: "ann" };
      return at === 1 ? { ...task, state: "skipped" as const, endedAt: now } : task;
    }),
  };
  const again = applied(failed, tryAgain(failed, failed.tasks[0] as RequestTask, now));
  expect(again.tasks.map(({ state }) => state)).toEqual(["open", "waiting", "open"]);
  expect(() => tryAgain(item, item.tasks[0] as RequestTask, now)).toThrow(Refusal);
});

test("choices add to the price, times how many there are", () => {
  const fields = fieldsOf({
    price: { amount: 1000, currency: "EUR" },
    recurring: { amount: 10, currency: "EUR", every: "month" },
    form: {
      sections: [
        {
          key: "s",
          title: "S",
          fields: [
            {
              key: "extras",
              label: "Extras",
              type: "choices",
              choices: [
                { value: "a", label: "A", price: 200 },
                { value: "b", label: "B", price: 50, recurring: 5 },
              ],
            },
          ],
        },
      ],
    },
  });
  const cost = costOf(fields, { extras: ["a", "b"] }, 3);
  expect(cost.price).toEqual({ amount: 3750, currency: "EUR" });
  expect(cost.recurring).toEqual({ amount: 45, currency: "EUR", every: "month" });
  expect(totalOf([cost.price, undefined, { amount: 1, currency: "EUR" }])).toEqual({
    amount: 3751,
    currency: "EUR",
  });
  expect(totalOf([cost.price, { amount: 1, currency: "NOK" }])).toBeUndefined();
});

test("what somebody got they hold, until an item that gives it back is done", () => {
  const [item] = placed([wanted({ fields: fieldsOf({ standing: "access" }) })]).items as [RequestItem];
  const held = applied(
    { id: "STE0000001" } as Standing,
    beginStanding({ id: "STE0000001", kind: "access" }, item, now),
  );
  expect(held).toMatchObject({ state: "held", personId: "eve", kind: "access" });
  const returning = applied(held, giveBack(held));
  expect(() => giveBack(returning)).toThrow(Refusal);
  expect(applied(returning, returned(returning, false, now)).state).toBe("held");
  const ended = applied(returning, returned(returning, true, now));
  expect(ended.state).toBe("ended");
  expect(returned(ended, false, now)).toEqual([]);
});

test("somebody is asked once, and a low score waits for somebody", () => {
  const asked = { personId: "eve", about: { kind: "request" as const, id: "REQ0000001" } };
  const survey = applied({ id: "CSA-REQ0000001" } as Survey, askSatisfaction("CSA-REQ0000001", asked, now));
  const on = { lowScore: 2, followUp: { ownerId: "max", dueAt: now }, now };
  expect(applied(survey, answerSurvey(survey, { score: 1 }, on))).toMatchObject(on.followUp);
  expect(applied(survey, answerSurvey(survey, { score: 5 }, on)).ownerId).toBeUndefined();
  const states = [1, 2, 3, 5].map((score) => applied(survey, answerSurvey(survey, { score }, on)).state);
  expect(states).toEqual(["low", "low", "answered", "answered"]);
  const answered = applied(survey, answerSurvey(survey, { score: 5 }, on));
  expect(() => answerSurvey(answered, { score: 1 }, on)).toThrow(Refusal);
});

test("what comes again comes at the same time by the clock on the wall, and what comes once is over then", () => {
  const recurrence = {
    rule: "FREQ=DAILY",
    start: "2026-03-27T08:00",
    timeZone: "Europe/Oslo",
    durationMinutes: 30,
  };
  expect(nextAfter({ recurrence }, "2026-03-28T07:00:00.000Z")).toBe("2026-03-29T06:00:00.000Z");
  expect(nextAfter({ recurrence }, "2026-03-27T06:59:00.000Z")).toBe("2026-03-27T07:00:00.000Z");
  expect(nextAfter({ at: now }, now)).toBeUndefined();
  expect(monthsBetween("2026-11", "2027-02")).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"]);
});
