import fc from "fast-check";
import { decide } from "../../../services/request/decisions/approve.ts";
import { cancelItem } from "../../../services/request/decisions/cancel.ts";
import { rollUpItems, rollUpTasks } from "../../../services/request/decisions/roll-up.ts";
import type { Order } from "../../../services/request/decisions/settle.ts";
import { completeTask, failTask, skipTask, startTask } from "../../../services/request/decisions/tasks.ts";
import { isOpenRequest } from "../../../services/request/request.ts";
import { requestItemLifecycle } from "../../../services/request/request-item.ts";
import { isOpenTask, isOverTask } from "../../../services/request/task.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { approvedBy, decided, fieldsOf, now, on, placed, wanted } from "./given.ts";

const states = requestItemLifecycle.states;

const vote = (order: Order, at: number, personId: string, verdict: "approve" | "reject" = "approve") =>
  decided(order, at, (item) => decide(item, { personId, roles: [], verdict, channel: "api", now }));
const worker = on("ann", ["request:work"]);
const doing = (order: Order, at: number, how: typeof completeTask, taskId: string) =>
  decided(order, at, (item) => how.decide(item, { taskId, outcome: "So it is" }, worker));

test("all complete is complete, anything incomplete is incomplete, all skipped is skipped", () => {
  const tasks = (...all: ("complete" | "incomplete" | "skipped" | "open")[]) =>
    rollUpTasks(all.map((state) => ({ state })));
  expect(tasks("complete", "complete")).toBe("complete");
  expect(tasks("complete", "skipped")).toBe("complete");
  expect(tasks("complete", "incomplete", "skipped")).toBe("incomplete");
  expect(tasks("skipped", "skipped")).toBe("skipped");
  expect(tasks("complete", "open")).toBeUndefined();
  expect(rollUpItems(["complete", "cancelled"])).toBe("complete");
  expect(rollUpItems(["complete", "rejected"])).toBe("incomplete");
  expect(rollUpItems(["cancelled", "skipped"])).toBe("skipped");
  expect(rollUpItems(["cancelled", "cancelled"])).toBe("cancelled");
  expect(rollUpItems(["cancelled", "rejected"])).toBe("rejected");
  expect(rollUpItems(["complete", "awaiting_approval"])).toBe("awaiting_approval");
});

test("the roll-up of a request does not mind the order of its items", () => {
  const shuffled = fc
    .array(fc.constantFrom(...states), { minLength: 1, maxLength: 12 })
    .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
  fc.assert(fc.property(shuffled, ([all, other]) => rollUpItems(all) === rollUpItems(other)));
});

/** Steps of which each comes after some of those before it. */
const plans = fc.array(fc.array(fc.nat(6), { maxLength: 3 }), { minLength: 1, maxLength: 6 }).map((all) =>
  all.map((before, at) => ({
    kind: "manual",
    key: `s${at}`,
    title: `Step ${at}`,
    after: [...new Set(before.filter((each) => each < at).map((each) => `s${each}`))],
  })),
);
const hows = fc.array(fc.tuple(fc.nat(), fc.constantFrom(completeTask, failTask, skipTask)), {
  maxLength: 12,
});

test("no task begins before what it depends on is over, and an item ends as its tasks do", () => {
  fc.assert(
    fc.property(plans, hows, (fulfilment, moves) => {
      let order = placed([wanted({ fields: fieldsOf({ fulfilment }) })]);
      const check = () => {
        const [item] = order.items;
        const tasks = item?.tasks ?? [];
        for (const task of tasks.filter((each) => isOpenTask(each))) {
          const before = tasks.filter(({ id }) => task.after.includes(id));
          expect(before.every(isOverTask)).toBe(true);
          expect(before.map(({ state }) => state)).not.toContain("incomplete");
        }
        expect(item?.state).toBe(rollUpTasks(tasks) ?? "in_fulfilment");
        expect(order.request.state).toBe(item?.state);
        expect(order.request.endedAt === undefined).toBe(isOpenRequest(order.request));
      };
      check();
      for (const [pick, how] of moves) {
        const open = order.items[0]?.tasks.filter((each) => isOpenTask(each)) ?? [];
        const task = open[pick % Math.max(1, open.length)];
        if (task === undefined) break;
        order = doing(order, 0, how, task.id);
        check();
      }
    }),
  );
});

test("a task that waits is neither begun nor done by hand", () => {
  const fulfilment = [
    { kind: "manual", key: "a", title: "A" },
    { kind: "manual", key: "b", title: "B", after: ["a"] },
  ];
  const order = placed([wanted({ fields: fieldsOf({ fulfilment }) })]);
  for (const how of [startTask, completeTask, failTask])
    expect(() => doing(order, 0, how as typeof completeTask, "2")).toThrow(Refusal);
});

test("nothing is fulfilled without all of its approvals, in whatever order people decide", () => {
  const people = ["max", "ada", "kim", "pia"];
  const decisions = fc.array(
    fc.tuple(
      fc.constantFrom(...people, "eve"),
      fc.constantFrom<"approve" | "reject">("approve", "approve", "reject"),
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(fc.shuffledSubarray(people, { minLength: 1 }), decisions, (asked, all) => {
      let order = placed([wanted({ steps: approvedBy(...asked) })]);
      for (const [personId, verdict] of all) {
        try {
          order = vote(order, 0, personId, verdict);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
        const [item] = order.items;
        const ballots = item?.approval?.steps.flatMap((step) => step.ballots) ?? [];
        const yes = ballots.filter((ballot) => ballot.verdict === "approve").map((ballot) => ballot.personId);
        if (item?.state !== "awaiting_approval" && item?.state !== "rejected")
          expect(yes.toSorted()).toEqual(asked.toSorted());
        if (item?.state !== "in_fulfilment") expect(item?.tasks.some((each) => isOpenTask(each))).toBe(false);
        expect(yes).not.toContain("eve");
      }
    }),
  );
});

const bundle = (first: Partial<Parameters<typeof wanted>[0]> = {}) =>
  placed([
    wanted({ steps: approvedBy("max") }),
    wanted({ parent: 0, ...first }),
    wanted({ parent: 0, after: [1] }),
  ]);

test("what comes with a bundle begins when the bundle is approved, one after the other", () => {
  const order = bundle();
  expect(order.items.map(({ state }) => state)).toEqual(Array(3).fill("awaiting_approval"));
  const approved = vote(order, 0, "max");
  expect(approved.items.map(({ startedAt }) => startedAt !== undefined)).toEqual([true, true, false]);
  const done = doing(approved, 1, completeTask, "1");
  expect(done.items[2]?.startedAt).toBe(now);
});

test("what has an approval of its own waits for that as well", () => {
  const approved = vote(bundle({ steps: approvedBy("kim") }), 0, "max");
  expect(approved.items.map(({ state }) => state)).toEqual([
    "in_fulfilment",
    "awaiting_approval",
    "in_fulfilment",
  ]);
  expect(approved.items[2]?.startedAt).toBeUndefined();
  const early = vote(bundle({ steps: approvedBy("kim") }), 1, "kim");
  expect(early.items[1]?.state).toBe("awaiting_approval");
  expect(vote(early, 0, "max").items[1]?.state).toBe("in_fulfilment");
});

test("a bundle that is rejected takes its parts with it", () => {
  const { request, items } = vote(bundle(), 0, "max", "reject");
  expect(items.map(({ state }) => state)).toEqual(["rejected", "cancelled", "cancelled"]);
  expect(request.state).toBe("rejected");
});

test("what comes after something that could not be done is not done either", () => {
  const failed = doing(vote(bundle(), 0, "max"), 1, failTask, "1");
  expect(failed.items.map(({ state }) => state)).toEqual(["in_fulfilment", "incomplete", "cancelled"]);
  expect(doing(failed, 0, completeTask, "1").request.state).toBe("incomplete");
});

test("who asked changes their mind until work has begun; who fulfils it, at any time", () => {
  const fulfilment = [
    { kind: "manual", key: "a", title: "A" },
    { kind: "manual", key: "b", title: "B" },
  ];
  const order = doing(placed([wanted({ fields: fieldsOf({ fulfilment }) })]), 0, completeTask, "1");
  const cancel = (who: ReturnType<typeof on>) =>
    decided(order, 0, (item) => cancelItem.decide(item, { reason: "No" }, who));
  expect(() => cancel(on("eve"))).toThrow("has begun");
  expect(cancel(worker).items[0]?.tasks.map(({ state }) => state)).toEqual(["complete", "skipped"]);
});

test("a step that answers do not need is left out, and what came after it comes after what that one did", () => {
  const fulfilment = [
    { kind: "manual", key: "a", title: "A" },
    { kind: "manual", key: "b", title: "B", after: ["a"], when: { field: "more", is: [true] } },
    { kind: "manual", key: "c", title: "C", after: ["b"] },
  ];
  const [item] = placed([wanted({ fields: fieldsOf({ fulfilment }) })]).items;
  expect(item?.tasks.map(({ id, after: before }) => [id, before])).toEqual([
    ["SCTASK0000001-1", []],
    ["SCTASK0000001-2", ["SCTASK0000001-1"]],
  ]);
});
