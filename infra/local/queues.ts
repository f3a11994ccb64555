import type { Assembly, Clock, Journal, Log } from "./parts.ts";
import { type LocalQueues, QueueError } from "./queues/local-queues.ts";
import {
  type Message,
  messageBytes,
  newMessage,
  peekedMessage,
  receivedMessage,
  storedMessage,
} from "./queues/message.ts";
import { createQueue, type Queue } from "./queues/queue.ts";
import { createQueueRecords } from "./queues/queue-records.ts";
import { queueSettings } from "./queues/queue-settings.ts";

export { type LocalQueues, QueueError } from "./queues/local-queues.ts";
export { unsupportedQueues } from "./queues/queue-settings.ts";

type Parts = { readonly clock: Clock; readonly journal: Journal; readonly log: Log };

/** Every queue of the template, in memory and in the journal: a call that has returned survives `kill -9`. */
export const createQueues = (assembly: Assembly, { clock, journal, log }: Parts): LocalQueues => {
  const queues = new Map<string, Queue>();
  const listeners = new Map<string, Set<() => void>>();
  const records = createQueueRecords(journal, clock);
  let expiredCount = 0;

  for (const resource of assembly.ofType("AWS::SQS::Queue")) {
    const settings = queueSettings(resource);
    const notify = () => {
      for (const listener of listeners.get(settings.arn) ?? []) listener();
    };
    queues.set(settings.arn, createQueue(settings, clock, notify));
  }

  const queueOf = (arn: string): Queue => {
    const queue = queues.get(arn);
    if (queue === undefined)
      throw new QueueError("AWS.SimpleQueueService.NonExistentQueue", `The queue ${arn} does not exist`);
    return queue;
  };
  const move = (message: Message, from: Queue, to: Queue, changes: Partial<Message>) => {
    const moved: Message = { ...message, state: "visible", due: clock.now(), ...changes, slot: -1 };
    records.write({ moved: message.id, put: storedMessage(moved), queue: to.settings.arn });
    from.remove(message);
    to.add(moved);
  };
  const expire = (queue: Queue) => {
    const old = queue.expired();
    if (old.length === 0) return;
    expiredCount += old.length;
    log("warn", "messages passed their retention and are gone", {
      queue: queue.settings.name,
      messages: old.length,
    });
    forget(queue, old);
  };
  const forget = (queue: Queue, messages: readonly Message[]) => {
    if (messages.length > 0) records.write({ deleted: messages.map(({ id }) => id) });
    for (const message of messages) queue.remove(message);
    records.tidy();
  };
  const bury = (message: Message, queue: Queue) => {
    const { redrive, name, arn } = queue.settings;
    const target = queueOf(redrive?.deadLetterArn ?? "");
    move(message, queue, target, { origin: arn });
    const { id, receives, lastError } = message;
    log("warn", "message moved to its dead-letter queue", {
      queue: name,
      to: target.settings.name,
      id,
      receives,
      lastError,
    });
  };
  const found = (queue: Queue, handles: readonly string[]) =>
    handles.map(queue.find).filter((message): message is Message => message !== undefined);

  const { orphans } = records.restore(queues);
  if (orphans > 0)
    log("warn", "stored messages belong to queues that the template no longer has", { messages: orphans });
  const endMoves = clock.onMove(() => queues.forEach(expire));

  return {
    send: (arn, body, attributes = {}, { delaySeconds } = {}) => {
      const queue = queueOf(arn);
      const { maximumBytes, delayMs } = queue.settings;
      if (messageBytes(body, attributes) > maximumBytes)
        throw new QueueError(
          "InvalidParameterValue",
          `One or more parameters are invalid. Reason: Message must be shorter than ${maximumBytes} bytes.`,
        );
      const message = newMessage(
        body,
        attributes,
        clock.now(),
        delaySeconds === undefined ? delayMs : delaySeconds * 1000,
      );
      records.write({ put: storedMessage(message), queue: arn });
      queue.add(message);
      records.tidy();
      return message.id;
    },
    receive: (arn, max, { visibilityMs, working = false, bytes = Number.POSITIVE_INFINITY } = {}) => {
      const queue = queueOf(arn);
      expire(queue);
      const limits = { bytes, working, visibilityMs: visibilityMs ?? queue.settings.visibilityMs };
      const { taken, dead } = queue.take(max, limits);
      const [first] = taken;
      if (first !== undefined)
        records.write({ received: taken.map(({ id }) => id), at: clock.now(), due: first.due, working });
      for (const message of dead) bury(message, queue);
      records.tidy();
      return taken.map(receivedMessage);
    },
    remove: (arn, handles) => {
      const queue = queueOf(arn);
      forget(queue, found(queue, handles));
    },
    changeVisibility: (arn, handle, seconds) => {
      const queue = queueOf(arn);
      const message = queue.find(handle);
      if (message === undefined || message.state === "visible" || message.state === "delayed")
        throw new QueueError("MessageNotInflight", "The message referred to is not in flight.");
      const due = clock.now() + seconds * 1000;
      records.write({ wait: message.id, due });
      queue.wait(message, message.state === "gone" ? "received" : message.state, due);
    },
    fail: (arn, handles, error) => {
      const queue = queueOf(arn);
      for (const message of found(queue, handles)) {
        records.write({ wait: message.id, due: message.due, error });
        message.lastError = error;
        if (message.state !== "visible") queue.wait(message, "failed", message.due);
      }
      records.tidy();
    },
    redrive: (arn) => {
      const queue = queueOf(arn);
      queue.visible();
      const back = [...queue.messages()].filter(
        ({ state, origin }) => state === "visible" && queues.has(origin ?? ""),
      );
      for (const message of back) {
        // As SQS does it: a new message, with a new id and a new age.
        const fresh = newMessage(message.body, message.attributes, clock.now(), 0);
        move(message, queue, queueOf(message.origin ?? ""), {
          ...fresh,
          firstReceivedAt: undefined,
          origin: undefined,
          lastError: undefined,
        });
      }
      records.tidy();
      return back.length;
    },
    peek: (arn, max) => {
      const seen: Message[] = [];
      for (const message of queueOf(arn).messages()) {
        if (seen.length >= max) break;
        seen.push(message);
      }
      return seen.map(peekedMessage);
    },
    counts: () => {
      queues.forEach(expire);
      return [...queues.values()].map((queue) => queue.counts());
    },
    onVisible: (arn, callback) => {
      queueOf(arn);
      const callbacks = listeners.get(arn) ?? new Set();
      listeners.set(arn, callbacks.add(callback));
      return () => callbacks.delete(callback);
    },
    size: (arn) => queueOf(arn).size(),
    visible: (arn) => queueOf(arn).visible(),
    nextDue: (arn) => queueOf(arn).nextDue(),
    settings: (arn) => queueOf(arn).settings,
    expired: () => expiredCount,
    close: () => {
      endMoves();
      for (const queue of queues.values()) queue.stop();
    },
  };
};
