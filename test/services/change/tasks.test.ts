import { close } from "../../../services/change/decisions/progress.ts";
import { addTask, completeTask, startTask } from "../../../services/change/decisions/tasks.ts";
import { TaskFields } from "../../../services/change/task.ts";
import { on, opened, through } from "./given.ts";
import { assessed, completed, said, started, submitted } from "./steps.ts";

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

  test("is settled while the change is being approved", () => {
    const asked = through(opened(), submitted, assessed);
    expect(() => through(asked, withTask())).toThrow(refused("illegal_transition"));
  });
});
