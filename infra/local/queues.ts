import type { Assembly } from "./parts.ts";
import { type LocalQueues, QueueError } from "./queues/local-queues.ts";
import {
  type Message,
  messageBytes,
  newMessage,
  peekedMessage,
  receivedMessage,
  storedMessage,
} from "./queues/message.ts";
import type { Queue } from "./queues/queue.ts";
import { createQueueSet, type QueueParts } from "./queues/queue-set.ts";

export type { LocalQueues } from "./queues/local-queues.ts";
export { unsupportedQueues } from "./queues/queue-settings.ts";

/** Every queue of the template, in memory and in the journal: a call that has returned survives `kill -9`. */
export const createQueues = (assembly: Assembly, parts: QueueParts): LocalQueues => {
  const { clock } = parts;
  const listeners = new Map<string, Set<() => void>>();
  const set = createQueueSet(assembly, parts, (arn) => {
    for (const listener of listeners.get(arn) ?? []) listener();
  });
  const { records } = set;
  const endMoves = clock.onMove(() => set.all().forEach(set.expire));

  const found = (queue: Queue, handles: readonly string[]) =>
    handles.map(queue.find).filter((message): message is Message => message !== undefined);

  return {
    send: (arn, body, attributes = {}, { delaySeconds } = {}) => {
      const queue = set.of(arn);
      const { maximumBytes, delayMs } = queue.settings;
      if (messageBytes(body, attributes) > maximumBytes)
        throw new QueueError("InvalidParameterValue", `Message must be shorter than ${maximumBytes} bytes.`);
      const waitMs = delaySeconds === undefined ? delayMs : delaySeconds * 1000;
      const message = newMessage(body, attributes, clock.now(), waitMs);
      records.write({ put: storedMessage(message), queue: arn });
      queue.add(message);
      records.tidy();
      return message.id;
    },
    receive: (arn, max, { visibilityMs, working = false, bytes = Number.POSITIVE_INFINITY } = {}) => {
      const queue = set.of(arn);
      set.expire(queue);
      const limits = { bytes, working, visibilityMs: visibilityMs ?? queue.settings.visibilityMs };
      const { taken, dead } = queue.take(max, limits);
      const [first] = taken;
      if (first !== undefined)
        records.write({ received: taken.map(({ id }) => id), at: clock.now(), due: first.due, working });
      for (const message of dead) set.bury(message, queue);
      records.tidy();
      return taken.map(receivedMessage);
    },
    remove: (arn, handles) => {
      const queue = set.of(arn);
      set.forget(queue, found(queue, handles));
    },
    changeVisibility: (arn, handle, seconds) => {
      const queue = set.of(arn);
      const message = queue.find(handle);
      if (message === undefined || message.state === "visible" || message.state === "delayed")
        throw new QueueError("MessageNotInflight", "The message referred to is not in flight.");
      const due = clock.now() + seconds * 1000;
      records.write({ wait: message.id, due });
      queue.wait(message, message.state === "gone" ? "received" : message.state, due);
    },
    fail: (arn, handles, error) => {
      const queue = set.of(arn);
      for (const message of found(queue, handles)) {
        records.write({ wait: message.id, due: message.due, error });
        message.lastError = error;
        if (message.state !== "visible") queue.wait(message, "failed", message.due);
      }
      records.tidy();
    },
    redrive: (arn, destination) => {
      const queue = set.of(arn);
      queue.visible();
      const letters = [...queue.messages()].filter(({ state }) => state === "visible");
      const moved = letters.filter((message) => set.unbury(message, queue, destination)).length;
      records.tidy();
      return moved;
    },
    peek: (arn, max) => {
      const seen: Message[] = [];
      for (const message of set.of(arn).messages()) {
        if (seen.length >= max) break;
        seen.push(message);
      }
      return seen.map(peekedMessage);
    },
    counts: () => {
      set.all().forEach(set.expire);
      return set.all().map((queue) => queue.counts());
    },
    onVisible: (arn, callback) => {
      set.of(arn);
      const callbacks = listeners.get(arn) ?? new Set();
      listeners.set(arn, callbacks.add(callback));
      return () => callbacks.delete(callback);
    },
    size: (arn) => set.of(arn).size(),
    visible: (arn) => set.of(arn).visible(),
    nextDue: (arn) => set.of(arn).nextDue(),
    settings: (arn) => set.of(arn).settings,
    expired: set.expiredSoFar,
    close: () => {
      endMoves();
      for (const queue of set.all()) queue.stop();
    },
  };
};
