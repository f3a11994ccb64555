import * as fc from "fast-check";
import { decide } from "../../../services/request/decisions/approve.ts";
import { cancelItem } from "../../../services/request/decisions/cancel.ts";
import { rollUpItems } from "../../../services/request/decisions/roll-up.ts";
import type { Order } from "../../../services/request/decisions/settle.ts";
import { completeTask, failTask, skipTask } from "../../../services/request/decisions/tasks.ts";
import { isOpenItem, type RequestItem } from "../../../services/request/request-item.ts";
import { isOpenTask } from "../../../services/request/task.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { approvedBy, decided, now, on, placed, wanted } from "./given.ts";

const people = ["max", "ada", "kim"];

/** A bundle that some approve, with parts of which some have approvals of their own and some come after others. */
const bundles = fc
  .record({
    approvers: fc.subarray(people),
    parts: fc.array(
      fc.record({ own: fc.subarray(people, { maxLength: 2 }), after: fc.array(fc.nat(5), { maxLength: 2 }) }),
      { minLength: 1, maxLength: 6 },
    ),
  })
  .map(({ approvers, parts }) =>
    placed([
      wanted({ steps: approvedBy(...approvers) }),
      ...parts.map(({ own, after }, at) =>
        wanted({
          steps: approvedBy(...own),
          parent: 0,
          // Places of earlier parts, behind the bundle itself.
          after: [...new Set(after.filter((each) => each < at).map((each) => each + 1))],
        }),
      ),
    ]),
  );
const moves = fc.array(
  fc.record({
    at: fc.nat(6),
    what: fc.constantFrom(
      "approve",
      "approve",
      "approve",
      "reject",
      "complete",
      "complete",
      "fail",
      "skip",
      "cancel",
    ),
    who: fc.constantFrom(...people, "eve"),
  }),
  { maxLength: 40 },
);
type Move = { readonly at: number; readonly what: string; readonly who: string };

const worker = on("ann", ["request:work"]);
const tasks: Readonly<Record<string, typeof failTask>> = {
  complete: completeTask as typeof failTask,
  fail: failTask,
  skip: skipTask,
};
const moved = (order: Order, { at, what, who }: Move): Order => {
  const place = at % order.items.length;
  try {
    return decided(order, place, (item) => {
      if (what === "cancel") return cancelItem.decide(item, { reason: "No" }, worker);
      const task = tasks[what];
      if (task !== undefined) return task.decide(item, { taskId: "1", outcome: "So" }, worker);
      return decide(item, { personId: who, roles: [], verdict: what as "approve", channel: "api", now });
    });
  } catch (error) {
    if (error instanceof Refusal) return order;
    throw error;
  }
};

const yesOf = ({ approval }: RequestItem): string[] =>
  (approval?.steps ?? []).flatMap(({ ballots }) =>
    ballots.filter(({ verdict }) => verdict === "approve").map(({ personId }) => personId),
  );
const asked = ({ approval }: RequestItem): string[] =>
  (approval?.steps ?? []).flatMap(({ seats }) => seats.flatMap(({ personId }) => personId ?? []));
const isWorkedOn = ({ tasks: all }: RequestItem): boolean =>
  all.some((task) => isOpenTask(task) || task.state === "complete" || task.state === "incomplete");

const everyState = (check: (order: Order) => void): number => {
  let done = 0;
  fc.assert(
    fc.property(bundles, moves, (first, all) => {
      let order = first;
      check(order);
      for (const move of all) {
        order = moved(order, move);
        check(order);
      }
      if (order.items.every((item) => !isOpenItem(item))) done++;
    }),
    { numRuns: 300 },
  );
  return done;
};

test("no part of a bundle is worked on without the bundle's approvals and its own, whatever people do in whatever order", () => {
  const ended = everyState(({ items }) => {
    const [bundle] = items as [RequestItem, ...RequestItem[]];
    for (const item of items.filter(isWorkedOn)) {
      expect(yesOf(item).toSorted()).toEqual(asked(item).toSorted());
      expect(yesOf(bundle).toSorted()).toEqual(asked(bundle).toSorted());
    }
    for (const item of items) expect(yesOf(item)).not.toContain("eve");
  });
  expect(ended).toBeGreaterThan(0);
});

test("no item is begun before those it comes after are done, and none goes on when they cannot be", () => {
  everyState(({ items, request }) => {
    for (const item of items) {
      const before = items.filter(({ id }) => item.after.includes(id)).map(({ state }) => state);
      if (item.startedAt !== undefined)
        for (const state of before) expect(["complete", "skipped"]).toContain(state);
      if (before.some((state) => ["rejected", "cancelled", "incomplete"].includes(state)))
        expect(isOpenItem(item)).toBe(false);
    }
    const [bundle] = items;
    if (bundle?.state === "rejected" || bundle?.state === "cancelled")
      expect(items.filter(isOpenItem)).toEqual([]);
    expect(request.state).toBe(rollUpItems(items.map(({ state }) => state)));
  });
});
