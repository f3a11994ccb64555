import { randomUUID } from "node:crypto";
import { createHeap, type HeapItem } from "./min-heap.ts";
import type { Clock, Journal, Worker } from "./parts.ts";

/** One unit of work in a line. `due` and `firstAt` are virtual times. */
export type Task<T> = {
  readonly id: string;
  readonly work: T;
  readonly firstAt: number;
  readonly attempts: number;
};
/**
 * What a run of a task came to: finished (whatever that means), to be tried again at a time, or cut short by the
 * shutdown, which leaves the task as if it had not been tried.
 */
export type TaskOutcome = "done" | "interrupted" | { readonly retryAt: number };
/** A worker that can say when (virtual time) its next waiting unit may go on: a drain can move the clock there. */
export type WaitingWorker = Worker & { readonly nextDue: () => number | undefined };

type Options<T> = {
  /** The journal's name for this line. */
  readonly name: string;
  readonly journal: Journal;
  readonly clock: Clock;
  /** How many tasks run at the same time. */
  readonly parallel: number;
  readonly run: (task: Task<T>, isStopping: () => boolean) => TaskOutcome | Promise<TaskOutcome>;
};

type LineRecord<T> =
  | { readonly add: Task<T>; readonly due: number }
  | { readonly again: string; readonly due: number; readonly attempts: number }
  | { readonly done: string };
type Waiting<T> = { task: Task<T> } & HeapItem;

/** Lines of garbage that are left in the file besides the living ones. */
const FLOOR = 2000;
/** After a restart nothing waits longer than this: the virtual clock may have been far ahead. Lambda's longest pause. */
const LONGEST_WAIT_MS = 600_000;

const replay = <T>(records: readonly unknown[]): Map<string, { task: Task<T>; due: number }> => {
  const kept = new Map<string, { task: Task<T>; due: number }>();
  for (const record of records as readonly LineRecord<T>[]) {
    if ("add" in record) kept.set(record.add.id, { task: record.add, due: record.due });
    else if ("done" in record) kept.delete(record.done);
    else {
      const found = kept.get(record.again);
      if (found !== undefined)
        kept.set(record.again, { task: { ...found.task, attempts: record.attempts }, due: record.due });
    }
  }
  return kept;
};

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
  let timer: { readonly at: number; readonly cancel: () => void } | undefined;
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
    else if (timer === undefined || timer.at > next.due) {
      timer?.cancel();
      timer = { at: next.due, cancel: clock.at(next.due, onTimer) };
    }
  };
  const onTimer = () => {
    timer = undefined;
    wake();
  };
  const endMoves = clock.onMove((movedByMs) => {
    if (movedByMs < 0) waiting.shift(movedByMs);
    timer?.cancel();
    timer = undefined;
    wake();
  });

  const stored = journal.read(name);
  for (const [id, { task, due }] of replay<T>(stored)) {
    const entry = { task, due: Math.min(due, clock.now() + LONGEST_WAIT_MS), slot: -1 };
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
      timer?.cancel();
      clearImmediate(soon);
      await Promise.allSettled(running);
    },
    pending: () => live.size,
    nextDue: () => waiting.peek()?.due,
  };
};

/** Several workers as one. */
export const joinWorkers = (workers: readonly WaitingWorker[]): WaitingWorker => ({
  start: () => {
    for (const worker of workers) worker.start();
  },
  stop: async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
  },
  pending: () => workers.reduce((sum, worker) => sum + worker.pending(), 0),
  nextDue: () => {
    const due = workers
      .map((worker) => worker.nextDue())
      .filter((time): time is number => time !== undefined);
    return due.length === 0 ? undefined : Math.min(...due);
  },
});
