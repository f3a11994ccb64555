import { viewIncident, viewIncidentEntry } from "../../../services/incident/access.ts";
import { merge, unmerge } from "../../../services/incident/decisions/merge.ts";
import { cancel, close, reopen, resolve } from "../../../services/incident/decisions/progress.ts";
import {
  addTask,
  cancelTask,
  changeTask,
  completeTask,
  startTask,
} from "../../../services/incident/decisions/tasks.ts";
import type { Incident } from "../../../services/incident/incident.ts";
import { incidentRecords, target } from "../../../services/incident/table.ts";
import { agent, applied, caller, done, now, on, opened, types } from "./given.ts";

const solution = { code: "solved", text: "New cable" };
const later = "2026-03-02T10:00:00.000Z";
const cancelling = (at = now) => {
  const circumstances = on(agent, at);
  return { ...circumstances, settings: { ...circumstances.settings, openTasks: "cancel" as const } };
};

/** An incident with a task for ann, which comes before another one for abe. */
const withTasks = (given: Record<string, unknown> = {}): Incident => {
  const first = done(opened(given), addTask, { title: "Swap the cable", assigneeId: "ann" }, on(agent));
  return done(first, addTask, { title: "Measure", assigneeId: "abe", dependsOn: ["1"] }, on(agent));
};
const states = ({ tasks }: Incident) => tasks?.map(({ state }) => state);
const refusing = (code: string) => expect.objectContaining({ code });
const taskEdges = (incident: Incident) =>
  incidentRecords
    .edges?.(incident)
    .flatMap(({ target: t }) => (t.startsWith(target.taskAssignee("")) ? [t] : []));

describe("tasks of an incident", () => {
  it("are numbered in the order they are added, and wait for what they depend on", () => {
    const incident = withTasks();
    expect(incident.tasks?.map(({ id, state }) => [id, state])).toEqual([
      ["1", "open"],
      ["2", "open"],
    ]);
    for (const command of [startTask, completeTask])
      expect(() => command.decide(incident, { taskId: "2" }, on(agent))).toThrow(refusing("rule_violation"));
    const first = done(incident, completeTask, { taskId: "1", outcome: "Done" }, on(agent));
    expect(first.tasks?.[0]).toMatchObject({ state: "completed", outcome: "Done", endedAt: now });
    expect(states(done(first, startTask, { taskId: "2" }, on(agent)))).toEqual(["completed", "in_progress"]);
  });

  it("no longer wait for one that was cancelled", () => {
    const first = done(withTasks(), cancelTask, { taskId: "1" }, on(agent));
    expect(states(done(first, completeTask, { taskId: "2" }, on(agent)))).toEqual(["cancelled", "completed"]);
  });

  it.each(["1", "2"])("depend on earlier ones only, and so task 1 not on %s", (id) => {
    const change = () => changeTask.decide(withTasks(), { taskId: "1", dependsOn: [id] }, on(agent));
    expect(change).toThrow(refusing("invalid_input"));
    const add = () => addTask.decide(withTasks(), { title: "x", dependsOn: ["1", "3"] }, on(agent));
    expect(add).toThrow(
      expect.objectContaining({ violations: [expect.objectContaining({ path: "body.dependsOn.1" })] }),
    );
  });

  it("are changed in what is given, and null removes", () => {
    const body = { taskId: "1", title: "Swap both cables", assigneeId: null };
    const { tasks } = done(withTasks(), changeTask, body, on(agent));
    expect(tasks?.[0]).toEqual({ id: "1", title: "Swap both cables", state: "open" });
    expect(changeTask.decide(withTasks(), { taskId: "1", title: "Swap the cable" }, on(agent))).toEqual([]);
  });

  it("that are over stay over", () => {
    const first = done(withTasks(), completeTask, { taskId: "1" }, on(agent));
    for (const command of [startTask, completeTask, cancelTask, changeTask])
      expect(() => command.decide(first, { taskId: "1" }, on(agent))).toThrow(refusing("illegal_transition"));
  });

  it("exist in open incidents only", () => {
    const resolved = done(opened(), resolve, solution, on(agent));
    expect(() => addTask.decide(resolved, { title: "x" }, on(agent))).toThrow(refusing("illegal_transition"));
    expect(() => completeTask.decide(opened(), { taskId: "1" }, on(agent))).toThrow(
      refusing("invalid_input"),
    );
  });

  it("are at most fifty, of at most twenty people, and fit the history", () => {
    const many = (count: number, task: (i: number) => object) => {
      let incident = opened();
      for (let i = 0; i < count; i++)
        incident = done(incident, addTask, { title: "x", ...task(i) }, on(agent));
      return incident;
    };
    expect(() => many(51, () => ({}))).toThrow(/50 tasks/);
    expect(() => many(21, (i) => ({ assigneeId: `p${i}` }))).toThrow(/20 people/);
    expect(() => many(50, () => ({ description: "x".repeat(2000) }))).toThrow(/bytes/);
    expect(many(50, () => ({ description: "x".repeat(1800) })).tasks).toHaveLength(50);
    const full = many(50, () => ({ description: "x".repeat(1879) }));
    expect(() => changeTask.decide(full, { taskId: "1", title: "A longer title" }, on(agent))).toThrow(
      /bytes/,
    );
    expect(states(done(full, completeTask, { taskId: "1" }, on(agent)))?.[0]).toBe("completed");
  });

  it("are found by who has open ones", () => {
    expect(taskEdges(withTasks())).toEqual(["task#ann", "task#abe"]);
    expect(taskEdges(done(withTasks(), completeTask, { taskId: "1" }, on(agent)))).toEqual(["task#abe"]);
  });
});

describe("the end of an incident with open tasks", () => {
  it("is refused, naming them, where tasks are to be done first", () => {
    const incident = done(withTasks(), completeTask, { taskId: "1" }, on(agent));
    expect(() => resolve.decide(incident, solution, on(agent))).toThrow(/first: 2$/);
    expect(() => close.decide(incident, { resolution: solution }, on(agent))).toThrow(
      refusing("rule_violation"),
    );
    expect(
      done(done(incident, completeTask, { taskId: "2" }, on(agent)), resolve, solution, on(agent)),
    ).toMatchObject({ state: "resolved" });
  });

  it("cancels them where the desk says so, and reopening does not bring them back", () => {
    const decision = resolve.decide(withTasks(), solution, cancelling());
    expect(types(decision)).toEqual(["IncidentResolved", "IncidentTaskCancelled"]);
    const resolved = applied(withTasks(), decision);
    expect(states(resolved)).toEqual(["cancelled", "cancelled"]);
    expect(taskEdges(resolved)).toEqual([]);
    expect(states(done(resolved, reopen, { reason: "Again" }, on(agent)))).toEqual([
      "cancelled",
      "cancelled",
    ]);
  });

  it("cancels them whenever it is cancelled", () => {
    expect(states(done(withTasks(), cancel, { reason: "Works" }, on(caller)))).toEqual([
      "cancelled",
      "cancelled",
    ]);
  });

  it("by a merge is undone with them: what was begun is begun again, what was over stays over", () => {
    const begun = done(withTasks(), startTask, { taskId: "1" }, on(agent));
    const duplicate = { ...done(begun, cancelTask, { taskId: "2" }, on(agent)), id: "INC0000002" };
    const survivor = opened();
    const [one, two] = merge(duplicate, survivor, { into: survivor.id }, on(agent, later));
    expect(types(one)).toEqual(["IncidentMerged", "IncidentTaskCancelled"]);
    const [back] = unmerge(applied(duplicate, one), applied(survivor, two));
    expect(applied(applied(duplicate, one), back).tasks).toEqual(duplicate.tasks);
  });

  it("by a merge counts who is untied from them to what one transaction takes", () => {
    let duplicate: Incident = {
      ...opened({ watchers: Array.from({ length: 45 }, (_, i) => `w${i}`) }),
      id: "INC0000002",
    };
    duplicate = { ...duplicate, ciIds: Array.from({ length: 30 }, (_, i) => `c${i}`) };
    const tied = done(duplicate, addTask, { title: "x", assigneeId: "a" }, on(agent));
    const into = { into: "INC0000001" };
    expect(merge({ ...duplicate, callerId: "b" }, opened(), into, on(agent))).toHaveLength(2);
    const crowd = Array.from({ length: 6 }, (_, i) => ({
      ...tied.tasks?.[0],
      id: String(i + 1),
      assigneeId: `p${i}`,
    }));
    const crowded = { ...duplicate, tasks: crowd } as Incident;
    expect(() => merge(crowded, opened(), into, on(agent))).toThrow(/80 new ties/);
  });
});

describe("tasks stay inside", () => {
  it("callers see neither them nor what happened to them", () => {
    const incident = withTasks();
    expect(viewIncident(agent, incident)?.tasks).toHaveLength(2);
    expect(JSON.stringify(viewIncident(caller, incident))).not.toContain("cable");
    const meta = {
      eventId: "",
      occurredAt: now,
      actor: { id: "a" },
      subject: "",
      sequence: 2,
      correlationId: "",
    };
    for (const type of ["Added", "Changed", "Completed", "Cancelled"]) {
      const entry = { type: `IncidentTask${type}`, meta, data: {}, changes: {} };
      expect(viewIncidentEntry(caller, incident, entry)).toBeUndefined();
      expect(viewIncidentEntry(agent, incident, entry)).toBeDefined();
    }
    const ended = { type: "IncidentCancelled", meta, data: {}, changes: { tasks: { to: incident.tasks } } };
    expect(viewIncidentEntry(caller, incident, ended)?.changes).toEqual({});
  });

  it("texts of a restricted incident's tasks are not published, and no description ever", () => {
    const published = (restricted: boolean) => {
      const body = { title: "canary one", description: "canary two" };
      const [occurrence] = addTask.decide(opened({ restricted }), body, on(agent));
      return JSON.stringify(occurrence?.event.data.parse(occurrence.data));
    };
    expect(published(true)).not.toContain("canary");
    expect(published(false)).toContain("canary one");
    expect(published(false)).not.toContain("canary two");
  });
});
