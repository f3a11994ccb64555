import type { Decision } from "../../../shared/dynamo/record.ts";
import { RequestItemCancelled, RequestTaskChanged, RequestTaskEnded } from "../events.ts";
import { RequestStepAsked, RequestTaskFailed, type StepAsked } from "../events-steps.ts";
import type { RequestItem } from "../request-item.ts";
import { isRunning, type RequestTask, requestTaskLifecycle } from "../task.ts";
import { advance } from "./advance.ts";
import { itemHappened } from "./command.ts";

type ItemDecision = Decision<RequestItem>;

/** The name under which an attempt of a task is asked for and answered. */
const errandOf = ({ id, attempt = 1 }: RequestTask): string => `${id}.${attempt}`;

/** The task that an errand's name is about, and which attempt of it. */
export const taskOfErrand = (errandId: string): { readonly taskId: string; readonly attempt: number } => {
  const [taskId = "", attempt = ""] = errandId.split(".");
  return { taskId, attempt: Number(attempt) };
};

/** The tasks of an item with one of them as it is now. */
export const withTask = ({ tasks }: RequestItem, task: RequestTask): RequestTask[] =>
  tasks.map((each) => (each.id === task.id ? task : each));

/** The asset that an earlier step of the item has got: of several, that of the same piece. */
const assetSoFar = ({ tasks }: RequestItem, { piece: of }: RequestTask): string | undefined =>
  tasks.find(
    ({ kind, recordId, piece }) => kind === "reserve_asset" && recordId !== undefined && piece === of,
  )?.recordId;

/** A task without some of what it says. */
export const without = (task: RequestTask, ...names: (keyof RequestTask)[]): RequestTask =>
  Object.fromEntries(
    Object.entries(task).filter(([name]) => !(names as string[]).includes(name)),
  ) as RequestTask;

/** Asks for a step that does itself. The address that is called stays with the record. */
export const askStep = (item: RequestItem, task: RequestTask): ItemDecision => {
  const { url: _url, ...does } = task.does ?? {};
  const step = {
    ...does,
    errandId: errandOf(task),
    taskId: task.id,
    kind: task.kind as StepAsked["kind"],
    title: `${item.name}: ${task.title}`.slice(0, 200),
    assetId: does.assetId ?? assetSoFar(item, task),
  };
  const asked = { ...without(task, "tryAt"), asked: task.attempt ?? 1 };
  return [itemHappened(RequestStepAsked, item, { tasks: withTask(item, asked) }, { step })];
};

/** How often a call is tried, and how long is waited in between: what is down for long is for people. */
const waitMinutes = [1, 5, 20] as const;
const minute = 60_000;

export const toPeople = (item: RequestItem, task: RequestTask, text: string): ItemDecision => {
  const state = requestTaskLifecycle.next(task.state, "hand_back");
  const tasks = withTask(item, { ...without(task, "tryAt"), state, failure: text });
  return [itemHappened(RequestTaskFailed, item, { tasks }, { taskId: task.id, text })];
};

/** A step that was asked to do itself has failed: it is tried again, or it is a task for people. */
const failed = (
  item: RequestItem,
  task: RequestTask,
  text: string,
  now: string,
  again: boolean,
): ItemDecision => {
  const wait = again ? waitMinutes[(task.attempt ?? 1) - 1] : undefined;
  if (wait === undefined) return toPeople(item, task, text);
  const tryAt = new Date(Date.parse(now) + wait * minute).toISOString();
  const waits = { ...task, tryAt };
  return [itemHappened(RequestTaskChanged, item, { tasks: withTask(item, waits) }, { tasks: [waits] })];
};

export type StepAnswer = {
  readonly errandId: string;
  /** The only kind of step that this is an answer to, where it would be none to another. */
  readonly ofKind?: string | undefined;
  readonly outcome: "taken" | "waiting" | "done" | "failed" | "try_again";
  readonly recordId?: string | undefined;
  readonly text?: string | undefined;
};

/** Whether an attempt of a step is under way: asked for, and neither over nor another one by now. */
export const awaits = ({ state, tasks }: Pick<RequestItem, "state" | "tasks">, errandId: string): boolean => {
  const { taskId, attempt } = taskOfErrand(errandId);
  const task = tasks.find(({ id }) => id === taskId);
  return (
    state === "in_fulfilment" &&
    task !== undefined &&
    isRunning(task) &&
    task.attempt === attempt &&
    task.tryAt === undefined
  );
};

/** What was done although it was not wanted any more by then is told of once more, so that it is undone. */
const doneInVain = (item: RequestItem, task: RequestTask, answer: StepAnswer): ItemDecision => {
  const { outcome, recordId = task.recordId } = answer;
  if (task.state !== "skipped" || task.doneInVain || (outcome !== "done" && outcome !== "waiting")) return [];
  const done = { ...task, doneInVain: true, ...(recordId === undefined ? {} : { recordId }) };
  return [itemHappened(RequestItemCancelled, item, { tasks: withTask(item, done) }, {})];
};

/**
 * What became of a step. Answers to what is over, or to an attempt that is not the present one, say nothing any
 * more; so they may come late, twice and in any order.
 */
export const answerStep = (item: RequestItem, answer: StepAnswer, now: string, by: string): ItemDecision => {
  const { taskId, attempt } = taskOfErrand(answer.errandId);
  const before = item.tasks.find(({ id }) => id === taskId);
  if (before === undefined || before.attempt !== attempt) return [];
  if (answer.ofKind !== undefined && answer.ofKind !== before.kind) return [];
  if (item.state === "cancelled") return doneInVain(item, before, answer);
  if (!awaits(item, answer.errandId)) return [];
  const task = answer.recordId === undefined ? before : { ...before, recordId: answer.recordId };
  const text = (answer.text ?? "It failed").slice(0, 2000);
  switch (answer.outcome) {
    case "taken":
      return [];
    case "waiting":
      if (task.recordId === before.recordId) return [];
      return [itemHappened(RequestTaskChanged, item, { tasks: withTask(item, task) }, { tasks: [task] })];
    case "done": {
      const state = requestTaskLifecycle.next(task.state, "complete");
      const said = answer.text === undefined ? {} : { outcome: text };
      const ended = { ...task, ...said, state, endedAt: now, endedBy: by };
      const tasks = advance(withTask(item, ended), now);
      return [itemHappened(RequestTaskEnded, item, { tasks }, { tasks: [ended] })];
    }
    default:
      return failed(item, task, text, now, answer.outcome === "try_again");
  }
};
