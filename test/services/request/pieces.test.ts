import fc from "fast-check";
import { burstIn, mustFitTogether, quantityFault } from "../../../services/request/decisions/plan-tasks.ts";
import { type Order, settle } from "../../../services/request/decisions/settle.ts";
import { answerStep } from "../../../services/request/decisions/steps.ts";
import { completeTask, failTask, skipTask } from "../../../services/request/decisions/tasks.ts";
import { RequestStepAsked, type StepAsked } from "../../../services/request/events-steps.ts";
import { giftsOf } from "../../../services/request/gifts.ts";
import { StandingId, standingIdOf, taskNumber } from "../../../services/request/ids.ts";
import type { RequestItem } from "../../../services/request/request-item.ts";
import { refuseSenseless } from "../../../services/request/senseless.ts";
import { isOpenTask, isOverTask, isRunning } from "../../../services/request/task.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { decided, fieldsOf, now, on, placed, wanted } from "./given.ts";

const modelId = "MDL0000001";
const monitors = fieldsOf({
  name: "Monitor",
  standing: "asset",
  mostQuantity: 10,
  fulfilment: [
    { kind: "reserve_asset", key: "reserve", title: "Reserve", modelId },
    { kind: "manual", key: "label", title: "Label", after: ["reserve"] },
    { kind: "hand_over_asset", key: "hand", title: "Hand over", after: ["label", "reserve"] },
  ],
});
const office = fieldsOf({ fulfilment: [{ kind: "allocate_seat", key: "seat", title: "Seat", modelId }] });

const ordered = (quantity: number): Order => placed([wanted({ fields: monitors, quantity })]);
const itemIn = ({ items }: Order): RequestItem => items[0] as RequestItem;
const number = (at: number) => taskNumber("RITM0000001", at);
const answer = (order: Order, at: number, outcome: "done" | "failed", recordId?: string): Order =>
  decided(order, 0, (item) =>
    answerStep(item, { errandId: `${number(at)}.1`, outcome, recordId, text: "So" }, now, "robot"),
  );
const by = (order: Order, how: typeof completeTask, at: number): Order =>
  decided(order, 0, (item) =>
    how.decide(item, { taskId: String(at), outcome: "So" }, on("ann", ["request:work"])),
  );

test("three monitors are three errands: each piece reserved and handed over by itself, the rest done once", () => {
  const { tasks } = itemIn(ordered(3));
  expect(tasks.map(({ title, piece, after }) => [title, piece, after])).toEqual([
    ["Reserve (1 of 3)", 1, []],
    ["Reserve (2 of 3)", 2, []],
    ["Reserve (3 of 3)", 3, []],
    ["Label", undefined, [number(1), number(2), number(3)]],
    ["Hand over (1 of 3)", 1, [number(1), number(4)]],
    ["Hand over (2 of 3)", 2, [number(2), number(4)]],
    ["Hand over (3 of 3)", 3, [number(3), number(4)]],
  ]);
  expect(tasks.filter(isRunning).map(({ asked }) => asked)).toEqual([1, 1, 1]);
  expect(itemIn(ordered(1)).tasks.map(({ title, piece }) => [title, piece])).toEqual([
    ["Reserve", undefined],
    ["Label", undefined],
    ["Hand over", undefined],
  ]);
});

test("each piece is handed over as what was reserved for it, and held as a thing of its own", () => {
  let order = ordered(3);
  for (const at of [3, 1, 2]) order = answer(order, at, "done", `AST000000${at}`);
  order = by(order, completeTask, 4);
  const handed = itemIn(order).tasks.filter(isRunning);
  expect(handed.map(({ id }) => id)).toEqual([number(5), number(6), number(7)]);
  for (const [at, asset] of [
    [5, 1],
    [6, 2],
    [7, 3],
  ] as const) {
    expect(itemIn(order).state).toBe("in_fulfilment");
    order = answer(order, at, "done", `AST000000${asset}`);
  }
  const item = itemIn(order);
  expect(item.state).toBe("complete");
  expect(giftsOf(item).map(({ recordId }) => recordId)).toEqual(["AST0000001", "AST0000002", "AST0000003"]);
  const ids = giftsOf(item).map(({ id }) => id);
  expect(ids).toEqual(["STE0000001", "STE0000001-2", "STE0000001-3"]);
  expect(ids.every((id) => StandingId.safeParse(id).success)).toBe(true);
});

test("what is asked of the asset service names the asset of the same piece", () => {
  let order = ordered(2);
  for (const at of [2, 1]) order = answer(order, at, "done", `AST000000${at}`);
  const ready = itemIn(order);
  const done = completeTask.decide(ready, { taskId: "3", outcome: undefined }, on("ann", ["request:work"]));
  const asked = (settle(order, [done], now).items[0] ?? []).flatMap(({ event, data }) =>
    event === RequestStepAsked ? [(data as { step: StepAsked }).step] : [],
  );
  expect(asked.map(({ kind, taskId, assetId }) => [kind, taskId, assetId])).toEqual([
    ["hand_over_asset", number(4), "AST0000001"],
    ["hand_over_asset", number(5), "AST0000002"],
  ]);
});

test("a piece that fails is a task for people, and the others go on", () => {
  const order = answer(answer(ordered(3), 2, "failed"), 1, "done", "AST0000001");
  expect(itemIn(order).tasks.map(({ state }) => state)).toEqual([
    "complete",
    "open",
    "in_progress",
    "waiting",
    "waiting",
    "waiting",
    "waiting",
  ]);
  const item = itemIn(ordered(2));
  const tasks = item.tasks.map((task) => ({
    ...task,
    state: task.piece === 2 ? ("skipped" as const) : ("complete" as const),
  }));
  const got = giftsOf({ ...item, tasks, state: "complete" });
  expect(got.map(({ id }) => id)).toEqual([standingIdOf(item.id)]);
});

test("what a person has one of is ordered one at a time, and pieces as many as fit", () => {
  expect(quantityFault(office, {}, 2)).toContain("order it for each of them");
  expect(quantityFault(office, {}, 1)).toBeUndefined();
  expect(quantityFault(monitors, {}, 10)).toBeUndefined();
  expect(quantityFault(monitors, {}, 11)).toContain("At most 10 pieces");
  expect(quantityFault(fieldsOf(), {}, 100)).toBeUndefined();
  const long = Array.from({ length: 5 }, (_, at) => ({
    ...{ kind: "reserve_asset", key: `s${at}`, title: "S", modelId },
  }));
  expect(quantityFault(fieldsOf({ fulfilment: long }), {}, 9)).toContain("45 tasks");
  expect(() => refuseSenseless({ ...office, mostQuantity: 2 })).toThrow(Refusal);
  expect(() => refuseSenseless(monitors)).not.toThrow();
  expect(burstIn(monitors, {}, 4)).toBe(4);
  expect(burstIn(fieldsOf(), {}, 4)).toBe(1);
  expect(() => mustFitTogether([10, 10, 3, 1], "body.lines")).not.toThrow();
  expect(() => mustFitTogether([10, 10, 4, 1], "body.lines")).toThrow(Refusal);
});

test("steps that begin at once count as pieces do, and so do their teams: a request that is ordered can be approved", () => {
  const steps = (more: (at: number) => object) =>
    fieldsOf({
      fulfilment: Array.from({ length: 6 }, (_, at) => ({ key: `s${at}`, title: "S", ...more(at) })),
    });
  const byItself = steps(() => ({ kind: "event", name: "grant" }));
  expect(burstIn(byItself, {}, 1)).toBe(6);
  expect(
    burstIn(
      steps((at) => ({ kind: "manual", teamId: `team${at}` })),
      {},
      1,
    ),
  ).toBe(5);
  const oneByOne = steps((at) => ({ kind: "event", name: "x", after: at === 0 ? [] : [`s${at - 1}`] }));
  expect(burstIn(oneByOne, {}, 1)).toBe(1);
  const later = steps((at) => (at === 0 ? { kind: "manual" } : { kind: "event", name: "x", after: ["s0"] }));
  expect(burstIn(later, {}, 1)).toBe(5);
  expect(() => mustFitTogether(Array(12).fill(6), "body.lines")).toThrow(Refusal);
});

test("whatever becomes of the pieces, an item ends when all of them have, and none goes before its own", () => {
  const moves = fc.array(fc.tuple(fc.nat(), fc.constantFrom("done", "failed", "complete", "fail", "skip")), {
    maxLength: 40,
  });
  let complete = 0;
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 4 }), moves, (quantity, all) => {
      let order = ordered(quantity);
      for (const [pick, move] of all) {
        const open = itemIn(order).tasks.filter((task) => isOpenTask(task));
        const task = open[pick % Math.max(1, open.length)];
        if (task === undefined) break;
        const at = itemIn(order).tasks.indexOf(task) + 1;
        const isErrand = move === "done" || move === "failed";
        if (isErrand) order = answer(order, at, move, `AST${at}`);
        else order = by(order, { complete: completeTask, fail: failTask, skip: skipTask }[move] as never, at);
        const { tasks, state } = itemIn(order);
        expect(state !== "in_fulfilment").toBe(tasks.every(isOverTask));
        for (const each of tasks.filter((other) => other.kind === "hand_over_asset" && isOpenTask(other)))
          expect(isOverTask(tasks.find((other) => other.piece === each.piece) ?? each)).toBe(true);
      }
      if (itemIn(order).state === "complete") complete++;
    }),
  );
  expect(complete).toBeGreaterThan(0);
});
