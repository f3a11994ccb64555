import type { LocalQueues } from "../../../infra/local/queues/local-queues.ts";
import type { Faults } from "../faults.ts";
import type { Random } from "../machine/random.ts";

/** SQS keeps no order: some messages come a little later than others sent after them. */
const laterSeconds = 3;

/** The queues as senders find them: messages may come twice, late, and in another order. */
export const createDeliveries = (queues: LocalQueues, faults: Faults, random: Random): LocalQueues => ({
  ...queues,
  send: (arn, body, attributes) => {
    const found = faults.at("delivery");
    for (const fault of found) faults.inject(fault);
    const late = found.find(({ kind }) => kind === "delay")?.amount ?? 0;
    const delaySeconds = late / 1000 + (random.chance(0.3) ? random.next() * laterSeconds : 0);
    const delay = delaySeconds > 0 ? { delaySeconds } : {};
    if (found.some(({ kind }) => kind === "duplicate")) queues.send(arn, body, attributes);
    return queues.send(arn, body, attributes, delay);
  },
});
