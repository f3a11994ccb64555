import { handOver, hasWorkOn } from "../../../services/problem/decisions/depart.ts";
import { addTask } from "../../../services/problem/decisions/tasks.ts";
import type { Problem } from "../../../services/problem/problem.ts";
import { applied, on, problem } from "./given.ts";

const withTask = (before: Problem, assigneeId: string): Problem =>
  applied(before, addTask.decide(before, { title: "Collect logs", assigneeId }, on));
const theirs = withTask(withTask(problem({ assigneeId: "nora", teamId: "net" }), "nora"), "eve");
const left = (before: Problem, handOverTo?: string) =>
  applied(before, handOver(before, { personId: "nora", handOverTo }, on));

describe("a problem of somebody who is gone", () => {
  it("is done by who takes over, with the tasks that were theirs and no other", () => {
    const given = left(theirs, "abe");
    expect(given.assigneeId).toBe("abe");
    expect(given.tasks?.map(({ assigneeId }) => assigneeId)).toEqual(["abe", "eve"]);
    expect([hasWorkOn(theirs, "nora"), hasWorkOn(given, "nora")]).toEqual([true, false]);
  });

  it("goes back to its team where nobody takes over", () => {
    const given = left(theirs);
    expect(given).toMatchObject({ teamId: "net" });
    expect([given.assigneeId, given.tasks?.[0]?.assigneeId]).toEqual([undefined, undefined]);
    expect(hasWorkOn(given, "nora")).toBe(false);
  });

  it("hands over a task also where somebody else has the problem", () => {
    const given = left(withTask(problem({ assigneeId: "eve" }), "nora"), "abe");
    expect([given.assigneeId, given.tasks?.[0]?.assigneeId]).toEqual(["eve", "abe"]);
  });

  it("is nobody's work any more once it is over", () => {
    const over = { ...theirs, state: "closed" } as Problem;
    expect(hasWorkOn(over, "nora")).toBe(false);
    expect(handOver(over, { personId: "nora", handOverTo: "abe" }, on)).toEqual([]);
  });
});
