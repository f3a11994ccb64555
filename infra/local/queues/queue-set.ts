import type { Assembly, Clock, Journal, Log } from "../parts.ts";
import { QueueError } from "./local-queues.ts";
import { type Message, newMessage, storedMessage } from "./message.ts";
import { createQueue, type Queue } from "./queue.ts";
import { createQueueRecords, type QueueRecords } from "./queue-records.ts";
import { queueSettings } from "./queue-settings.ts";

export type QueueParts = { readonly clock: Clock; readonly journal: Journal; readonly log: Log };

/** All queues of a template, and what takes messages out of one: every change in memory has its line in the journal. */
export type QueueSet = {
  readonly all: () => readonly Queue[];
  readonly of: (arn: string) => Queue;
  readonly records: Pick<QueueRecords, "write" | "tidy">;
  readonly forget: (queue: Queue, messages: readonly Message[]) => void;
  /** Forgets what is past its retention. */
  readonly expire: (queue: Queue) => void;
  readonly expiredSoFar: () => number;
  /** Moves a message that was received too often to the dead-letter queue. */
  readonly bury: (message: Message, queue: Queue) => void;
  /** Moves a dead letter back to where it came from, or else to `destination`; says whether either is known. */
  readonly unbury: (message: Message, queue: Queue, destination?: string) => boolean;
};

/** Opens the queues with what the journal knows of them; `onVisible` hears which of them has something to receive. */
export const createQueueSet = (
  assembly: Assembly,
  { clock, journal, log }: QueueParts,
  onVisible: (queueArn: string) => void,
): QueueSet => {
  const records = createQueueRecords(journal, clock);
  const queues = new Map<string, Queue>();
  let expiredSoFar = 0;

  for (const resource of assembly.ofType("AWS::SQS::Queue"))
    queues.set(
      resource.arn,
      createQueue(queueSettings(resource), clock, () => onVisible(resource.arn)),
    );
  const { orphans } = records.restore(queues);
  if (orphans > 0)
    log("warn", "stored messages belong to queues that the template no longer has", { messages: orphans });

  const of = (arn: string): Queue => {
    const queue = queues.get(arn);
    if (queue === undefined)
      throw new QueueError("AWS.SimpleQueueService.NonExistentQueue", `The queue ${arn} does not exist`);
    return queue;
  };
  const forget = (queue: Queue, messages: readonly Message[]) => {
    if (messages.length > 0) records.write({ deleted: messages.map(({ id }) => id) });
    for (const message of messages) queue.remove(message);
    records.tidy();
  };
  const move = (message: Message, from: Queue, to: Queue, moved: Message) => {
    records.write({ moved: message.id, put: storedMessage(moved), queue: to.settings.arn });
    from.remove(message);
    to.add(moved);
  };

  return {
    all: () => [...queues.values()],
    of,
    records,
    forget,
    expire: (queue) => {
      const old = queue.expired();
      if (old.length === 0) return;
      expiredSoFar += old.length;
      const fields = { queue: queue.settings.name, messages: old.length };
      log("warn", "messages passed their retention and are gone", fields);
      forget(queue, old);
    },
    expiredSoFar: () => expiredSoFar,
    bury: (message, queue) => {
      const { redrive, name, arn } = queue.settings;
      const target = of(redrive?.deadLetterArn ?? "");
      const { id, receives, lastError } = message;
      const now = clock.now();
      move(message, queue, target, { ...message, state: "visible", due: now, slot: -1, origin: arn });
      const fields = { queue: name, to: target.settings.name, id, receives, lastError };
      log("warn", "message moved to its dead-letter queue", fields);
    },
    unbury: (message, queue, destination) => {
      const home = queues.get(message.origin ?? destination ?? "");
      // As SQS does it: a new message, with a new id and a new age.
      const fresh = newMessage(message.body, message.attributes, clock.now(), 0);
      if (home !== undefined) move(message, queue, home, fresh);
      return home !== undefined;
    },
  };
};
