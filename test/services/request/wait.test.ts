import { cancelItem } from "../../../services/request/decisions/cancel.ts";
import { signal } from "../../../services/request/decisions/signal.ts";
import { completeTask } from "../../../services/request/decisions/tasks.ts";
import { letTasksPass, tasksDueAt } from "../../../services/request/decisions/tasks-pass.ts";
import { itemEdges, target } from "../../../services/request/edges.ts";
import { StepPlan, stepFaults } from "../../../services/request/fulfilment.ts";
import { placeOrder } from "../../../services/request/place-order.ts";
import type { RequestItem } from "../../../services/request/request-item.ts";
import { signalled } from "../../../services/request/subscriptions/signalled.ts";
import { serviceActor } from "../../../shared/access/actor.ts";
import { decided, fieldsOf, now, on, placed, wanted } from "./given.ts";
import { desk, linesOf, who } from "./given-desk.ts";

const worker = on("ann", ["request:work"]);
const form = {
  sections: [
    {
      key: "s",
      title: "S",
      fields: [
        { key: "contract", label: "Contract", type: "text" },
        { key: "last", label: "Last day", type: "date" },
      ],
    },
  ],
};
const check = { kind: "manual", key: "check", title: "Check" };
const signed = { kind: "wait", key: "signed", title: "Signed?", signal: "signed", aboutField: "contract" };
const grant = { kind: "manual", key: "grant", title: "Grant" };
const chain = [check, { ...signed, after: ["check"] }, { ...grant, after: ["signed"] }];
const ordered = (fulfilment: object[], answers: object = { contract: "C-17" }) =>
  placed([wanted({ fields: fieldsOf({ form, fulfilment }), answers: answers as never })]);
const itemOf = (order: ReturnType<typeof ordered>) => order.items[0] as RequestItem;
const statesOf = (order: ReturnType<typeof ordered>) => itemOf(order).tasks.map(({ state }) => state);
const tell = (order: ReturnType<typeof ordered>, told: Parameters<typeof signal>[1]) =>
  decided(order, 0, (item) => signal(item, told, now));
const checked = (order: ReturnType<typeof ordered>) =>
  decided(order, 0, (item) => completeTask.decide(item, { taskId: "1", outcome: undefined }, worker));

test("a step waits for what it is told, about what an answer names, and then goes on", () => {
  const waits = checked(ordered(chain));
  expect(statesOf(waits)).toEqual(["complete", "in_progress", "waiting"]);
  expect(tell(waits, { name: "signed", about: "C-18" })).toEqual(waits);
  expect(tell(waits, { name: "signed" })).toEqual(waits);
  expect(tell(waits, { name: "paid", about: "C-17" })).toEqual(waits);
  const goes = tell(waits, { name: "signed", about: "C-17", text: "By hand" });
  expect(statesOf(goes)).toEqual(["complete", "complete", "open"]);
  expect(itemOf(goes).tasks[1]).toMatchObject({ outcome: "By hand", endedAt: now });
  expect(tell(goes, { name: "signed", about: "C-17" })).toEqual(goes);
});

test("what is told before its turn is remembered until then", () => {
  const early = tell(ordered(chain), { name: "signed", about: "C-17" });
  expect(statesOf(early)).toEqual(["open", "waiting", "waiting"]);
  expect(tell(early, { name: "signed", about: "C-17" })).toEqual(early);
  expect(statesOf(checked(early))).toEqual(["complete", "complete", "open"]);
});

test("a signal ends what people look after by then, and nothing of what is cancelled", () => {
  const waits = checked(ordered(chain));
  const week = new Date(Date.parse(now) + 7 * 24 * 3_600_000).toISOString();
  const stuck = decided(waits, 0, (item) => letTasksPass(item, week));
  expect(itemOf(stuck).tasks[1]).toMatchObject({ state: "open", stuckSince: week });
  expect(statesOf(tell(stuck, { name: "signed", about: "C-17" }))[1]).toBe("complete");
  const gone = decided(waits, 0, (item) => cancelItem.decide(item, { reason: "No" }, worker));
  expect(tell(gone, { name: "signed", about: "C-17" })).toEqual(gone);
  expect(itemEdges(itemOf(gone))).toEqual([]);
  expect(itemEdges(itemOf(waits)).map((edge) => edge.target)).toContain(target.signal("signed", "C-17"));
});

test("a step waits until the day that an answer names begins, however far away it is", () => {
  const day = { kind: "wait", key: "day", title: "Last day", untilField: "last" };
  const order = ordered([day, { ...grant, after: ["day"] }], { last: "2026-12-24" });
  expect(tasksDueAt(itemOf(order))).toBe("2026-12-24T00:00:00.000Z");
  expect(letTasksPass(itemOf(order), "2026-12-23T23:59:59.999Z")).toEqual([]);
  const over = decided(order, 0, (item) => letTasksPass(item, "2026-12-24T00:00:00.000Z"));
  expect(statesOf(over)).toEqual(["complete", "open"]);
  const past = ordered([day], {});
  expect(itemOf(decided(past, 0, (item) => letTasksPass(item, now))).state).toBe("complete");
});

test("a step says either what it waits for or until when", () => {
  const faults = (more: object) =>
    stepFaults([StepPlan.parse({ kind: "wait", key: "w", title: "W", ...more })]).map(({ path }) => path);
  expect(faults({})).toEqual(["0.signal"]);
  expect(faults({ signal: "signed", untilField: "last" })).toEqual(["0.signal"]);
  expect(faults({ signal: "signed" })).toEqual([]);
  expect(faults({ untilField: "last" })).toEqual([]);
});

test("all orders that wait for a signal are found by it, and no other", async () => {
  const the = await desk();
  const eve = who("eve");
  const item = await the.offer({ form, fulfilment: [signed, { ...grant, after: ["signed"] }] });
  const order = async (contract: string) => {
    const { items } = await placeOrder(linesOf(item, { contract }), eve, the.as(eve));
    return items[0]?.id ?? "";
  };
  const ids = [await order("C-17"), await order("C-17"), await order("C-18")];
  const told = { id: "RSG0000001", name: "signed", about: "C-17" };
  await signalled.handle({ meta: {}, data: { signal: told } } as never, the.as(serviceActor("request")));
  const first = await Promise.all(ids.map(async (id) => (await the.as(eve).items.get(id)).tasks[0]?.state));
  expect(first).toEqual(["complete", "complete", "in_progress"]);
  the.stop();
});
