import { randomUUID } from "node:crypto";
import { type LineRecord, replayLine, type Task } from "./durable-line-records.ts";
import { createHeap, type HeapItem } from "./min-heap.ts";
import type { Clock, Journal } from "./parts.ts";
import type { WaitingWorker } from "./waiting-worker.ts";
import { createWakeUp } from "./wake-up.ts";

export type { Task } from "./durable-line-records.ts";
export { joinWorkers, type WaitingWorker } from "./waiting-worker.ts";

/**
 * What a run of a task came to: finished (whatever that means), to be tried again at a time, or cut short by the
 * shutdown, which leaves the task as if it had not been tried.
 */
export type TaskOutcome = "done" | "interrupted" | { readonly retryAt: number };

type Options<T> = {
  /** The journal's name for this line. */
  readonly name: string;
  readonly journal: Journal;
  readonly clock: Clock;
  /** How many tasks run at the same time. */
  readonly parallel: number;
  readonly run: (task: Task<T>, isStopping: () => boolean) => TaskOutcome | Promise<TaskOutcome>;
};

type Waiting<T> = { task: Task<T> } & HeapItem;

/** Lines of garbage that are left in the file besides the living ones. */
const FLOOR = 2000;
/** After a restart nothing waits longer than this: the virtual clock may have been far ahead. Lambda's longest pause. */
const LONGEST_WAIT_MS = 600_000;

/**
 * A line of work that survives `kill -9`: what `add` has returned for is run at least once, retries included.
 * Runs about in the order of arrival, several at a time, once started.
 */
export const createDurableLine = <T>({
  name,
  journal,
  clock,
  parallel,
  run,
}: Options<T>): WaitingWorker & { readonly add: (work: T, due?: number) => void } => {
  const waiting = createHeap<Waiting<T>>();
  /** Everything that is not done: in the heap, or running. */
  const live = new Map<string, Waiting<T>>();
  const running = new Set<Promise<void>>();
  let records = 0;
  let started = false;
  let soon: NodeJS.Immediate | undefined;

  const write = (record: LineRecord<T>) => {
    journal.append(name, record);
    records++;
  };
  const compact = () => {
    journal.rewrite(
      name,
      [...live.values()].map(({ task, due }): LineRecord<T> => ({ add: task, due })),
    );
    records = live.size;
  };
  const wait = (entry: Waiting<T>) => {
    waiting.push(entry);
    wake();
  };
  const settle = (entry: Waiting<T>, outcome: TaskOutcome) => {
    const { task } = entry;
    if (outcome === "interrupted") return;
    if (outcome === "done") {
      write({ done: task.id });
      live.delete(task.id);
    } else {
      const attempts = task.attempts + 1;
      write({ again: task.id, due: outcome.retryAt, attempts });
      entry.task = { ...task, attempts };
      entry.due = outcome.retryAt;
      wait(entry);
    }
    if (records > 2 * live.size + FLOOR) compact();
  };
  const runNow = async (entry: Waiting<T>) => settle(entry, await run(entry.task, () => !started));
  const runDue = () => {
    soon = undefined;
    for (
      let next = waiting.peek();
      next !== undefined && running.size < parallel && started;
      next = waiting.peek()
    ) {
      if (next.due > clock.now()) break;
      waiting.remove(next);
      const work = runNow(next).finally(() => {
        running.delete(work);
        wake();
      });
      running.add(work);
    }
    wake();
  };
  const wake = () => {
    const next = waiting.peek();
    if (!started || next === undefined || running.size >= parallel) return;
    if (next.due <= clock.now()) soon ??= setImmediate(runDue);
    else wakeUp.by(next.due);
  };
  const wakeUp = createWakeUp(clock, () => wake());
  const endMoves = clock.onMove((movedByMs) => {
    if (movedByMs < 0) waiting.shift(movedByMs);
    wakeUp.cancel();
    wake();
  });

  const stored = journal.read(name);
  for (const [id, { task, due }] of replayLine<T>(stored)) {
    const now = clock.now();
    // Its age begins anew: the virtual clock may have been years behind.
    const entry = { task: { ...task, firstAt: now }, due: Math.min(due, now + LONGEST_WAIT_MS), slot: -1 };
    live.set(id, entry);
    waiting.push(entry);
  }
  records = stored.length;
  if (records > live.size) compact();

  return {
    add: (work, due = clock.now()) => {
      const task = { id: randomUUID(), work, firstAt: clock.now(), attempts: 0 };
      const entry = { task, due, slot: -1 };
      write({ add: task, due: entry.due });
      live.set(task.id, entry);
      wait(entry);
    },
    start: () => {
      started = true;
      wake();
    },
    stop: async () => {
      started = false;
      endMoves();
      wakeUp.cancel();
      clearImmediate(soon);
      await Promise.allSettled(running);
    },
    pending: () => live.size,
    nextDue: () => waiting.peek()?.due,
  };
};
