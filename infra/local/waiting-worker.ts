import type { Worker } from "./parts.ts";

/** A worker that can say when (virtual time) its next waiting unit may go on: a drain can move the clock there. */
export type WaitingWorker = Worker & { readonly nextDue: () => number | undefined };

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
