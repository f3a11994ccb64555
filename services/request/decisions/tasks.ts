import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { ShortText } from "../../../shared/domain/texts.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { RequestTaskAdded, RequestTaskChanged, RequestTaskEnded } from "../events.ts";
import { PersonId, TaskName, TeamId, taskNumber } from "../ids.ts";
import type { RequestItem } from "../request-item.ts";
import { isOverTask, isRunning, type RequestTask, requestTaskLifecycle, TaskText } from "../task.ts";
import { advance } from "./advance.ts";
import { command, invalid, itemHappened } from "./command.ts";
import { toPeople } from "./steps.ts";
import { tryAgain } from "./take-up.ts";

/** More is a project. */
const most = 50;

const numberIn = ({ id }: RequestItem, name: string): string =>
  name.includes("-") ? name : taskNumber(id, Number(name));

const found = (item: RequestItem, name: string): RequestTask => {
  const { tasks, state } = item;
  const taskId = numberIn(item, name);
  const task = tasks.find(({ id }) => id === taskId);
  if (task === undefined) throw invalid("body.taskId", "No such task of this item");
  if (state !== "in_fulfilment")
    throw new Refusal("illegal_transition", `Nothing is done for it in state "${state}"`);
  return task;
};

const withTask = (item: RequestItem, task: RequestTask): RequestTask[] =>
  item.tasks.map((each) => (each.id === task.id ? task : each));

type About = typeof RequestTaskChanged | typeof RequestTaskEnded | typeof RequestTaskAdded;
/** Writes a task as it is now, with those that may begin because of it. */
export const keepTask = (
  event: About,
  item: RequestItem,
  task: RequestTask,
  now: string,
): Decision<RequestItem> => {
  const known = item.tasks.some(({ id }) => id === task.id);
  const tasks = known ? withTask(item, task) : [...item.tasks, task];
  const all = item.startedAt === undefined ? tasks : advance(tasks, now);
  return [itemHappened(event, item, { tasks: all }, { tasks: [task] })];
};

const Named = z.strictObject({ taskId: TaskName });

export const startTask = command({
  body: Named,
  decide: (item, { taskId }, { now, actor }) => {
    const task = found(item, taskId);
    const state = requestTaskLifecycle.next(task.state, "start");
    const assigneeId = task.assigneeId ?? actor.id;
    return keepTask(RequestTaskChanged, item, { ...task, state, startedAt: now, assigneeId }, now);
  },
});

const ending = (action: "complete" | "fail" | "skip", outcome: z.ZodType<string | undefined>) =>
  command({
    body: Named.extend({ outcome: outcome.describe("What came of it, or why it is not done") }),
    decide: (item, body, { now, actor }) => {
      const task = found(item, body.taskId);
      // What does itself fails into the hands of people first: they do it, try again, or give it up.
      if (action === "fail" && isRunning(task)) return toPeople(item, task, body.outcome ?? "It failed");
      const state = requestTaskLifecycle.next(task.state, action);
      const said = body.outcome === undefined ? {} : { outcome: body.outcome };
      const ended = { ...task, ...said, state, endedAt: now, endedBy: actor.id };
      return keepTask(RequestTaskEnded, item, ended, now);
    },
  });

export const completeTask = ending("complete", TaskText.optional());
/** It cannot be done: what comes after it is skipped, and the item is incomplete. */
export const failTask = ending("fail", TaskText);
/** It need not be done. */
export const skipTask = ending("skip", TaskText);

export const assignTask = command({
  body: Named.extend({ teamId: TeamId.optional(), assigneeId: PersonId.optional() }).refine(
    ({ teamId, assigneeId }) => teamId !== undefined || assigneeId !== undefined,
    "Name a team or a person",
  ),
  decide: (item, { taskId, teamId, assigneeId }, { now }) => {
    const before = found(item, taskId);
    if (isOverTask(before))
      throw new Refusal("illegal_transition", `"assign" is not possible in state "${before.state}"`);
    // Another team has people of its own.
    const { assigneeId: had, ...rest } = before;
    const person = assigneeId ?? (teamId === undefined || teamId === before.teamId ? had : undefined);
    const task = {
      ...rest,
      ...(teamId === undefined ? {} : { teamId }),
      ...(person ? { assigneeId: person } : {}),
    };
    if (task.teamId === before.teamId && person === had) return [];
    return keepTask(RequestTaskChanged, item, task, now);
  },
});

export const retryTask = command({
  body: Named,
  decide: (item, { taskId }, { now }) => tryAgain(item, found(item, taskId), now),
});

/** More work than the catalog foresaw. */
export const addTask = command({
  body: z.strictObject({
    title: ShortText,
    description: z.string().trim().min(1).max(1000).optional(),
    teamId: TeamId.optional().describe("The item's team unless given"),
    after: z.array(TaskName).max(10).default([]).describe("Tasks that are over before it begins"),
    hours: z.number().int().min(1).max(8760).optional(),
  }),
  decide: (item, { teamId = item.teamId, ...body }, { now }) => {
    if (item.state !== "in_fulfilment")
      throw new Refusal("illegal_transition", `No work is added in state "${item.state}"`);
    if (item.tasks.length >= most) throw new Refusal("rule_violation", `At most ${most} tasks in one item`);
    const after = body.after.map((name) => numberIn(item, name));
    const unknown = after.findIndex((id) => item.tasks.every((task) => task.id !== id));
    if (unknown >= 0) throw invalid(`body.after.${unknown}`, "No task of this item");
    const id = taskNumber(item.id, item.tasks.length + 1);
    const team = teamId === undefined ? {} : { teamId };
    return keepTask(
      RequestTaskAdded,
      item,
      { ...body, ...team, after, id, kind: "manual", state: "waiting" },
      now,
    );
  },
});
