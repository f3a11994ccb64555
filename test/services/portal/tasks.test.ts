import { changeTaskLifecycle } from "../../../services/change/task.ts";
import { incidentLifecycle } from "../../../services/incident/incident.ts";
import { bodyOfFields } from "../../../services/portal/src/parts/form/field-spec.ts";
import { type RecordOf, type Task, verbsOf, worksOn } from "../../../services/portal/src/parts/tasks/task.ts";
import {
  correctionsOf,
  fieldsOfTask,
  shortId,
  taskActions,
} from "../../../services/portal/src/parts/tasks/task-actions.ts";
import type { Me } from "../../../services/portal/src/session/me.ts";
import { requestTaskLifecycle } from "../../../services/request/task.ts";
import { taskLifecycle } from "../../../shared/domain/task.ts";

const person = (id: string, roles: string[], teams: string[] = []) =>
  ({ id, roles: ["employee", ...roles], teams }) as unknown as Me;
const ada = person("ada", ["agent"], ["desk"]);
const cem = person("cem", ["change-manager"]);
const emma = person("emma", []);

const task = (more: Partial<Task> = {}): Task => ({ id: "1", title: "Look", state: "open", ...more });

const incident = (tasks: readonly Task[], actions = ["resolve"]) =>
  ({ id: "INC0000001", state: "in_progress", actions, tasks }) as unknown as RecordOf["incident"];
const change = (state: string, type = "normal") =>
  ({ id: "CHG0000001", state, type, tasks: [] }) as unknown as RecordOf["change"];
const item = (tasks: readonly Task[], more: object = {}) =>
  ({ id: "RITM0000001", state: "in_fulfilment", tasks, ...more }) as unknown as RecordOf["item"];

describe("what can be done to a task", () => {
  it("of an incident begins and ends by its own state, for who works on the incident", () => {
    const open = task();
    const begun = task({ state: "in_progress", assigneeId: "ada" });
    expect(verbsOf("incident", incident([open]), open, ada)).toEqual([
      "take",
      "start",
      "complete",
      "change",
      "cancel",
    ]);
    expect(verbsOf("incident", incident([begun]), begun, ada)).toEqual(["complete", "change", "cancel"]);
    expect(verbsOf("incident", incident([open], ["cancel"]), open, emma)).toEqual([]);
  });

  it("waits for those that come first", () => {
    const first = task();
    const second = task({ id: "2", dependsOn: ["1"] });
    expect(verbsOf("incident", incident([first, second]), second, ada)).toEqual(["take", "change", "cancel"]);
    const done = task({ state: "completed" });
    expect(verbsOf("incident", incident([done, second]), second, ada)).toContain("start");
  });

  it("of a change is for who carries it out while it is carried out, and for who plans it before", () => {
    const open = task({ kind: "implementation" });
    expect(verbsOf("change", change("implement"), open, ada)).toEqual([
      "take",
      "start",
      "complete",
      "fail",
      "change",
      "cancel",
    ]);
    expect(verbsOf("change", change("implement"), open, cem)).toEqual(["change", "cancel"]);
    expect(verbsOf("change", change("scheduled"), open, ada)).toEqual(["cancel"]);
    expect(verbsOf("change", change("scheduled"), task({ kind: "preparation" }), ada)).toEqual([
      "start",
      "complete",
      "fail",
      "cancel",
    ]);
    expect(verbsOf("change", change("closed"), open, ada)).toEqual([]);
  });

  it("of an order is for its teams, for who has one of its tasks, and for who manages orders", () => {
    const open = task({ teamId: "desk" });
    const all = ["take", "start", "complete", "fail", "skip", "assign"];
    expect(verbsOf("item", item([open]), open, ada)).toEqual(all);
    const theirs = task({ teamId: "network" });
    expect(verbsOf("item", item([theirs]), theirs, ada)).toEqual([]);
    expect(verbsOf("item", item([theirs]), theirs, person("amy", ["asset-manager"]))).toEqual(all);
    const given = task({ teamId: "network", assigneeId: "ada" });
    expect(verbsOf("item", item([given]), given, ada)).not.toContain("take");
    expect(worksOn("item", item([open], { state: "awaiting_approval" }), ada)).toBe(false);
  });

  it("that was to do itself and did not is tried again first, or done by people", () => {
    const failed = task({ teamId: "desk", does: {}, failure: "No answer" });
    expect(verbsOf("item", item([failed]), failed, ada)[0]).toBe("retry");
    const over = task({ teamId: "desk", state: "incomplete" });
    expect(verbsOf("item", item([over]), over, ada)).toEqual(["retry"]);
  });

  it("is never more than the lifecycle of its service allows", () => {
    const steps = ["start", "complete", "fail", "skip", "cancel"];
    const offered = (verbs: readonly string[]) => verbs.filter((verb) => steps.includes(verb));
    for (const state of taskLifecycle.State.options)
      expect(taskLifecycle.allowed(state)).toEqual(
        expect.arrayContaining(offered(verbsOf("incident", incident([]), task({ state }), ada))),
      );
    for (const state of changeTaskLifecycle.State.options)
      expect(changeTaskLifecycle.allowed(state)).toEqual(
        expect.arrayContaining(offered(verbsOf("change", change("implement"), task({ state }), ada))),
      );
    for (const state of requestTaskLifecycle.State.options) {
      const one = task({ state, teamId: "desk" });
      expect(requestTaskLifecycle.allowed(state)).toEqual(
        expect.arrayContaining(offered(verbsOf("item", item([one]), one, ada))),
      );
    }
    expect(incidentLifecycle.allowed("in_progress")).toContain("resolve");
  });

  it("has an action of its own for every verb", () => {
    const verbs = (kind: "incident" | "item") => taskActions(kind).map(({ action }) => action);
    expect(verbs("item")).toEqual(
      expect.arrayContaining(
        verbsOf("item", item([task({ teamId: "desk" })]), task({ teamId: "desk" }), ada),
      ),
    );
    expect(verbs("incident")).toEqual(
      expect.arrayContaining(verbsOf("incident", incident([task()]), task(), ada)),
    );
  });
});

describe("what is sent about a task", () => {
  const acted = (one: Task) => ({ id: "INC0000001", task: one, all: [one] });

  it("names the task besides what was entered", () => {
    const complete = taskActions("incident").find(({ action }) => action === "complete");
    expect(complete?.body?.({ outcome: "Done" }, acted(task()))).toEqual({ taskId: "1", outcome: "Done" });
  });

  it("removes what was there and is empty now, and leaves alone what never was", () => {
    const before = task({ teamId: "desk", assigneeId: "ada" });
    expect(correctionsOf({ title: "Look", teamId: "desk" }, before)).toEqual({
      title: "Look",
      teamId: "desk",
      assigneeId: null,
    });
  });

  it("begins with what the task says now", () => {
    const before = task({ description: "Rack 7", dependsOn: ["1"], id: "2" });
    expect(bodyOfFields(fieldsOfTask("incident", before, [task()]), {})).toEqual({
      title: "Look",
      description: "Rack 7",
      dependsOn: ["1"],
    });
  });

  it("quotes the number within the record", () => {
    expect(shortId("SCTASK0000012-3")).toBe("3");
    expect(shortId("3")).toBe("3");
  });
});
