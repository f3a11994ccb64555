import type { Assembly, Authority, Clock, Functions, Log } from "./parts.ts";
import type { LocalQueues } from "./queues/local-queues.ts";
import { deniedActions, queueMappings } from "./queues/mapping-settings.ts";
import { createPoller, type Poller } from "./queues/poller.ts";
import type { WaitingWorker } from "./waiting-worker.ts";

export { unsupportedQueueMappings } from "./queues/mapping-settings.ts";

type Parts = {
  readonly queues: LocalQueues;
  readonly functions: Functions;
  readonly authority: Authority;
  readonly clock: Clock;
  readonly log: Log;
};

/** The mappings, and what operators do with `aws lambda update-event-source-mapping --no-enabled`. */
export type QueueMappings = WaitingWorker & {
  /** Stops or goes on reading a queue; what is under way is finished. Says whether anything reads it at all. */
  readonly switchTo: (queueArn: string, on: boolean) => boolean;
};

/** Runs every enabled event source mapping of a queue, where the function's role may do what AWS asks of it. */
export const createQueueMappings = (assembly: Assembly, parts: Parts): QueueMappings => {
  const { queues, authority, clock, log } = parts;
  const mappings = queueMappings(assembly);
  const queueArns = [...new Set(mappings.map(({ queueArn }) => queueArn))];
  let pollers: readonly Poller[] = [];

  const isAllowed = (mapping: (typeof mappings)[number]) => {
    const denied = deniedActions(mapping, authority);
    if (denied.length > 0)
      log("error", "queue is not read: the function's role may not", { mapping: mapping.where, denied });
    return denied.length === 0;
  };

  return {
    start: () => {
      pollers = mappings.filter(isAllowed).map((mapping) => createPoller(mapping, parts));
      for (const poller of pollers) poller.wake();
    },
    stop: async () => {
      await Promise.all(pollers.map((poller) => poller.stop()));
    },
    switchTo: (queueArn, on) => {
      const concerned = pollers.filter((poller) => poller.queueArn === queueArn);
      for (const poller of concerned) poller.switchTo(on);
      return concerned.length > 0;
    },
    /** A message stays in its queue until its batch is settled, so the queues' sizes are all there is to count. */
    pending: () => {
      const waiting = queueArns.reduce((sum, arn) => sum + queues.size(arn), 0);
      const running = pollers.reduce((sum, poller) => sum + poller.running(), 0);
      return Math.max(waiting, running);
    },
    nextDue: () => {
      if (queueArns.some((arn) => queues.visible(arn) > 0)) return clock.now();
      const due = queueArns.map(queues.nextDue).filter((time): time is number => time !== undefined);
      return due.length === 0 ? undefined : Math.min(...due);
    },
  };
};
