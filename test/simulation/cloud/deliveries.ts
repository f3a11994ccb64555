import type { LocalQueues } from "../../../infra/local/queues/local-queues.ts";
import type { Faults } from "../faults.ts";
import type { Random } from "../machine/random.ts";

/** SQS keeps no order: some messages come a little later than others sent after them. */
const laterSeconds = 3;

/** A message that can only end among the dead letters; `mark` is found in its body. */
export type Poison = { readonly mark: string; readonly queueArn: string; readonly plantedAt: number };

/** Whether a message is that poison, and not one with a longer number. */
export const isMarked = (body: string, mark: string): boolean => new RegExp(`${mark}\\b`).test(body);

type Detail = { readonly meta: object };

/** What sits in queues for years: no JSON, an event nobody knows, one whose data is not what was agreed. */
const poisons: readonly ((body: string, mark: string) => string)[] = [
  (_, mark) => `{ ${mark}`,
  (body, mark) => JSON.stringify({ ...JSON.parse(body), "detail-type": `${mark}.v1` }),
  (body, mark) => {
    const event = JSON.parse(body) as { detail: Detail };
    const meta = { ...event.detail.meta, eventId: mark, subject: mark };
    return JSON.stringify({ ...event, detail: { meta, data: mark } });
  },
];

export type DeliveryParts = {
  readonly queues: LocalQueues;
  readonly faults: Faults;
  readonly random: Random;
  readonly now: () => number;
  readonly planted: (poison: Poison) => void;
  readonly counted: (what: string) => void;
};

/** The queues as senders find them: messages may come twice, late, in another order, and with poison beside them. */
export const createDeliveries = (parts: DeliveryParts): LocalQueues => {
  const { queues, faults, random, now, planted, counted } = parts;
  let count = 0;
  const plant = (queueArn: string, body: string) => {
    const mark = `poison-${++count}`;
    queues.send(queueArn, random.pick(poisons)(body, mark));
    planted({ mark, queueArn, plantedAt: now() });
  };
  return {
    ...queues,
    send: (arn, body, attributes) => {
      const found = faults.at("delivery");
      for (const fault of found) faults.inject(fault);
      const late = found.find(({ kind }) => kind === "delay")?.amount ?? 0;
      const delaySeconds = late / 1000 + (random.chance(0.3) ? random.next() * laterSeconds : 0);
      if (delaySeconds > 0) counted("messages held back behind others");
      const delay = delaySeconds > 0 ? { delaySeconds } : {};
      if (found.some(({ kind }) => kind === "duplicate")) queues.send(arn, body, attributes);
      if (found.some(({ kind }) => kind === "poison")) plant(arn, body);
      return queues.send(arn, body, attributes, delay);
    },
  };
};
