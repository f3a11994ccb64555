import { close } from "../../../services/change/decisions/progress.ts";
import { addTask, cancelTask, completeTask, startTask } from "../../../services/change/decisions/tasks.ts";
import { usualModels } from "../../../services/change/model.ts";
import { TaskFields } from "../../../services/change/task.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { on, opened, person, through } from "./given.ts";
import { assessed, completed, edited, said, started, submitted } from "./steps.ts";

const refused = (code: string) => expect.objectContaining({ code });
const withTask =
  (fields: object = {}) =>
  (change: Parameters<typeof submitted>[0]) =>
    addTask.decide(change, TaskFields.parse({ title: "Exchange", ...fields }), on(change));
const doing = (...tasks: readonly object[]) =>
  through(opened(), ...tasks.map(withTask), submitted, assessed, said("boss"), started());

describe("a task of a change", () => {
  test("lies in the window of its change", () => {
    const outside = { plannedStart: "2027-01-09T19:00:00Z", plannedEnd: "2027-01-09T21:00:00Z" };
    expect(() => through(opened(), withTask(outside))).toThrow(refused("invalid_input"));
    const inside = { plannedStart: "2027-01-09T20:30:00Z", plannedEnd: "2027-01-09T21:00:00Z" };
    expect(through(opened(), withTask(inside)).tasks).toHaveLength(1);
  });

  test("begins when those before it are over", () => {
    const change = doing({}, { dependsOn: ["1"] });
    const second = { taskId: "2" };
    expect(() => startTask.decide(change, second, on(change))).toThrow(refused("rule_violation"));
    const first = through(change, (c) => completeTask.decide(c, { taskId: "1" }, on(c)));
    expect(through(first, (c) => startTask.decide(c, second, on(c))).tasks[1]?.state).toBe("in_progress");
  });

  test("is not done before its change is, but for what prepares it", () => {
    const waiting = through(opened(), withTask(), withTask({ kind: "preparation" }), submitted);
    expect(() => startTask.decide(waiting, { taskId: "1" }, on(waiting))).toThrow(
      refused("illegal_transition"),
    );
    expect(through(waiting, (c) => startTask.decide(c, { taskId: "2" }, on(c))).tasks[1]?.state).toBe(
      "in_progress",
    );
  });

  test("stands in the way of having implemented the change, unless it is about backing out or what follows", () => {
    expect(() => through(doing({}), completed())).toThrow(refused("rule_violation"));
    const done = through(doing({ kind: "backout" }, { kind: "follow_up" }), completed());
    expect(done.tasks.map(({ state }) => state)).toEqual(["cancelled", "open"]);
  });

  test("ends with its change (C20)", () => {
    const done = through(doing({ kind: "follow_up" }), completed(), (c) => close.decide(c, {}, on(c)));
    expect(done.tasks[0]).toMatchObject({ state: "cancelled", endedWithChange: true });
  });

  test("keeps its place in the window when that moves, and is not left outside of it", () => {
    const plan = { title: "Drain", offsetMinutes: 10, durationMinutes: 20, kind: "implementation" as const };
    const model = { ...usualModels.normal, tasks: [plan] };
    const bare = opened({ plannedStart: undefined, plannedEnd: undefined }, { model });
    expect(bare.tasks[0]).not.toHaveProperty("plannedStart");
    const planned = through(
      bare,
      edited({ plannedStart: "2027-01-09T20:00:00.000Z", plannedEnd: "2027-01-09T22:00:00.000Z" }),
      withTask({ plannedStart: "2027-01-09T21:00:00Z", plannedEnd: "2027-01-09T21:30:00Z" }),
    );
    const times = (change: typeof bare) => change.tasks.map((t) => [t.plannedStart, t.plannedEnd]);
    expect(times(planned)[0]).toEqual(["2027-01-09T20:10:00.000Z", "2027-01-09T20:30:00.000Z"]);
    const moved = through(
      planned,
      edited({ plannedStart: "2027-01-16T20:00:00.000Z", plannedEnd: "2027-01-16T22:00:00.000Z" }),
    );
    expect(times(moved)).toEqual([
      ["2027-01-16T20:10:00.000Z", "2027-01-16T20:30:00.000Z"],
      ["2027-01-16T21:00:00.000Z", "2027-01-16T21:30:00.000Z"],
    ]);
    expect(() => through(planned, edited({ plannedEnd: "2027-01-09T21:15:00.000Z" }))).toThrow(
      refused("invalid_input"),
    );
    expect(() => opened({ plannedEnd: "2027-01-09T20:20:00Z" }, { model })).toThrow(refused("invalid_input"));
    const unplanned = through(planned, edited({ plannedStart: null, plannedEnd: null }));
    expect(times(unplanned)).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
    const again = { plannedStart: "2027-01-10T20:00:00.000Z", plannedEnd: "2027-01-10T22:00:00.000Z" };
    expect(times(through(unplanned, edited(again)))[1]?.[0]).toBe("2027-01-10T21:00:00.000Z");
  });

  test("bars whoever worked on it from approving the change, assigned to it or not", () => {
    const asked = through(opened(), withTask({ kind: "preparation" }), submitted, assessed);
    const boss = { actor: person("boss", "agent") };
    const prepared = through(
      asked,
      (c) => startTask.decide(c, { taskId: "1" }, on(c, boss)),
      (c) => completeTask.decide(c, { taskId: "1" }, on(c)),
    );
    expect(() => through(prepared, said("boss"))).toThrow(Refusal);
    const called = through(asked, (c) => cancelTask.decide(c, { taskId: "1" }, on(c, boss)));
    expect(through(called, said("boss")).state).toBe("scheduled");
  });

  test("of a model comes when the model is chosen, and goes with it unless somebody has begun", () => {
    const plan = (title: string, more: object = {}) => ({ title, kind: "preparation" as const, ...more });
    const models = {
      first: { ...usualModels.normal, tasks: [plan("One"), plan("Two")] },
      second: { ...usualModels.normal, tasks: [plan("Three"), plan("Four", { dependsOn: ["1"] })] },
    };
    const change = through(
      opened({}),
      withTask(),
      edited({ modelId: "CMO0000001" }, { nextModel: models.first }),
      (c) => startTask.decide(c, { taskId: "2" }, on(c)),
      edited({ modelId: "CMO0000002" }, { nextModel: models.second }),
    );
    expect(change).toMatchObject({ modelId: "CMO0000002" });
    expect(change.tasks.map(({ id, state }) => [id, state])).toEqual([
      ["1", "open"],
      ["2", "in_progress"],
      ["3", "cancelled"],
      ["4", "open"],
      ["5", "open"],
    ]);
    expect(change.tasks[4]?.dependsOn).toEqual(["4"]);
    const asked = through(change, submitted, assessed);
    expect(() => through(asked, edited({ modelId: null }))).toThrow(refused("illegal_transition"));
    const emergency = { nextModel: usualModels.emergency };
    expect(() => through(opened(), edited({ modelId: "CMO0000003" }, emergency))).toThrow(
      refused("invalid_input"),
    );
  });

  test("is settled while the change is being approved", () => {
    const asked = through(opened(), submitted, assessed);
    expect(() => through(asked, withTask())).toThrow(refused("illegal_transition"));
  });
});
