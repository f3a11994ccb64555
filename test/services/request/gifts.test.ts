import { cancelItem } from "../../../services/request/decisions/cancel.ts";
import type { Order } from "../../../services/request/decisions/settle.ts";
import { answerStep, type StepAnswer } from "../../../services/request/decisions/steps.ts";
import { failTask } from "../../../services/request/decisions/tasks.ts";
import { RequestItemCancelled } from "../../../services/request/events.ts";
import { giftsOf } from "../../../services/request/gifts.ts";
import type { RequestItem } from "../../../services/request/request-item.ts";
import { approvedBy, decided, fieldsOf, now, on, placed, wanted } from "./given.ts";

const grant = { kind: "call", key: "grant", title: "Grant", url: "https://example.com/grant" };
const tell = { kind: "manual", key: "tell", title: "Tell", after: ["grant"] };
const access = (more: object = {}) =>
  placed([wanted({ fields: fieldsOf({ standing: "access", fulfilment: [grant, tell], ...more }) })]);
const worker = on("ann", ["request:work"]);
const itemOf = ({ items }: Order, at = 0) => items[at] as RequestItem;

const answered = (order: Order, more: Partial<StepAnswer> = {}) =>
  decided(order, 0, (item) =>
    answerStep(item, { errandId: "SCTASK0000001-1.1", outcome: "done", ...more }, now, "robot"),
  );
const failed = (order: Order, taskId: string) =>
  decided(order, 0, (item) => failTask.decide(item, { taskId, outcome: "Nobody there" }, worker));
const cancelled = (order: Order) =>
  decided(order, 0, (item) => cancelItem.decide(item, { reason: "No" }, worker));

test("access that was given is held although telling them of it failed", () => {
  const item = itemOf(failed(answered(access()), "2"));
  expect(item.state).toBe("incomplete");
  expect(giftsOf(item)).toEqual([{ id: "STE0000001", kind: "access" }]);
});

test("nothing is held where giving it failed, or where nobody holds such a thing", () => {
  const broken = failed(answered(access(), { outcome: "failed", text: "No such group" }), "1");
  expect(itemOf(broken).state).toBe("incomplete");
  expect(giftsOf(itemOf(broken))).toEqual([]);
  expect(giftsOf(itemOf(failed(answered(access({ standing: undefined })), "2")))).toEqual([]);
});

test("what was got for something that is cancelled is known, so that it can be given back", () => {
  const fulfilment = [
    { kind: "reserve_asset", key: "reserve", title: "Reserve", modelId: "MDL1" },
    { kind: "allocate_seat", key: "seat", title: "Seat", modelId: "MDL2" },
    { kind: "manual", key: "build", title: "Build" },
    { kind: "hand_over_asset", key: "hand", title: "Hand over", after: ["reserve"] },
  ];
  let order = placed([wanted({ fields: fieldsOf({ fulfilment }) })]);
  order = answered(order, { recordId: "AST1" });
  order = answered(order, { errandId: "SCTASK0000001-2.1", recordId: "SEAT1" });
  order = answered(order, { errandId: "SCTASK0000001-4.1", outcome: "waiting", recordId: "AST1" });
  expect(giftsOf(itemOf(cancelled(order)))).toEqual([
    { id: "STE0000001-2", kind: "software", recordId: "SEAT1", modelId: "MDL2" },
    { id: "STE0000001-4", kind: "asset", recordId: "AST1", modelId: undefined },
  ]);
  const untouched = cancelled(placed([wanted({ fields: fieldsOf({ fulfilment }) })]));
  expect(giftsOf(itemOf(untouched))).toEqual([]);
});

test("a step that is done after its item was cancelled is told of again, once, with what it is about", () => {
  const order = cancelled(access());
  const item = itemOf(order);
  const late = { errandId: "SCTASK0000001-1.1", outcome: "done", recordId: "AST1" } as const;
  const told = answerStep(item, late, now, "robot");
  expect(told.map(({ event }) => event)).toEqual([RequestItemCancelled]);
  const after = itemOf(answered(order, late));
  expect(after.tasks[0]).toMatchObject({ state: "skipped", doneInVain: true, recordId: "AST1" });
  expect(giftsOf(after)).toMatchObject([{ kind: "access" }]);
  expect(answerStep(after, late, now, "robot")).toEqual([]);
  expect(answerStep(item, { ...late, outcome: "failed" }, now, "robot")).toEqual([]);
  expect(answerStep(item, { ...late, errandId: "SCTASK0000001-1.2" }, now, "robot")).toEqual([]);
});

test("only a step of its kind is ended by what a holder does with an asset", () => {
  const back = { kind: "return_asset", key: "bring", title: "Bring", assetField: "asset" };
  const form = {
    sections: [
      { key: "s", title: "S", fields: [{ key: "asset", label: "A", type: "reference", of: "asset" }] },
    ],
  };
  const order = placed([
    wanted({ fields: fieldsOf({ form, fulfilment: [back] }), answers: { asset: "AST1" } }),
  ]);
  expect(itemOf(answered(order, { ofKind: "hand_over_asset" })).state).toBe("in_fulfilment");
  expect(itemOf(answered(order, { ofKind: "return_asset" })).state).toBe("complete");
});

test("an automation that fails after it has answered leaves a task for people, who may still give it up", () => {
  const running = access();
  expect(itemOf(running).tasks[0]?.state).toBe("in_progress");
  const order = failed(running, "1");
  expect(itemOf(order)).toMatchObject({
    state: "in_fulfilment",
    tasks: [{ state: "open", failure: "Nobody there" }, { state: "waiting" }],
  });
  expect(itemOf(failed(order, "1")).state).toBe("incomplete");
});

test("who asked cancels no bundle of which a part was begun; who fulfils it does", () => {
  const order = placed([wanted({ steps: approvedBy("max") }), wanted({ parent: 0 }), wanted()]);
  const items = order.items.map((item, at) => ({
    ...item,
    state: "in_fulfilment" as const,
    tasks: item.tasks.map((task) => ({
      ...task,
      state: at === 1 ? ("complete" as const) : ("open" as const),
    })),
  }));
  const cancel = (who: ReturnType<typeof on>, at = 0) =>
    cancelItem.decide(items[at] as RequestItem, { reason: "No" }, { ...who, among: items });
  expect(() => cancel(on("eve"))).toThrow("has begun");
  expect(cancel(worker)).toHaveLength(1);
  expect(cancel(on("eve"), 2)).toHaveLength(1);
});
